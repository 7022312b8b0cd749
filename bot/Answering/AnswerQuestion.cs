using System.Collections.Immutable;
using AgentHelpdesk.Answering.Grounding;
using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.Answering.Retrieval;
using Microsoft.Extensions.Logging;

namespace AgentHelpdesk.Answering;

/// <summary>A turn: understand and retrieve, enough evidence?, write, check every citation, then an answer or an abstention with its reason.</summary>
public sealed class AnswerQuestion(
    FollowUpRewriter rewriter, SearchPassages search, WriteAnswer write, AnswerCache cache, ModelPrices prices, AnsweringMeter meter, TimeProvider time, ILogger<AnswerQuestion> logger)
{
    /// <exception cref="Knowledge.Index.StoreUnavailableException">The store does not answer: the turn fails, it is no abstention.</exception>
    public Task<Answer> AskAsync(Question question, CancellationToken cancellationToken) => AskAsync(question, null, cancellationToken);

    /// <param name="question">What is asked.</param>
    /// <param name="progress">Is told how far it has come; null: nobody waits that long.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="Knowledge.Index.StoreUnavailableException">The store does not answer: the turn fails, it is no abstention.</exception>
    public async Task<Answer> AskAsync(Question question, IProgress<AnswerStep>? progress, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await AnswerAsync(question, progress, cancellationToken);
            meter.Ended(answer);
            return answer;
        }
        catch
        {
            meter.Failed();
            throw;
        }
    }

    private async Task<Answer> AnswerAsync(Question question, IProgress<AnswerStep>? progress, CancellationToken cancellationToken)
    {
        var clock = new TurnClock(time);
        var (understandable, asked) = await rewriter.RewriteAsync(question, cancellationToken);
        ImmutableArray<ModelCall> calls = [.. asked.Select(prices.Complete)];
        var retrieval = await search.SearchAsync(understandable, cancellationToken);
        clock.Retrieved();
        if (retrieval.Question.ConcernsPerson)
            Log.AskedOnPerson(logger, retrieval.Question.Person);
        if (retrieval.Evidence.Lack is { } lack)
            return Abstain(retrieval, lack, clock, calls.IsEmpty ? null : new() { Writer = WriterKind.Extractive, Calls = calls });
        if (!retrieval.Passages.IsEmpty)
            progress?.Report(new AnswerStep.Found(retrieval.DocumentsSearched, retrieval.Passages) { AsOf = retrieval.Question.AsOf, Today = retrieval.Question.Today });

        var written = await WriteAsync(retrieval, calls, progress, cancellationToken);
        clock.Written();
        if (!written.Verified.Rejected.IsEmpty)
            Log.ClaimsRejected(logger, written.Verified.Rejected.Length, written.Record.Checks.Length);
        if (written.Verified.Answers)
            return Ground(retrieval, written, clock);
        return Abstain(retrieval, written.WroteNothing ? AbstentionReason.EvidenceTooWeak : AbstentionReason.CitationsUnverified, clock, written.Record);
    }

    private async Task<WrittenAnswer> WriteAsync(RetrievalOutcome retrieval, ImmutableArray<ModelCall> calls, IProgress<AnswerStep>? progress, CancellationToken cancellationToken)
    {
        using var activity = AnsweringActivities.Source.StartActivity(AnsweringActivities.Write);
        var written = await cache.WriteAsync(retrieval, progress, (step, token) => WritePricedAsync(retrieval, calls, step, token), cancellationToken);
        // The question was completed in this turn, also where the answer is an earlier one's.
        if (!calls.IsEmpty)
            written = written with { Record = written.Record with { Calls = [.. calls, .. written.Record.Calls] } };
        activity?.Tag(written.Record);
        return written;
    }

    private async Task<WrittenAnswer> WritePricedAsync(RetrievalOutcome retrieval, ImmutableArray<ModelCall> calls, IProgress<AnswerStep>? progress, CancellationToken cancellationToken)
    {
        var written = await write.WriteAsync(retrieval, calls, progress, cancellationToken);
        return written with { Record = written.Record with { Calls = [.. written.Record.Calls.Select(prices.Complete)] } };
    }

    private Answer.Grounded Ground(RetrievalOutcome retrieval, WrittenAnswer written, TurnClock clock)
    {
        var verified = written.Verified;
        var found = ConflictFinder.Find(retrieval, verified.Claims, verified.Citations);
        Log.Answered(logger, verified.Claims.Length, verified.Citations.Length, clock.Timings.Total.TotalMilliseconds);
        return new()
        {
            MaskedQuestion = retrieval.Question.AskedText,
            UnderstoodAs = UnderstoodAs(retrieval),
            AsOf = retrieval.Question.AsOf,
            Today = retrieval.Question.Today,
            Publication = retrieval.Publication,
            Filter = retrieval.Filter,
            NamesDate = retrieval.Question.NamesDate,
            Evidence = retrieval.Evidence.Strength,
            DocumentsSearched = retrieval.DocumentsSearched,
            SearchedTerms = SearchedTerms(retrieval),
            Passages = retrieval.Passages,
            ConcernsPerson = retrieval.Question.ConcernsPerson,
            Person = retrieval.Question.Person,
            MissingReferences = retrieval.Evidence.MissingReferences,
            Timings = clock.Timings,
            DenseLeg = retrieval.DenseLeg,
            Claims = found.Claims,
            Citations = found.Citations,
            Conflicts = found.Conflicts,
            FirstLine = FirstLineFinder.Find(retrieval, verified),
            Writing = written.Record,
            Dropped = verified.Rejected,
            ShowsDropped = written.ShowsDropped,
            Missing = written.Missing,
            FollowUpQuestions = written.FollowUpQuestions,
        };
    }

    private Answer.Abstention Abstain(RetrievalOutcome retrieval, AbstentionReason reason, TurnClock clock, WritingRecord? writing = null)
    {
        Log.Abstained(logger, reason, clock.Timings.Total.TotalMilliseconds);
        return new(reason)
        {
            MaskedQuestion = retrieval.Question.AskedText,
            UnderstoodAs = UnderstoodAs(retrieval),
            AsOf = retrieval.Question.AsOf,
            Today = retrieval.Question.Today,
            Publication = retrieval.Publication,
            Filter = retrieval.Filter,
            NamesDate = retrieval.Question.NamesDate,
            Evidence = retrieval.Evidence.Strength,
            DocumentsSearched = retrieval.DocumentsSearched,
            SearchedTerms = SearchedTerms(retrieval),
            Passages = retrieval.Passages,
            ConcernsPerson = retrieval.Question.ConcernsPerson,
            Person = retrieval.Question.Person,
            MissingReferences = retrieval.Evidence.MissingReferences,
            Timings = clock.Timings,
            DenseLeg = retrieval.DenseLeg,
            Writing = writing,
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
