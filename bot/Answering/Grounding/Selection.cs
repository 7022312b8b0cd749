using System.Collections.Immutable;
using AgentHelpdesk.Answering.Retrieval;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>
/// The handful of units an answer is made of: the best first; further ones when they are nearly as good, say something more, and come
/// from the same document or say better what another says.
/// </summary>
internal sealed class Selection(ExtractiveWriterOptions options, SentenceScorer scorer)
{
    // Two texts that share this much of their words say the same.
    private const double SameWords = 0.8;
    private const double LeastAdded = 0.05;
    private const double AlmostAsGood = 0.9;

    private readonly List<Unit> chosen = [];

    public bool IsComplete => chosen.Count >= options.MostUnits;

    /// <summary>Whether anything of this score, in whichever document, could still be taken: what is left is weaker.</summary>
    public bool CouldTake(Passage passage, double score) =>
        score >= (chosen.Count == 0 ? options.LeastScore : Math.Min(Needed(passage.Chunk.Revision.Document.Value), Needed(chosen[0].Passage.Chunk.Revision.Document.Value)));

    public void Offer(Unit unit)
    {
        if (unit.Coverage < options.LeastCoverage || unit.Score < Needed(unit.Passage.Chunk.Revision.Document.Value) || chosen.Any(other => Repeats(other, unit)))
            return;
        if (chosen.Count > 0 && !GoesOn(unit) && !Differs(unit) && scorer.Words.Added(unit.Terms, Said()) < LeastAdded)
            return;
        chosen.Add(unit);
    }

    public ImmutableArray<DraftClaim> Claims() => [.. NamedRowFirst().SelectMany((unit, i) => unit.Claims.Select(claim => i == 0 ? claim : claim with { Kind = KindOf(unit, claim) }))];

    /// <summary>A table that a page's end cuts in two is two units: the half whose row the question names answers, whatever its caption lacks.</summary>
    private IEnumerable<Unit> NamedRowFirst()
    {
        var named = chosen.Find(unit => unit.IsNamedRow);
        return named is null || chosen[0] is not { IsTable: true, IsNamedRow: false } first || first.Passage.Chunk.Revision.Id != named.Passage.Chunk.Revision.Id
            ? chosen
            : chosen.Where(unit => unit != named).Prepend(named);
    }

    private double Needed(string document)
    {
        if (chosen.Count == 0)
            return options.LeastScore;
        var share = chosen[0].Passage.Chunk.Revision.Document.Value == document ? options.FurtherShare : options.OtherDocumentShare;
        return Math.Max(options.LeastScore, share * chosen[0].Score);
    }

    private HashSet<string> Said() => [.. chosen.SelectMany(unit => unit.Terms)];

    /// <summary>More of the section that answers best: its next sentences say what the first leaves open.</summary>
    private bool GoesOn(Unit unit) => ReferenceEquals(unit.Text, chosen[0].Text) && unit.Score >= AlmostAsGood * chosen[0].Score;

    /// <summary>The same rule with other figures, of another revision or another fund: both are shown.</summary>
    private bool Differs(Unit unit) => unit.Passage.Chunk.Revision.Id != chosen[0].Passage.Chunk.Revision.Id
        && SharedWords(chosen[0], unit) >= SameWords && !Facts(chosen[0]).SetEquals(Facts(unit));

    private static bool Repeats(Unit one, Unit other)
    {
        if (ReferenceEquals(one.Text, other.Text) && one.Spans.Any(span => other.Spans.Any(span.Overlaps)))
            return true;
        // The same sentence with other figures is another revision's or another fund's rule, and stays.
        return SharedWords(one, other) >= SameWords && Facts(one).SetEquals(Facts(other));
    }

    private static double SharedWords(Unit one, Unit other)
    {
        var (first, second) = (Words(one), Words(other));
        return first.Intersect(second).Count() / (double)Math.Max(1, Math.Min(first.Count, second.Count));
    }

    private static HashSet<string> Words(Unit unit) => [.. unit.Claims.SelectMany(claim => QuestionWords.TermsOf(claim.Text))];

    private static HashSet<StatedFact> Facts(Unit unit) => [.. unit.Claims.SelectMany(claim => FactFinder.Find(claim.Text))];

    private static ClaimKind KindOf(Unit unit, DraftClaim claim)
    {
        var heading = unit.Text.HeadingAbove(unit.Spans[0].First)?.Text ?? unit.Passage.Chunk.Chunk.Locator.SectionPath.LastOrDefault() ?? "";
        return KindReader.Of(claim, heading);
    }
}
