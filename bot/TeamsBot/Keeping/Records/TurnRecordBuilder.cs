using System.Collections.Immutable;
using AgentHelpdesk.Answering;
using AgentHelpdesk.Answering.Grounding;
using AgentHelpdesk.Answering.Retrieval;
using AgentHelpdesk.TeamsBot.Answers;

namespace AgentHelpdesk.TeamsBot.Keeping.Records;

/// <summary>From an answered turn to its record.</summary>
internal static class TurnRecordBuilder
{
    public static TurnRecord Build(TurnOutcome.Answered answered) => Build(answered.Answer, answered.Turn, answered.Language.Code);

    public static TurnRecord Build(Answer answer, TurnId turn, string language)
    {
        var record = Retrieved(answer, turn, language);
        return answer switch
        {
            Answer.Grounded grounded => Written(record, grounded.Writing) with
            {
                Claims = [.. grounded.Claims.Select(claim => new RecordedClaim(claim.Kind, claim.Text, claim.Citations, claim.Table))],
                Citations = [.. grounded.Citations.Select(CitationOf)],
                FirstLine = grounded.FirstLine.Text,
                Conflicts = grounded.Conflicts,
                Missing = grounded.Missing,
                FollowUpQuestions = grounded.FollowUpQuestions,
            },
            Answer.Abstention { Writing: { } writing } abstention => Written(record, writing) with { Reason = abstention.Reason },
            Answer.Abstention abstention => record with { Reason = abstention.Reason },
            _ => throw new ArgumentOutOfRangeException(nameof(answer), answer.GetType().Name, "No form of answer is known by this name."),
        };
    }

    /// <summary>The revisions whose words may stand in the record: those quoted, and all that a model was shown.</summary>
    public static ImmutableArray<string> Sources(TurnRecord record)
    {
        var ranks = record.Checks.SelectMany(check => check.Quotes).Select(quote => quote.Passage).ToHashSet();
        // Neighbours of passages are ranked after them and not recorded; they are of the same revisions.
        var all = !record.Calls.IsEmpty || ranks.Any(rank => rank > record.Passages.Length);
        var shown = record.Passages.Where(passage => all || ranks.Contains(passage.Rank)).Select(passage => passage.Revision);
        return [.. shown.Concat(record.Citations.Select(citation => citation.Revision)).Distinct(StringComparer.Ordinal)];
    }

    private static TurnRecord Retrieved(Answer answer, TurnId turn, string language) => new()
    {
        Turn = turn.Value,
        Day = answer.Today,
        Question = answer.MaskedQuestion,
        UnderstoodAs = answer.UnderstoodAs,
        Language = language,
        AsOf = [answer.AsOf.First, answer.AsOf.Last],
        NamesDate = answer.NamesDate,
        Audiences = answer.Filter.Audiences,
        Kinds = answer.Filter.Kinds,
        Publication = answer.Publication,
        DocumentsSearched = answer.DocumentsSearched,
        Terms = answer.SearchedTerms,
        Evidence = Rounded(answer.Evidence),
        DenseLeg = answer.DenseLeg,
        ConcernsPerson = answer.ConcernsPerson,
        Person = answer.Person,
        Status = answer is Answer.Grounded ? "grounded" : "abstention",
        MissingReferences = answer.MissingReferences,
        Passages = [.. answer.Passages.Select(PassageOf)],
        RetrievalMilliseconds = Milliseconds(answer.Timings.Retrieval),
        WritingMilliseconds = Milliseconds(answer.Timings.Writing),
    };

    private static TurnRecord Written(TurnRecord record, WritingRecord writing) => record with
    {
        Writer = writing.Writer,
        Fallback = writing.Fallback,
        IsCached = writing.IsCached,
        Calls = [.. writing.Calls.Select(CallOf)],
        Checks = [.. writing.Checks.Select(check => new RecordedCheck(
            check.Draft, check.Writer, check.Claim.Kind, check.Claim.Text, [.. check.Claim.Quotes.Select(quote => new RecordedQuote(quote.PassageRank, quote.Text))], check.Flaw, check.Detail))],
    };

    private static RecordedPassage PassageOf(Passage passage)
    {
        var chunk = passage.Chunk.Chunk;
        return new(
            passage.Rank,
            chunk.Locator.Document.Value,
            chunk.Locator.Revision.Value,
            chunk.Ordinal,
            chunk.Locator.Article,
            [.. chunk.Locator.Words.Select(range => ImmutableArray.Create(range.Page, range.First, range.Count))],
            Rounded(passage.Score),
            passage.SparseScore,
            passage.DenseScore);
    }

    private static RecordedCitation CitationOf(Citation citation) => new(
        citation.Number,
        citation.Passage.Rank,
        citation.Locator.Document.Value,
        citation.Locator.Revision.Value,
        [citation.Locator.FirstPage, citation.Locator.LastPage],
        citation.Quote);

    private static RecordedCall CallOf(ModelCall call) => new()
    {
        Purpose = call.Purpose,
        Prompt = call.Prompt,
        Model = call.Model,
        InputTokens = call.InputTokens,
        OutputTokens = call.OutputTokens,
        IsEstimated = call.IsEstimated,
        Cost = call.Cost,
        FirstWordsMilliseconds = Milliseconds(call.FirstWords),
        Milliseconds = Milliseconds(call.Elapsed),
        Failure = call.Failure,
        Said = call.Said.Length <= RecordedCall.MostSaid ? call.Said : call.Said[..RecordedCall.MostSaid],
    };

    private static double Milliseconds(TimeSpan time) => Math.Round(time.TotalMilliseconds, 1);

    private static double Rounded(double score) => Math.Round(score, 4);
}
