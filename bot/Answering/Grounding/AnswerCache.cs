using AgentHelpdesk.Answering.Retrieval;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Internal;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>
/// Asks the model once for the same question: those who ask while it is written wait for it, those who ask later get what was written, if the model wrote
/// it and it stood the check. A fallback is shared by those who wait and is not held. An answer never outlives its publication.
/// </summary>
public sealed class AnswerCache : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, SharedWriting> _underWay = new(StringComparer.Ordinal);
    private readonly ModelWriter _model;
    private readonly IModelGate _switch;
    private readonly AnswerCacheOptions _options;
    private readonly MemoryCache _held;

    public AnswerCache(ModelWriter model, IModelGate gate, IOptions<AnswerCacheOptions> options, TimeProvider time)
    {
        (_model, _switch, _options) = (model, gate, options.Value);
        _held = new(Options.Create(new MemoryCacheOptions { Clock = new Clock(time), ExpirationScanFrequency = TimeSpan.FromMinutes(1) }));
    }

    /// <param name="retrieval">What was asked and found.</param>
    /// <param name="progress">Is told of the draft; may be null.</param>
    /// <param name="write">Writes it; stopped once nobody waits for it.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<WrittenAnswer> WriteAsync(
        RetrievalOutcome retrieval,
        IProgress<AnswerStep>? progress,
        Func<IProgress<AnswerStep>?, CancellationToken, Task<WrittenAnswer>> write,
        CancellationToken cancellationToken)
    {
        if (!_options.Enabled || !_model.IsConfigured || !retrieval.Question.AllowsModel || await _switch.IsOffAsync(cancellationToken))
            return await write(progress, cancellationToken);
        var key = AnswerKey.Of(retrieval);
        if (_held.TryGetValue(key, out WrittenAnswer? known) && known is not null)
        {
            progress?.Report(new AnswerStep.Written(retrieval.DocumentsSearched, known.Record.Checks.Length));
            return Again(known);
        }

        var (shared, isFirst) = Join(key, progress, write);
        try
        {
            var written = await shared.Written.WaitAsync(cancellationToken);
            return isFirst ? written : Again(written);
        }
        finally
        {
            Leave(key, shared, progress);
        }
    }

    public void Dispose() => _held.Dispose();

    private static WrittenAnswer Again(WrittenAnswer written) => written with { Record = written.Record with { IsCached = true } };

    private (SharedWriting Shared, bool IsFirst) Join(string key, IProgress<AnswerStep>? progress, Func<IProgress<AnswerStep>?, CancellationToken, Task<WrittenAnswer>> write)
    {
        lock (_gate)
        {
            var isFirst = !_underWay.TryGetValue(key, out var shared);
            shared ??= _underWay[key] = new();
            shared.Enter(progress);
            if (isFirst)
                shared.Start(token => WriteAndHoldAsync(key, shared, write, token));
            return (shared, isFirst);
        }
    }

    private async Task<WrittenAnswer> WriteAndHoldAsync(
        string key, SharedWriting shared, Func<IProgress<AnswerStep>?, CancellationToken, Task<WrittenAnswer>> write, CancellationToken cancellationToken)
    {
        try
        {
            var written = await write(shared, cancellationToken);
            if (written is { Record: { Writer: WriterKind.Model, Fallback: null, IsCached: false }, Verified.Answers: true })
                Hold(key, written);
            return written;
        }
        finally
        {
            Forget(key, shared);
        }
    }

    private void Hold(string key, WrittenAnswer written)
    {
        if (_held.Count >= _options.Entries)
            _held.Compact(Math.Max(0.1, 1.0 / _held.Count));
        _held.Set(key, written, TimeSpan.FromMinutes(_options.Minutes));
    }

    private void Leave(string key, SharedWriting shared, IProgress<AnswerStep>? progress)
    {
        lock (_gate)
        {
            if (shared.Leave(progress))
                return;
            // Nobody waits any more: whoever comes next begins anew.
            Forget(key, shared);
        }

        shared.Dispose();
    }

    private void Forget(string key, SharedWriting shared)
    {
        lock (_gate)
        {
            if (_underWay.TryGetValue(key, out var known) && ReferenceEquals(known, shared))
                _underWay.Remove(key);
        }
    }

    private sealed class Clock(TimeProvider time) : ISystemClock
    {
        public DateTimeOffset UtcNow => time.GetUtcNow();
    }
}
