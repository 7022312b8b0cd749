using System.Collections.Concurrent;
using System.Collections.Immutable;
using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.Answering.Retrieval;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.Knowledge.Index;

namespace AgentHelpdesk.Answering.Suggestions;

/// <summary>Questions to go on with where none could be answered: made from the headings of the nearest sections, and offered only when those sections answer them.</summary>
public sealed class SuggestNearby(AnswerQuestion answering, TimeProvider time)
{
    private const int MostPassages = 8;

    /// <summary>Each try is a turn of its own; somebody waits for these.</summary>
    private const int MostTries = 6;

    private const int MostRemembered = 1_000;

    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(1);

    private volatile Tried _tried = new(0, default);

    /// <param name="abstention">What could not be answered.</param>
    /// <param name="audiences">The caller's, without everyone's.</param>
    /// <param name="count">At most this many.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Fewer, or none, when fewer were found in a second.</returns>
    public async Task<ImmutableArray<string>> OfAsync(Answer.Abstention abstention, ImmutableArray<string> audiences, int count, CancellationToken cancellationToken)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        var tried = TriedOn(abstention);
        using var budget = new CancellationTokenSource(Budget, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, budget.Token);
        try
        {
            foreach (var (question, passage) in Candidates(abstention).Take(MostTries))
            {
                if (found.Count == count)
                    break;
                if ((await AnsweringAsync(tried, question, audiences, linked.Token)).Contains(passage.Chunk.Revision.Document))
                    found.Add(question);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // What was found in time is offered.
        }
        catch (StoreUnavailableException)
        {
            // The abstention itself stands.
        }

        return found.ToImmutable();
    }

    // The nearest section's own heading says more than the chapter's around it.
    private static IEnumerable<(string Question, Passage Passage)> Candidates(Answer.Abstention abstention)
    {
        var asked = FoldedText.Of(abstention.UnderstoodAs ?? abstention.MaskedQuestion);
        return abstention.Passages.Take(MostPassages)
            .SelectMany(passage => passage.Chunk.Chunk.Locator.SectionPath.Reverse()
                .Select(heading => HeadingQuestion.Of(heading, Subject.Of(passage.Chunk.Revision.Description.Title)))
                .OfType<string>()
                .Select(question => (Question: question, Passage: passage)))
            .Where(candidate => FoldedText.Of(candidate.Question) != asked)
            .DistinctBy(candidate => candidate.Question, StringComparer.OrdinalIgnoreCase)
            .OrderBy(candidate => HeadingQuestion.IsVague(candidate.Question));
    }

    /// <summary>The documents that the answer cites; the same sections are near to many questions, so it is asked once a day and publication.</summary>
    private async Task<ImmutableHashSet<DocumentId>> AnsweringAsync(Tried tried, string question, ImmutableArray<string> audiences, CancellationToken cancellationToken)
    {
        var key = (question, string.Join(' ', audiences));
        if (tried.Documents.TryGetValue(key, out var known))
            return known;
        var answer = await answering.AskAsync(new Question { Text = question, AllowsModel = false, Audiences = audiences }, cancellationToken);
        return tried.Documents[key] = answer is Answer.Grounded grounded
            ? [.. grounded.Citations.Select(citation => citation.Passage.Chunk.Revision.Document)] : [];
    }

    private Tried TriedOn(Answer.Abstention abstention)
    {
        var tried = _tried;
        return tried.Publication == abstention.Publication && tried.Today == abstention.Today && tried.Documents.Count < MostRemembered
            ? tried : _tried = new(abstention.Publication, abstention.Today);
    }

    private sealed record Tried(long Publication, DateOnly Today)
    {
        public ConcurrentDictionary<(string Question, string Audiences), ImmutableHashSet<DocumentId>> Documents { get; } = new();
    }
}
