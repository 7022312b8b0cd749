using AgentHelpdesk.Answering.Questions;

namespace AgentHelpdesk.TeamsBot.Keeping;

/// <summary>Removes what has expired at every start and then every few minutes: a helpdesk that nobody asks at night keeps its promise too.</summary>
internal sealed class KeepingRounds(
    KeptConversations conversations, ReportedQuestions reports, DayKeys keys, Remembered remembered, QuestionReader questions, TimeProvider time, ILogger<KeepingRounds> logger) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host's start does not wait for the disk.
        await Task.Yield();
        using var timer = new PeriodicTimer(Between, time);
        do
            Run();
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private void Run()
    {
        try
        {
            conversations.RemoveExpired();
            reports.RemoveExpired(questions.Today);
            keys.RemoveExpired();
            remembered.RemoveExpired();
        }
        catch (Exception exception)
        {
            Log.ExpiredNotRemoved(logger, exception);
        }
    }
}
