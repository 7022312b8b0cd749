using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgentHelpdesk.Answering.Retrieval;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>Chooses the line that is read aloud from what was verified: the claim that answers, and of it the words that fit a line.</summary>
internal static partial class FirstLineFinder
{
    private const int MostCitations = 2;

    public static FirstLine Find(RetrievalOutcome retrieval, VerifiedDraft verified)
    {
        var fit = new QuestionFit(retrieval);
        var (line, claim) = Choose(fit, verified.Claims);
        if (retrieval.Question.ConcernsPerson)
            line = WithoutVerdict(line);
        return new()
        {
            Text = line.Text,
            Citations = CitationsOf(line, verified.Claims[claim], verified.Citations),
            Claim = claim,
            IsWholeClaim = line.IsWhole && verified.Claims[claim].Cut is null,
        };
    }

    /// <summary>The claim the writer put first; where a figure is asked for and it has none, the first that has.</summary>
    internal static (SpokenLine Line, int Claim) Choose(QuestionFit fit, ImmutableArray<Claim> claims)
    {
        var first = Speak(fit, claims[0]);
        if (!fit.WantsFigure || first.HasFigure)
            return (first, 0);
        for (var i = 1; i < claims.Length; i++)
        {
            if (claims[i].Kind is ClaimKind.Rule && Speak(fit, claims[i]) is { HasFigure: true } other)
                return (other, i);
        }

        return (first, 0);
    }

    internal static SpokenLine Speak(QuestionFit fit, Claim claim)
    {
        var sentences = new SpokenSentence(fit);
        return claim.Table is { } table ? new SpokenRow(fit, sentences).Of(table) : sentences.Of(claim.Text);
    }

    /// <summary>A document's "Non, …" is about its own case; read aloud of a person it would be a decision.</summary>
    private static SpokenLine WithoutVerdict(SpokenLine line) => Verdict().Match(line.Text) is { Success: true, Length: var length } && length < line.Text.Length
        ? line with { Text = "… " + line.Text[length..], IsWhole = false }
        : line;

    /// <summary>Those whose quotes hold the line's words, the value's before the caption's; where a model chose the words, those that state its figures.</summary>
    private static ImmutableArray<int> CitationsOf(SpokenLine line, Claim claim, ImmutableArray<Citation> citations)
    {
        var quotes = claim.Citations.Select(number => (Number: number, Text: NormalizedText.Of(citations[number - 1].Quote))).ToArray();
        var numbers = new List<int>();
        foreach (var piece in line.Pieces.Reverse())
        {
            var words = NormalizedText.Of(piece);
            var holding = quotes.Where(quote => quote.Text.Contains(words)).Select(quote => quote.Number).ToArray();
            if (holding.Length > 0 && !holding.Any(numbers.Contains))
                numbers.Add(holding[0]);
        }

        if (numbers.Count == 0)
            numbers.AddRange(Stating(FactFinder.Find(line.Text), claim, citations));
        return numbers.Count == 0 ? claim.Citations[..1] : [.. numbers.Take(MostCitations).Order()];
    }

    private static IEnumerable<int> Stating(IEnumerable<StatedFact> facts, Claim claim, ImmutableArray<Citation> citations) => facts
        .SelectMany(fact => claim.Citations.Where(number => FactFinder.Find(citations[number - 1].Quote).Any(known => known.Supports(fact))).Take(1))
        .Distinct();

    [GeneratedRegex(@"^(?:oui|non)\s?[,.:;!–-]\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Verdict();
}
