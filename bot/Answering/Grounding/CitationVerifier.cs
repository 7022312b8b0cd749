using System.Collections.Immutable;
using AgentHelpdesk.Answering.Grounding.Verifying;
using AgentHelpdesk.Answering.Retrieval;
using AgentHelpdesk.Knowledge.Chunks;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>Why a claim was dropped.</summary>
public enum ClaimFlaw
{
    /// <summary>It relies on no quote, or on a passage that was not read in this turn.</summary>
    UnknownPassage,

    /// <summary>The quoted words stand in no passage of this turn.</summary>
    QuoteInvented,

    /// <summary>The quoted words stand in the passage in pieces, not in one.</summary>
    QuoteStitched,

    /// <summary>The quoted words stand in another passage than the one named.</summary>
    QuoteMisattributed,

    /// <summary>A number, amount, percentage, date, duration or article of the claim is not in its quotes.</summary>
    UnsupportedFact,

    /// <summary>A phone, web address or mail that stands in no cited passage and on no configured list.</summary>
    UnknownContact,

    /// <summary>A negation or restriction of the quote is not in the claim, or the reverse.</summary>
    RestrictionLost,

    /// <summary>Too many of the claim's words have no counterpart in the quote.</summary>
    WordsUnsupported,

    /// <summary>It says what a person is entitled to.</summary>
    DecidesOnPerson,

    /// <summary>A claim that is to be word for word holds words that its quotes don't.</summary>
    WordsAdded,

    /// <summary>Its quote stands with words that give orders to a machine.</summary>
    QuotesOrder,

    /// <summary>The claim it belongs to was dropped.</summary>
    Orphaned,
}

/// <param name="Claim">The claim.</param>
/// <param name="Flaw">What is wrong with it.</param>
/// <param name="Detail">The words, figure or contact at fault; empty when the flaw says it all.</param>
public sealed record RejectedClaim(DraftClaim Claim, ClaimFlaw Flaw, string Detail = "");

/// <summary>What is left of a draft after the check.</summary>
public sealed record VerifiedDraft
{
    /// <summary>In the order to be read; empty when nothing stood the check.</summary>
    public required ImmutableArray<Claim> Claims { get; init; }

    /// <summary>Numbered from 1 in the order of the claims.</summary>
    public required ImmutableArray<Citation> Citations { get; init; }

    public required ImmutableArray<RejectedClaim> Rejected { get; init; }

    /// <summary>The claim that opened the draft is still there: what remains answers the question.</summary>
    public required bool Answers { get; init; }
}

/// <summary>
/// Ties each claim to the words of a passage, or drops it. Code decides, never the writer: the quote stands contiguously in a passage of
/// this turn, and whatever number, amount, percentage, date, duration or article the claim states stands in its quotes. An extractive
/// writer's words are held word for word; a model's own words to what <see cref="ModelClaim"/> checks.
/// </summary>
public static class CitationVerifier
{
    /// <param name="draft">The writer's claims.</param>
    /// <param name="passages">The passages retrieved in this turn.</param>
    /// <param name="rules">What else it is held to.</param>
    public static VerifiedDraft Verify(AnswerDraft draft, ImmutableArray<Passage> passages, VerificationRules rules)
    {
        var readInTurn = passages.Concat(draft.Neighbours).GroupBy(passage => passage.Rank).ToDictionary(group => group.Key, group => group.First());
        var normalized = new Dictionary<int, NormalizedText>();
        var trial = new QuoteTrial(readInTurn.ToDictionary(pair => pair.Key, pair => pair.Value.Chunk.Chunk.Text));
        var readings = new PassageReadings();
        var checks = draft.Claims.Select(claim => rules.Writer is WriterKind.Model
            ? CheckOwnWords(claim, readInTurn, trial, readings, rules)
            : CheckWordForWord(claim, readInTurn, normalized)).ToArray();
        RefuseOrders(checks);
        OrphanGroups(draft.Claims, checks);

        var numbers = new CitationNumbers();
        // The rule, then its conditions, exceptions and what to do: the order in which they are read and numbered.
        var standing = Enumerable.Range(0, checks.Length).Where(i => checks[i].Flaw is null).OrderBy(i => draft.Claims[i].Kind).ToArray();
        foreach (var i in standing)
            numbers.Place(checks[i].Quotes);
        var citations = numbers.Assign();

        return new()
        {
            Claims = [.. standing.Select(i => ClaimOf(draft.Claims[i], numbers.Of(checks[i].Quotes)))],
            Citations = citations,
            Rejected = [.. checks.Select((check, i) => check.Flaw is { } flaw ? new RejectedClaim(draft.Claims[i], flaw, check.Detail) : null).OfType<RejectedClaim>()],
            Answers = checks.Length > 0 && checks[0].Flaw is null,
        };
    }

