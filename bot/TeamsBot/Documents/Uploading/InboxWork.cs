using AgentHelpdesk.Ingestion.Inbox;

namespace AgentHelpdesk.TeamsBot.Documents.Uploading;

/// <summary>Reads what was handed in for as long as the host runs; what a kill interrupts goes on at the next start.</summary>
internal sealed class InboxWork(InboxReading reading) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() => reading.RunAsync(stoppingToken), stoppingToken);
}
