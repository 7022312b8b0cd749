using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.Knowledge.Index;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace AgentHelpdesk.Answering.Retrieval;

/// <param name="Leg">Whether there is one.</param>
/// <param name="Vector">Empty without one.</param>
internal readonly record struct QuestionEmbedding(DenseLeg Leg, ReadOnlyMemory<float> Vector);

/// <summary>Asks the embedding model for a question's vector. A model that is down, slow or wrong costs the dense leg, never the answer.</summary>
internal sealed class QuestionEmbedder(
    IIndexReader index, TimeProvider time, AnsweringOptions options, ILogger logger, IEmbeddingGenerator<string, Embedding<float>>? generator)
{
    // A server that is down is not waited for by everybody: after some failures in a row one question in a while tries again.
    private const int FailuresBeforeRest = 3;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan BetweenLogs = TimeSpan.FromMinutes(5);

    private readonly Lock _lock = new();
    private int _failures;
    private int _unsaid;
    private DateTimeOffset _restsUntil = DateTimeOffset.MinValue;
    private DateTimeOffset _nextLog = DateTimeOffset.MinValue;

    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    public async Task<QuestionEmbedding> EmbedAsync(UnderstoodQuestion question, CancellationToken cancellationToken)
    {
        if (generator is null)
            return new(DenseLeg.None, default);
        if (!question.AllowsModel || question.IsOutOfScope || string.IsNullOrWhiteSpace(question.MaskedText))
            return new(DenseLeg.NotAsked, default);
        if (Rests())
            return new(DenseLeg.Unavailable, default);

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            var wanted = IndexManifest.Of(generator);
            if (await index.ReadManifestAsync(cancellationToken) is { } stored && stored != wanted)
                return Fail("the index was built with another model");
            var limit = TimeSpan.FromMilliseconds(options.EmbeddingMilliseconds);
            var embeddings = await generator.GenerateAsync([question.MaskedText], EmbeddingInput.ForQuestion(), stop.Token).WaitAsync(limit, time, cancellationToken);
            if (embeddings is not [{ Vector: var vector }] || vector.Length != wanted.EmbeddingSize)
                return Fail("the vector is not of the size that the index has");
            lock (_lock)
                _failures = 0;
            return new(DenseLeg.Searched, vector);
        }
        catch (Exception exception) when (exception is not StoreUnavailableException && !cancellationToken.IsCancellationRequested)
        {
            return Fail($"{exception.GetType().Name}: {exception.Message.Split('\n')[0]}");
        }
        finally
        {
            // What came too late is not waited for, and the server need not go on with it.
            await stop.CancelAsync();
        }
    }

    private bool Rests()
    {
        lock (_lock)
        {
            if (_failures < FailuresBeforeRest)
                return false;
            var now = time.GetUtcNow();
            if (now < _restsUntil)
            {
                _unsaid++;
                return true;
            }

            _restsUntil = now + Rest;
            return false;
        }
    }

    private QuestionEmbedding Fail(string cause)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            _failures++;
            _restsUntil = now + Rest;
            _unsaid++;
            if (now >= _nextLog)
            {
                Log.SearchedByWordsAlone(logger, _unsaid, cause);
                (_unsaid, _nextLog) = (0, now + BetweenLogs);
            }
        }

        return new(DenseLeg.Unavailable, default);
    }
}
