using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Chunks;

namespace AgentHelpdesk.TeamsBot.Passages;

/// <summary>A part of a chunk that is shown.</summary>
/// <param name="Chunk">The chunk.</param>
/// <param name="Index">The part's position in it.</param>
/// <param name="Quoted">Characters of the chunk's text that are quoted; in order, apart from each other.</param>
internal sealed record ShownPart(Chunk Chunk, int Index, ImmutableArray<TextRange> Quoted)
{
    public ChunkPart Part => Chunk.Parts[Index];

    public bool IsQuoted => Quoted.Any(range => range.Start < Part.Range.End && Part.Range.Start < range.End);
}

/// <summary>Chooses what to show around quoted words: a few paragraphs before and after, tables with their header.</summary>
internal static class PassageWindow
{
    /// <summary>Enough to see what a sentence refers to, little enough to take in beside an answer.</summary>
    private const int NeighboursEachSide = 2;

    /// <summary>A longer table is shown around the quoted rows.</summary>
    private const int RowsEachSide = 12;

    /// <param name="chunks">In the order of the revision; may leave chunks out.</param>
    /// <param name="words">The quoted words.</param>
    public static ImmutableArray<ShownPart> Of(IReadOnlyList<Chunk> chunks, ImmutableArray<WordRange> words)
    {
        var parts = new List<ShownPart>();
        foreach (var chunk in chunks)
        {
            var quoted = QuotedCharacters(chunk, words);
            parts.AddRange(Enumerable.Range(0, chunk.Parts.Length).Select(i => new ShownPart(chunk, i, quoted)));
        }

        var shown = new bool[parts.Count];
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i].IsQuoted)
                Show(parts, shown, i);
        }

        return [.. parts.Where((_, i) => shown[i])];
    }

    /// <summary>Where the words stand in the chunk's text; neighbouring words with what is between them are one range.</summary>
    public static ImmutableArray<TextRange> QuotedCharacters(Chunk chunk, ImmutableArray<WordRange> words)
    {
        var ranges = ImmutableArray.CreateBuilder<TextRange>();
        var goesOn = false;
        foreach (var span in chunk.Words)
        {
            var isQuoted = words.Any(range => range.Page == span.Page && range.First <= span.Word && span.Word - range.First < range.Count);
            if (isQuoted && goesOn && ranges[^1].Start <= span.Start)
                ranges[^1] = new(ranges[^1].Start, span.Start + span.Length - ranges[^1].Start);
            else if (isQuoted)
                ranges.Add(new(span.Start, span.Length));
            goesOn = isQuoted;
        }

        return ranges.ToImmutable();
    }

    /// <summary>Small sections are joined in one chunk: the headings inside it that stand above the first quoted words belong to their path.</summary>
    public static ImmutableArray<string> HeadingsAbove(Chunk chunk, ImmutableArray<WordRange> words)
    {
        var first = QuotedCharacters(chunk, words) is [var range, ..] ? range.Start : 0;
        var headings = new Stack<ChunkPart>();
        foreach (var part in chunk.Parts.Where(part => part.Kind is ChunkPartKind.Heading).TakeWhile(part => part.Range.Start < first))
        {
            while (headings.TryPeek(out var above) && above.Level >= part.Level)
                headings.Pop();
            headings.Push(part);
        }

        return [.. headings.Reverse().Select(part => chunk.Text.Substring(part.Range.Start, part.Range.Length))];
    }

    private static void Show(List<ShownPart> parts, bool[] shown, int quoted)
    {
        var group = parts[quoted].Part.Group;
        var isTable = IsOfTable(parts[quoted]);
        var reach = isTable ? RowsEachSide : NeighboursEachSide;
        for (var i = Math.Max(0, quoted - reach); i <= Math.Min(parts.Count - 1, quoted + reach); i++)
            shown[i] |= Math.Abs(i - quoted) <= NeighboursEachSide || (parts[i].Part.Group == group && IsOfTable(parts[i]));
        for (var i = quoted; isTable && i >= 0 && parts[i].Part.Group == group; i--)
            shown[i] |= parts[i].Part.Kind is ChunkPartKind.TableHeader or ChunkPartKind.Caption;
    }

    private static bool IsOfTable(ShownPart part) => part.Part.Kind is ChunkPartKind.TableRow or ChunkPartKind.TableHeader or ChunkPartKind.Caption;
}
