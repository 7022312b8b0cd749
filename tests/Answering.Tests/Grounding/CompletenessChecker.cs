using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgentHelpdesk.Answering.Grounding;
using AgentHelpdesk.Knowledge.Chunks;

namespace AgentHelpdesk.Answering.Tests.Grounding;

/// <summary>
/// The rules no answer may break, checked on what is shown against the chunks it was taken from. Written apart from the writer, with
/// patterns of its own, so that an error in one is seen by the other.
/// </summary>
internal static partial class CompletenessChecker
{
    /// <summary>What is broken, one sentence each; empty for a whole answer.</summary>
    public static IEnumerable<string> Check(ImmutableArray<Claim> claims, ImmutableArray<Citation> citations)
    {
        var shown = Flat(string.Join('\n', claims.Select(claim => claim.Text)));
        foreach (var claim in claims)
        {
            foreach (var problem in CheckClaim(claim, claims, [.. claim.Citations.Select(number => citations[number - 1])]))
                yield return problem;
        }

        foreach (var citation in citations.Where(citation => claims.Any(claim => claim.Table is null && claim.Citations.Contains(citation.Number))))
        {
            foreach (var problem in CheckAround(citation, shown, claims.Any(claim => claim.Cut is not null && claim.Citations.Contains(citation.Number))))
                yield return problem;
        }
    }

    private static IEnumerable<string> CheckClaim(Claim claim, ImmutableArray<Claim> claims, ImmutableArray<Citation> citations)
    {
        var lines = claim.Text.Split('\n');
        if (claim.Table is null && lines[^1].TrimEnd().EndsWith(':'))
            yield return $"announces a list that is not there: {lines[^1]}";
        if (claim.Text.Count(char.IsLetter) < 8 && claim.Table is null)
            yield return $"a bare number: {claim.Text}";
        if (claim.Table is { } table)
        {
            if (table.Rows.Any(row => row.Count(cell => cell.Length > 0) < 2) && table.Header.IsEmpty && table.Caption.Length == 0)
                yield return $"a row without header or caption: {claim.Text}";
            if (table.Header.IsEmpty && citations.Any(citation => HasHeader(citation)))
                yield return $"a row without the header its table has: {claim.Text}";
        }
        else if (lines.Length == 1 && !VersionLine().IsMatch(claim.Text) && !Terminated().IsMatch(claim.Text))
        {
            yield return $"not a whole sentence: {claim.Text}";
        }

        if (claim.Kind is ClaimKind.Exception && claims[0] == claim)
            yield return $"an exception without its rule: {claim.Text}";
    }

    private static bool HasHeader(Citation citation)
    {
        var chunk = citation.Passage.Chunk.Chunk;
        var row = chunk.Parts.FirstOrDefault(part => part.Kind is ChunkPartKind.TableRow && part.Range.Start >= citation.Range.Start && part.Range.End <= citation.Range.End);
        return row is not null && chunk.Parts.Any(part => part.Kind is ChunkPartKind.TableHeader && part.Group == row.Group);
    }

    private static IEnumerable<string> CheckAround(Citation citation, string shown, bool cut)
    {
        var chunk = citation.Passage.Chunk.Chunk;
        var before = chunk.Text[..citation.Range.Start].TrimEnd();
        var after = chunk.Text[citation.Range.End..].TrimStart();
        var starts = citation.Range.Start;
        var part = chunk.Parts.First(part => part.Range.End > starts);
        var previous = chunk.Parts.LastOrDefault(other => other.Range.End <= starts && other.Range.Length > 0);
        var insideOrAfterText = part.Range.Start < starts || previous is not null && !VersionLine().IsMatch(chunk.Text.AsSpan(previous.Range.Start, previous.Range.Length)) && previous is { Kind: ChunkPartKind.Paragraph or ChunkPartKind.ListItem or ChunkPartKind.Note };
        if (Leaning().IsMatch(citation.Quote) && insideOrAfterText && before.Length > 0 && !shown.Contains(Flat(LastSentence(before))))
            yield return $"leans on a sentence that is not shown: {citation.Quote}";
        if (part.Kind is ChunkPartKind.ListItem && part.Ordinal > 1 && !cut && previous is { Kind: ChunkPartKind.ListItem } && !shown.Contains(Flat(chunk.Text.Substring(previous.Range.Start, previous.Range.Length))))
            yield return $"an item without those before: {citation.Quote}";

        var next = chunk.Parts.FirstOrDefault(other => other.Range.Start >= citation.Range.End && other.Range.Length > 0);
        if (!cut && next is { Kind: ChunkPartKind.ListItem, Ordinal: > 1 } && chunk.Parts.Any(other => other.Group == next.Group && other.Range.End <= citation.Range.End && other.Range.Start >= citation.Range.Start)
            && !shown.Contains(Flat(chunk.Text.Substring(next.Range.Start, next.Range.Length))))
            yield return $"a list torn: {Head(after)}";
        if (next is null or { Kind: not (ChunkPartKind.Heading or ChunkPartKind.Caption or ChunkPartKind.TableHeader or ChunkPartKind.TableRow) }
            && !cut && Exception().IsMatch(after) && !shown.Contains(Flat(Head(after))))
            yield return $"without the exception that follows: {Head(after)}";
    }

    private static string LastSentence(string text) => text[Math.Max(0, text.Length - 25)..];

    private static string Head(string text) => text[..Math.Min(25, text.Length)];

    private static string Flat(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    [GeneratedRegex(@"^\W*(?:toutefois|cependant|néanmoins|en outre|cette|ces|ce|il|elle|ils|elles|celui-ci|celle-ci|dans ce cas|à défaut)\s", RegexOptions.IgnoreCase)]
    private static partial Regex Leaning();

    [GeneratedRegex(@"^\W*(?:toutefois|cependant|néanmoins|sauf|par dérogation|par exception)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Exception();

    [GeneratedRegex(@"^(?:Version|Article) en vigueur")]
    private static partial Regex VersionLine();

    [GeneratedRegex(@"[.!?…;:]\W*$|[.!?…»)]\s*$")]
    private static partial Regex Terminated();
}