    /// <summary>A claim in a model's words: its quotes stand, and it says no more and no less than they do.</summary>
    private static ClaimCheck CheckOwnWords(DraftClaim claim, Dictionary<int, Passage> passages, QuoteTrial trial, PassageReadings readings, VerificationRules rules)
    {
        var standing = ImmutableArray.CreateBuilder<(Passage Passage, TextRange Range)>();
        var found = ImmutableArray.CreateBuilder<FoundQuote>();
        foreach (var quote in claim.Quotes)
        {
            if (!passages.TryGetValue(quote.PassageRank, out var passage))
                return new(ClaimFlaw.UnknownPassage, []) { Detail = $"[{quote.PassageRank}]" };
            var verdict = trial.Of(quote.PassageRank, quote.Text);
            if (verdict.Flaw is { } flaw)
                return new(flaw, []) { Detail = verdict.Detail };
            standing.Add((passage, verdict.Range));
            if (QuoteLocator.Locate(passage.Chunk.Chunk, verdict.Range) is { } locator)
                found.Add(new(passage, verdict.Range, locator));
        }

        if (found.Count == 0)
            return new(ClaimFlaw.UnknownPassage, []);
        return ModelClaim.Fault(claim, standing.ToImmutable(), readings, rules) is var (fault, detail)
            ? new(fault, []) { Detail = detail }
            : new(null, found.ToImmutable());
    }

    private static ClaimCheck CheckWordForWord(DraftClaim claim, Dictionary<int, Passage> passages, Dictionary<int, NormalizedText> normalized)
    {
        var found = ImmutableArray.CreateBuilder<FoundQuote>();
        var support = new List<string>();
        foreach (var quote in claim.Quotes)
        {
            if (!passages.TryGetValue(quote.PassageRank, out var passage))
                return new(ClaimFlaw.UnknownPassage, []);
            if (!normalized.TryGetValue(quote.PassageRank, out var text))
                normalized[quote.PassageRank] = text = NormalizedText.Of(passage.Chunk.Chunk.Text);
            if (RangeOf(quote, text) is not { } range)
                return new(ClaimFlaw.QuoteInvented, []);
            support.Add(passage.Chunk.Chunk.Text.Substring(range.Start, range.Length));
            // A table's header repeated on every chunk stands on no page: it supports the claim, and there is nothing to point at.
            if (QuoteLocator.Locate(passage.Chunk.Chunk, range) is { } locator)
                found.Add(new(passage, range, locator));
        }

        if (found.Count == 0)
            return new(ClaimFlaw.UnknownPassage, []);
        if (!FactsStand(claim, support))
            return new(ClaimFlaw.UnsupportedFact, []);
        if (!WordForWord.Holds(claim, support))
            return new(ClaimFlaw.WordsAdded, []);
        return new(null, found.ToImmutable());
    }

    private static TextRange? RangeOf(DraftQuote quote, NormalizedText text)
    {
        TextRange? first = null;
        foreach (var range in text.Find(NormalizedText.Of(quote.Text)))
        {
            if (quote.Taken is not { } taken || Math.Abs(range.Start - taken.Start) <= 2)
                return range;
            first ??= range;
        }

        return first;
    }

    private static bool FactsStand(DraftClaim claim, List<string> support)
    {
        var stated = FactFinder.Find(claim.Text);
        if (claim.Table is { } table)
            stated = stated.Union(table.Rows.SelectMany(row => row).Concat(table.Header).Append(table.Caption).SelectMany(FactFinder.Find));
        var supported = support.SelectMany(FactFinder.Find).ToHashSet();
        return stated.All(fact => supported.Contains(fact) || supported.Any(known => known.Supports(fact)));
    }

    private static void RefuseOrders(ClaimCheck[] checks)
    {
        for (var i = 0; i < checks.Length; i++)
        {
            if (checks[i].Quotes.Any(quote => MachineOrders.SpeakAround(quote.Passage.Chunk.Chunk, quote.Range)))
                checks[i] = new(ClaimFlaw.QuotesOrder, []);
        }
    }

    /// <summary>A claim and those that belong to it stand or fall together.</summary>
    private static void OrphanGroups(ImmutableArray<DraftClaim> claims, ClaimCheck[] checks)
    {
        for (var first = 0; first < checks.Length;)
        {
            var end = first + 1;
            while (end < checks.Length && claims[end].BelongsToPrevious)
                end++;
            if (checks.AsSpan(first, end - first).ToArray().Any(check => check.Flaw is not null))
            {
                for (var i = first; i < end; i++)
                    checks[i] = checks[i].Flaw is null ? new(ClaimFlaw.Orphaned, []) : checks[i];
            }

            first = end;
        }
    }

    private static Claim ClaimOf(DraftClaim claim, ImmutableArray<int> citations) => new()
    {
        Kind = claim.Kind,
        Text = claim.Text,
        Citations = citations,
        Table = claim.Table,
        Cut = claim.Cut,
    };

    private sealed record ClaimCheck(ClaimFlaw? Flaw, ImmutableArray<FoundQuote> Quotes)
    {
        public string Detail { get; init; } = "";
    }
}
