using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.Knowledge.Embedded;
using AgentHelpdesk.TeamsBot.Keeping.ModelUse;
using AgentHelpdesk.TeamsBot.Keeping.Records;

namespace AgentHelpdesk.TeamsBot.Keeping;

/// <summary>Removes what has expired at every start and then every few minutes: a helpdesk that nobody asks at night keeps its promise too.</summary>
internal sealed class KeepingRounds(
    KeptConversations conversations,
    ReportedQuestions reports,
    Ratings ratings,
    RatedQuotes quotes,
    TurnRecords records,
    RecordedWords words,
    LocalDatabase database,
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
            records.RemoveExpired(questions.Today);
            database.Write(statements => DayUse.RemoveExpired(statements, questions.Today));
            await quotes.ErasePurgedAsync(stoppingToken);
            await words.ErasePurgedAsync(stoppingToken);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            Log.ExpiredNotRemoved(logger, exception);
        }
    }
}
