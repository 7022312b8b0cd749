using AgentHelpdesk.Answering.Suggestions;
using AgentHelpdesk.TeamsBot.Pages;
using AgentHelpdesk.TeamsBot.Resources;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace AgentHelpdesk.TeamsBot.Starting;

/// <summary>
/// The order of a start: check the store, warm up, open the address, ingest the samples if they are wanted, then the address alone on the last
/// line. The page answers from the moment the address is open, so a long first ingestion can be watched there.
/// </summary>
internal static class HelpdeskStart
{
    public static async Task RunAsync(WebApplication app, string dataFolder, TextWriter console, Messages messages, CancellationToken cancellationToken)
    {
        var readiness = app.Services.GetRequiredService<Readiness>();
        var pages = app.Services.GetRequiredService<ChatPages>();
        var state = await readiness.CheckAsync(cancellationToken);
        await pages.WarmUpAsync(cancellationToken);
        await app.StartAsync(cancellationToken);

        var stopping = app.Lifetime.ApplicationStopping;
        try
        {
            if (await app.Services.GetRequiredService<SampleIngestion>().RunAsync(state, dataFolder, console, messages, stopping))
            {
                state = await readiness.CheckAsync(stopping);
                await pages.WarmUpAsync(stopping);
            }

            // The first page shows what can be asked; a large corpus goes on looking behind it.
            await app.Services.GetRequiredService<SuggestQuestions>().PrepareAsync(Welcome.Answerable, TimeSpan.FromSeconds(2), stopping);
            await console.WriteLineAsync(messages.Ready(state));
            foreach (var address in Addresses(app))
                await console.WriteLineAsync(address);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Stopped by hand while ingesting: what was published stays, the next start goes on.
        }

        await app.WaitForShutdownAsync(cancellationToken);
    }

    private static ICollection<string> Addresses(WebApplication app) =>
        app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
}
