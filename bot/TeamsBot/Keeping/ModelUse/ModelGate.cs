using AgentHelpdesk.Answering.Grounding;
using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.Knowledge.Embedded;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.TeamsBot.Keeping.ModelUse;

/// <summary>
/// The switch and the day's budget in <c>bot.db</c>, read before each call: another process turns the model off and on, and adds what it used. Calls under
/// way are counted with what one takes at most, so that many at once don't overspend together. What can't be written is counted in memory and written
/// with the next call; where nothing can be read, the last that was known holds.
/// </summary>
internal sealed class ModelGate(
    LocalDatabase database,
    GroupedWrites writes,
    QuestionReader questions,
    ModelPrices prices,
    IOptions<ModelBudgetOptions> budget,
    IOptions<ModelWriterOptions> writing,
    TimeProvider time,
    ILogger<ModelGate> logger) : IModelGate
{
    /// <summary>A call whose end nobody told is over by then.</summary>
    private static readonly TimeSpan LongestCall = TimeSpan.FromMinutes(15);

    /// <summary>The prompt around passages and question.</summary>
    private const int PromptTokens = 1_500;

    private readonly Lock _gate = new();
    private readonly Queue<long> _underWay = new();
    private readonly List<Spent> _unwritten = [];
    private ModelSwitch? _lastSwitch;
    private DayUse? _lastUse;

    public ValueTask<FallbackReason?> RefusalAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            Look();
            if (_lastSwitch is { IsOff: true })
                return ValueTask.FromResult<FallbackReason?>(FallbackReason.SwitchedOff);
            ForgetLost();
            if (IsSpent())
                return ValueTask.FromResult<FallbackReason?>(FallbackReason.BudgetSpent);
            _underWay.Enqueue(time.GetTimestamp());
            return ValueTask.FromResult<FallbackReason?>(null);
        }
    }

    public ValueTask SpentAsync(ModelCall call, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _underWay.TryDequeue(out _);
            _unwritten.Add(new(DayUse.Of(questions.Today, prices.Complete(call)), call.Failure));
            Spent[] together = [.. _unwritten.Where(spent => !spent.IsLeaving)];
            foreach (var spent in together)
                spent.IsLeaving = true;
            _ = WriteAsync(together);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<bool> IsOffAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            Look();
            return ValueTask.FromResult(_lastSwitch is { IsOff: true });
        }
    }

    private bool IsSpent()
    {
        var options = budget.Value;
        if (options is { TokensPerDay: 0, CostPerDay: 0 })
            return false;
        var used = _unwritten.Where(spent => spent.Use.Day == _lastUse?.Day).Aggregate(_lastUse ?? DayUse.None(questions.Today), (sum, spent) => sum + spent.Use);
        var (input, output) = (ModelPrices.TokensOf(writing.Value.PassageCharacters) + PromptTokens, (long)writing.Value.AnswerTokens);
        return (options.TokensPerDay > 0 && used.Tokens + (_underWay.Count * (input + output)) >= options.TokensPerDay)
            || (options.CostPerDay > 0 && used.Cost + (_underWay.Count * prices.CostOf(input, output)) >= options.CostPerDay);
    }

    private void Look()
    {
        var today = questions.Today;
        try
        {
            (_lastSwitch, _lastUse) = database.Read(statements => (ModelSwitch.Read(statements), DayUse.Read(statements, today)));
        }
        catch (Exception exception)
        {
            Log.ModelUseNotRead(logger, exception);
            if (_lastUse?.Day != today)
                _lastUse = DayUse.None(today);
        }
    }

    private void ForgetLost()
    {
        while (_underWay.TryPeek(out var since) && time.GetElapsedTime(since) > LongestCall)
            _underWay.Dequeue();
    }

    // Until it is written it counts from memory; for a moment it may count twice, never not at all.
    private async Task WriteAsync(Spent[] together)
    {
        try
        {
            await writes.WriteAsync(statements =>
            {
                foreach (var spent in together)
                {
                    spent.Use.Add(statements);
                    if (spent.Failure is { } failure)
                        DayUse.AddFailure(statements, spent.Use.Day, failure);
                }

                return together.Length;
            });
            lock (_gate)
                _unwritten.RemoveAll(together.Contains);
        }
        catch (Exception exception)
        {
            Log.ModelUseNotKept(logger, exception);
            lock (_gate)
            {
                foreach (var spent in together)
                    spent.IsLeaving = false;
            }
        }
    }

    private sealed class Spent(DayUse use, FallbackReason? failure)
    {
        public DayUse Use => use;

        public FallbackReason? Failure => failure;

        public bool IsLeaving { get; set; }
    }
}
