using System.Collections.Immutable;
using AgentHelpdesk.Evaluation.Questions;
using AgentHelpdesk.Evaluation.Retrieval;

namespace AgentHelpdesk.Evaluation.Answers;

/// <summary>Citations beside the places that are known to answer.</summary>
internal static class GoldCitations
{
    private const int SequenceLength = 4;

    /// <summary>Null without citations.</summary>
    public static double? Precision(EvaluationQuestion question, ImmutableArray<CitationLine> citations) =>
        citations.IsEmpty ? null : citations.Count(citation => question.Gold.Any(gold => OnPageOf(citation, gold))) / (double)citations.Length;

    /// <summary>Null without gold pages.</summary>
    public static double? Recall(EvaluationQuestion question, ImmutableArray<CitationLine> citations)
    {
        var paged = question.Gold.Where(gold => !gold.Pages.IsEmpty).ToList();
        if (paged.Count == 0)
            return null;
        var found = paged.Count(gold => citations.Any(citation => OnPageOf(citation, gold)));
        return question.AnyGoldSuffices ? Math.Min(1, found) : found / (double)paged.Count;
    }

    /// <summary>Null without gold quotes.</summary>
    public static double? QuoteCovered(EvaluationQuestion question, ImmutableArray<CitationLine> citations)
    {
        var shares = question.Gold.Where(gold => gold.Quote.Length > 0).Select(gold => Covered(gold, citations)).ToList();
        return shares.Count == 0 ? null : question.AnyGoldSuffices ? shares.Max() : shares.Average();
    }

    private static double Covered(GoldEntry gold, ImmutableArray<CitationLine> citations)
    {
        var quotes = citations.Where(citation => OnPageOf(citation, gold)).Select(citation => citation.Quote).ToList();
        // Cells of one row, which others tear apart, count as a whole.
        if (gold.Quote.Contains(" | ", StringComparison.Ordinal) && quotes.Exists(quote => GoldMatch.HoldsQuote(quote, gold.Quote)))
            return 1;
        var wanted = Words.Sequences(Words.Of(gold.Quote), SequenceLength);
        var words = quotes.ConvertAll(Words.Of);
        return wanted.Count == 0 ? 0 : wanted.Count(sequence => words.Exists(text => Words.Contain(text, [.. sequence.Split(' ')]))) / (double)wanted.Count;
    }

    private static bool OnPageOf(CitationLine citation, GoldEntry gold) =>
        GoldMatch.SameFile(citation.Document, gold.Document) && gold.Pages.Any(citation.Pages.Contains);
}
