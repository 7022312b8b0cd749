using System.Collections.Immutable;
using AgentHelpdesk.Answering.Grounding;
using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.Answering.Retrieval;
using Microsoft.Extensions.Logging;

namespace AgentHelpdesk.Answering;

/// <summary>A turn: understand and retrieve, enough evidence?, write, check every citation, then an answer or an abstention with its reason.</summary>
public sealed class AnswerQuestion(
    SearchPassages search, IAnswerWriter writer, TimeProvider time, ILogger<AnswerQuestion> logger)
{
    /// <exception cref="Knowledge.Index.StoreUnavailableException">The store does not answer: the turn fails, it is no abstention.</exception>
    public Task<Answer> AskAsync(Question question, CancellationToken cancellationToken) => AskAsync(question, null, cancellationToken);

    /// <param name="question">What is asked.</param>
    /// <param name="progress">Is told how far it has come; null: nobody waits that long.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="Knowledge.Index.StoreUnavailableException">The store does not answer: the turn fails, it is no abstention.</exception>
    public async Task<Answer> AskAsync(Question question, IProgress<AnswerStep>? progress, CancellationToken cancellationToken)
    {
        var clock = new TurnClock(time);
        var retrieval = await search.SearchAsync(question, cancellationToken);
        clock.Retrieved();
        if (retrieval.Evidence.Lack is { } lack)
            return Abstain(retrieval, lack, clock);
        if (retrieval.Passages is [var nearest, ..])
            progress?.Report(new AnswerStep.Found(retrieval.DocumentsSearched, retrieval.Passages.Length, nearest.Chunk.Revision.Description.Title));

        var draft = await WriteAsync(retrieval, cancellationToken);
        clock.Written();
        if (draft.Claims.IsEmpty)
            return Abstain(retrieval, AbstentionReason.EvidenceTooWeak, clock);
        progress?.Report(new AnswerStep.Written(retrieval.DocumentsSearched, draft.Claims.Length));

        var verified = CitationVerifier.Verify(draft, retrieval.Passages, writer.Kind);
        clock.Checked();
        if (!verified.Rejected.IsEmpty)
            Log.ClaimsRejected(logger, verified.Rejected.Length, draft.Claims.Length);
        return verified.Answers
            ? Ground(retrieval, verified, clock)
            : Abstain(retrieval, AbstentionReason.CitationsUnverified, clock);
    }

    private async Task<AnswerDraft> WriteAsync(RetrievalOutcome retrieval, CancellationToken cancellationToken)
    {
        using var activity = AnsweringActivities.Source.StartActivity(AnsweringActivities.Write);
        return await writer.WriteAsync(retrieval, cancellationToken);
    }

    private Answer.Grounded Ground(RetrievalOutcome retrieval, VerifiedDraft verified, TurnClock clock)
    {
        Log.Answered(logger, verified.Claims.Length, verified.Citations.Length, clock.Timings.Total.TotalMilliseconds);
        return new()
        {
            MaskedQuestion = retrieval.Question.AskedText,
            UnderstoodAs = UnderstoodAs(retrieval),
            AsOf = retrieval.Question.AsOf,
            Today = retrieval.Question.Today,
            Publication = retrieval.Publication,
            DocumentsSearched = retrieval.DocumentsSearched,
            SearchedTerms = SearchedTerms(retrieval),
            Passages = retrieval.Passages,
            ConcernsPerson = retrieval.Question.ConcernsPerson,
            MissingReferences = retrieval.Evidence.MissingReferences,
            Timings = clock.Timings,
            Claims = verified.Claims,
            Citations = verified.Citations,
            FirstLine = FirstLineFinder.Find(retrieval, verified),
            Writer = writer.Kind,
        };
    }

    private Answer.Abstention Abstain(RetrievalOutcome retrieval, AbstentionReason reason, TurnClock clock)
    {
        Log.Abstained(logger, reason, clock.Timings.Total.TotalMilliseconds);
        return new(reason)
        {
            MaskedQuestion = retrieval.Question.AskedText,
            UnderstoodAs = UnderstoodAs(retrieval),
            AsOf = retrieval.Question.AsOf,
            Today = retrieval.Question.Today,
            Publication = retrieval.Publication,
            DocumentsSearched = retrieval.DocumentsSearched,
            SearchedTerms = SearchedTerms(retrieval),
            Passages = retrieval.Passages,
            ConcernsPerson = retrieval.Question.ConcernsPerson,
            MissingReferences = retrieval.Evidence.MissingReferences,
            Timings = clock.Timings,
        };
    }

    private static string? UnderstoodAs(RetrievalOutcome retrieval) => retrieval.Question.IsFollowUp ? retrieval.Question.MaskedText : null;

    // A compound and its parts share characters: the longest is what was typed.
    private static ImmutableArray<string> SearchedTerms(RetrievalOutcome retrieval)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        var end = 0;
        foreach (var term in retrieval.Question.Terms.Where(term => !term.IsExpansion).OrderBy(term => term.Start).ThenByDescending(term => term.Length))
        {
            if (term.Start < end)
                continue;
            words.Add(retrieval.Question.MaskedText.Substring(term.Start, term.Length));
            end = term.Start + term.Length;
        }

        return words.ToImmutable();
    }
}
