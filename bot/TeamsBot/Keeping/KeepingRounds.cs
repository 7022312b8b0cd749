using AgentHelpdesk.Answering.Questions;

namespace AgentHelpdesk.TeamsBot.Keeping;

/// <summary>Removes what has expired at every start and then every few minutes: a helpdesk that nobody asks at night keeps its promise too.</summary>
internal sealed class KeepingRounds(
    KeptConversations conversations,
    ReportedQuestions reports,
    Ratings ratings,
    RatedQuotes quotes,
    DayKeys keys,
    TurnJournal journal,
    Remembered remembered,
    QuestionReader questions,
    TimeProvider time,
    ILogger<KeepingRounds> logger) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host's start does not wait for the disk.
        await Task.Yield();
        using var timer = new PeriodicTimer(Between, time);
        do
            await RunAsync(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task RunAsync(CancellationToken stoppingToken)
    {
        try
        {
            conversations.RemoveExpired();
            reports.RemoveExpired(questions.Today);
            ratings.RemoveExpired(questions.Today);
            journal.RemoveExpired();
            keys.RemoveExpired();
            remembered.RemoveExpired();
            await quotes.ErasePurgedAsync(stoppingToken);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            Log.ExpiredNotRemoved(logger, exception);
        }
    }
}
