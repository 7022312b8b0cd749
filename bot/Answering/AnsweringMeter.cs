using System.Diagnostics.Metrics;
using AgentHelpdesk.Answering.Grounding;

namespace AgentHelpdesk.Answering;

/// <summary>Counts and times of answering for those who collect .NET metrics (names in docs/operations.md). Numbers and codes, never words.</summary>
public sealed class AnsweringMeter : IDisposable
{
    public const string Name = "AgentHelpdesk.Answering";

    private readonly Meter _meter;
    private readonly Counter<long> _turns;
    private readonly Histogram<double> _turnSeconds;
    private readonly Counter<long> _repeated;
    private readonly Counter<long> _fallbacks;
    private readonly Counter<long> _dropped;
    private readonly Counter<long> _calls;
    private readonly Histogram<double> _callSeconds;
    private readonly Histogram<double> _firstWords;
    private readonly Counter<long> _tokens;
    private readonly Counter<double> _cost;

    /// <param name="factory">The host's; null: a meter of its own.</param>
    public AnsweringMeter(IMeterFactory? factory = null)
    {
        _meter = factory?.Create(Name) ?? new Meter(Name);
        _turns = _meter.CreateCounter<long>("helpdesk.turns", "{turn}", "Turns, by outcome and writer.");
        _turnSeconds = _meter.CreateHistogram<double>("helpdesk.turn.duration", "s", "From the question to the checked answer.");
        _repeated = _meter.CreateCounter<long>("helpdesk.cache.hits", "{turn}", "Turns answered with what the model wrote for the same question before.");
        _fallbacks = _meter.CreateCounter<long>("helpdesk.fallbacks", "{turn}", "Turns in which the extractive writer stood in for the model, by reason.");
        _dropped = _meter.CreateCounter<long>("helpdesk.claims.dropped", "{claim}", "Claims that did not stand the check, by flaw.");
        _calls = _meter.CreateCounter<long>("helpdesk.model.calls", "{call}", "Calls of the model, by purpose and failure.");
        _callSeconds = _meter.CreateHistogram<double>("helpdesk.model.duration", "s", "Of a call, whole.");
        _firstWords = _meter.CreateHistogram<double>("helpdesk.model.first_words", "s", "Until the first words of a call.");
        _tokens = _meter.CreateCounter<long>("helpdesk.model.tokens", "{token}", "Tokens given to the model and written by it.");
        _cost = _meter.CreateCounter<double>("helpdesk.model.cost", "{currency}", "By the prices of the settings.");
    }

    public void Dispose() => _meter.Dispose();

    internal void Failed() => _turns.Add(1, new KeyValuePair<string, object?>("outcome", "failed"));

    internal void Ended(Answer answer)
    {
        var writing = answer switch
        {
            Answer.Grounded grounded => grounded.Writing,
            Answer.Abstention abstention => abstention.Writing,
            _ => null,
        };
        var outcome = answer is Answer.Abstention { Reason: var reason } ? CodeOf(reason) : "grounded";
        var writer = writing is null ? "none" : CodeOf(writing.Writer);
        _turns.Add(1, new("outcome", outcome), new("writer", writer));
        _turnSeconds.Record(answer.Timings.Total.TotalSeconds, new("outcome", outcome), new("writer", writer));
        if (writing is not null)
            Written(writing);
    }

    private void Written(WritingRecord writing)
    {
        if (writing.Fallback is { } fallback)
            _fallbacks.Add(1, new KeyValuePair<string, object?>("reason", CodeOf(fallback)));
        foreach (var call in writing.Calls.Where(call => !writing.IsCached || call.Purpose is ModelCallPurpose.Rewrite))
            Called(call);
        // What was measured the first time is not measured again; only the question was completed anew.
        if (writing.IsCached)
        {
            _repeated.Add(1);
            return;
        }

        foreach (var flaw in writing.Checks.Select(check => check.Flaw).OfType<ClaimFlaw>())
            _dropped.Add(1, new KeyValuePair<string, object?>("flaw", CodeOf(flaw)));
    }

    private void Called(ModelCall call)
    {
        var purpose = new KeyValuePair<string, object?>("purpose", CodeOf(call.Purpose));
        _calls.Add(1, purpose, new("failure", call.Failure is { } failure ? CodeOf(failure) : "none"));
        _callSeconds.Record(call.Elapsed.TotalSeconds, purpose);
        if (call.FirstWords > TimeSpan.Zero)
            _firstWords.Record(call.FirstWords.TotalSeconds, purpose);
        _tokens.Add(call.InputTokens, purpose, new("direction", "input"));
        _tokens.Add(call.OutputTokens, purpose, new("direction", "output"));
        _cost.Add((double)call.Cost, purpose);
    }

    private static string CodeOf<T>(T value) where T : struct, Enum => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
