using AgentHelpdesk.Answering.Retrieval;
using AgentHelpdesk.Knowledge.Catalogue;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>
/// Writes without a model: the sentences, lists and table rows of the passages that answer the question, word for word, each completed
/// with what it leans on, announces, and is restricted by. Silent when nothing answers.
/// </summary>
public sealed class ExtractiveWriter(ICatalogueReader catalogue, IOptions<ExtractiveWriterOptions> options) : IAnswerWriter
{
    private readonly KnownTerms _known = new();

    public WriterKind Kind => WriterKind.Extractive;

    public async Task<AnswerDraft> WriteAsync(RetrievalOutcome retrieval, CancellationToken cancellationToken)
    {
        if (retrieval.Passages.IsDefaultOrEmpty)
            return new([]);

        var scorer = new SentenceScorer(retrieval, _known);
        var rows = new RowChooser(retrieval, scorer.Words);
        var reader = new SectionReader(catalogue, retrieval.Passages);
        var selection = new Selection(options.Value, scorer);
        var queue = Candidates(retrieval, scorer);
        while (!selection.IsComplete && queue.TryDequeue(out var next, out _) && selection.CouldTake(next.Passage, next.Score))
        {
            if (next.Completed is { } unit)
            {
                selection.Offer(unit);
                continue;
            }

            // Completing changes what is said, and with it the score: the unit waits for its turn among what is left.
            var section = await reader.ReadAsync(next.Passage, cancellationToken);
            if (Unit.Complete(section, next, scorer, rows) is { } completed && scorer.MayAnswer(completed.Claims))
                queue.Enqueue(next with { Completed = completed, Score = completed.Score }, -completed.Score);
        }

        var claims = selection.Claims();
        var cited = claims.SelectMany(claim => claim.Quotes).Select(quote => quote.PassageRank).ToHashSet();
        return new(claims) { Neighbours = [.. reader.Neighbours.Where(passage => cited.Contains(passage.Rank))] };
    }

    /// <summary>Every sentence, item and table of the best passages, the most promising first.</summary>
    private PriorityQueue<Candidate, double> Candidates(RetrievalOutcome retrieval, SentenceScorer scorer)
    {
        var queue = new PriorityQueue<Candidate, double>();
        foreach (var passage in retrieval.Passages.OrderBy(passage => passage.Rank).Take(options.Value.PassagesRead))
        {
            foreach (var candidate in Candidate.Of(passage, scorer))
                queue.Enqueue(candidate, -candidate.Score);
        }

        return queue;
    }
}
