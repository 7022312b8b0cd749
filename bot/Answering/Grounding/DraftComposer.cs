using System.Collections.Immutable;
using AgentHelpdesk.Answering.Retrieval;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>Makes a draft of what a model wrote: plain words, each thing said once, the rule first with its exceptions tied to it.</summary>
internal static class DraftComposer
{
    private const int MostClaims = 12;
    private const int LongestClaim = 600;
    private const int LongestQuote = 1_500;

    // Of two claims with the same figures, the share of common words from which they say the same.
    private const double SameShare = 0.85;

    public static AnswerDraft Of(IEnumerable<WrittenClaim> written, ImmutableArray<Passage> passages)
    {
        var claims = written.Select(claim => ClaimOf(claim, passages)).Where(claim => claim.Text.Length > 0).Take(MostClaims);
        return Ordered(Merged(claims));
    }

    /// <summary>Ties exceptions to the rule before them; the first rule opens.</summary>
    public static AnswerDraft Ordered(IEnumerable<DraftClaim> claims)
    {
        var all = claims.Select(claim => claim with { BelongsToPrevious = false }).ToList();
        if (all.Count > 0 && !all.Exists(claim => claim.Kind is ClaimKind.Rule))
            all[0] = all[0] with { Kind = ClaimKind.Rule };
        var ordered = new List<DraftClaim>();
        foreach (var rule in all.Where(claim => claim.Kind is ClaimKind.Rule))
        {
            ordered.Add(rule);
            ordered.AddRange(ExceptionsOf(rule).Select(exception => exception with { BelongsToPrevious = true }));
        }

        return new([.. ordered, .. all.Where(claim => claim.Kind is ClaimKind.Condition or ClaimKind.Procedure)]);

        // Of no rule before it, an exception is one of the rule that answers.
        IEnumerable<DraftClaim> ExceptionsOf(DraftClaim rule) => all.Where((claim, i) => claim.Kind is ClaimKind.Exception
            && ReferenceEquals(all.Take(i).LastOrDefault(other => other.Kind is ClaimKind.Rule) ?? all.First(other => other.Kind is ClaimKind.Rule), rule));
    }

    /// <param name="claims">In order.</param>
    /// <param name="joinsQuotes">The same sentence relies on the quotes of both; else on those of the first.</param>
    /// <returns>What is said twice once.</returns>
    public static IEnumerable<DraftClaim> Merged(IEnumerable<DraftClaim> claims, bool joinsQuotes = true)
    {
        var merged = new List<DraftClaim>();
        foreach (var claim in claims)
        {
            var same = merged.FindIndex(other => SaysTheSame(other.Text, claim.Text));
            if (same < 0)
                merged.Add(claim);
            else if (joinsQuotes && NormalizedText.Of(merged[same].Text).Text == NormalizedText.Of(claim.Text).Text)
                merged[same] = merged[same] with { Quotes = [.. merged[same].Quotes.Union(claim.Quotes)] };
        }

        return merged;
    }

    public static bool SaysTheSame(string one, string other)
    {
        var (first, second) = (NormalizedText.Of(one).Text, NormalizedText.Of(other).Text);
        if (first == second)
            return true;
        if (!FactFinder.Find(one).SetEquals(FactFinder.Find(other)))
            return false;
        var (words, others) = (WordsOf(first), WordsOf(second));
        return Restrictions(words) == Restrictions(others) && words.Intersect(others).Count() >= SameShare * words.Union(others).Count();
    }

    private static HashSet<string> WordsOf(string normalized) => [.. normalized.Split([' ', '\'', ',', '.', ';', ':', '(', ')'], StringSplitOptions.RemoveEmptyEntries)];

    // Two sentences that differ by one "pas" have nearly all their words in common.
    private static int Restrictions(HashSet<string> words) =>
        words.Count(word => word is "ne" or "n" or "pas" or "plus" or "sauf" or "sans" or "non" or "aucun" or "aucune" or "jamais" or "ni" or "hors" or "que" or "not" or "no" or "except" or "without" or "never" or "only");

    private static DraftClaim ClaimOf(WrittenClaim written, ImmutableArray<Passage> passages)
    {
        var originals = written.Quotes.Select(quote => passages.FirstOrDefault(passage => passage.Rank == quote.Passage)?.Chunk.Chunk.Text ?? "").ToArray();
        var text = originals.Aggregate(written.Text, Fence.Undone);
        var claim = new DraftClaim
        {
            Kind = ClaimKind.Rule,
            Text = ModelText.Of(text, LongestClaim),
            Quotes = [.. written.Quotes.Select((quote, i) => new DraftQuote(quote.Passage, ModelText.Quote(Fence.Undone(quote.Text, originals[i]), LongestQuote))).Where(quote => quote.Text.Length > 0).Distinct()],
        };
        return claim with { Kind = KindOf(written.Kind) ?? KindReader.Of(claim, "") };
    }

    private static ClaimKind? KindOf(string kind) => kind.Trim().ToLowerInvariant() switch
    {
        "rule" or "règle" or "regle" => ClaimKind.Rule,
        "condition" => ClaimKind.Condition,
        "exception" => ClaimKind.Exception,
        "procedure" or "procédure" or "démarche" => ClaimKind.Procedure,
        _ => null,
    };
}
