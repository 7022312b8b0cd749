using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.TeamsBot.Answers;

namespace AgentHelpdesk.TeamsBot.Passages;

/// <summary>Puts the parts of a passage together again as the page had them: rows to tables, items to lists.</summary>
internal static class PassageBlocks
{
    private const int DeepestLevel = 4;

    public static ImmutableArray<PassageBlock> Of(ImmutableArray<ShownPart> parts)
    {
        // Neighbours of another article must not be read as this one's.
        var sections = parts.Select(SectionOf).Distinct().Count();
        var blocks = ImmutableArray.CreateBuilder<PassageBlock>();
        for (var start = 0; start < parts.Length;)
        {
            if (start > 0 && !FollowsOn(parts[start - 1], parts[start]))
                blocks.Add(new PassageBlock.Gap());
            if (sections > 1 && parts[start].Part.Kind is not ChunkPartKind.Heading && parts[start].Chunk.Locator.SectionPath is [.., var heading] && (start == 0 || SectionOf(parts[start - 1]) != SectionOf(parts[start])))
                blocks.Add(new PassageBlock.Heading(Printable.Line(heading)));
            var end = start + 1;
            while (end < parts.Length && AreOneBlock(parts[start], parts[end]))
                end++;
            blocks.Add(BlockOf(parts[start..end]));
            start = end;
        }

        return blocks.ToImmutable();
    }

    private static string SectionOf(ShownPart part) => string.Join('\n', part.Chunk.Locator.SectionPath);

    private static bool FollowsOn(ShownPart one, ShownPart next) => ReferenceEquals(one.Chunk, next.Chunk)
        ? next.Index == one.Index + 1
        : next.Chunk.Ordinal == one.Chunk.Ordinal + 1 && next.Index == 0 && one.Index == one.Chunk.Parts.Length - 1;

    private static bool AreOneBlock(ShownPart first, ShownPart next) => first.Part.Group == next.Part.Group
        && ((IsRow(first) && IsRow(next)) || (first.Part.Kind is ChunkPartKind.ListItem && next.Part.Kind is ChunkPartKind.ListItem));

    private static bool IsRow(ShownPart part) => part.Part.Kind is ChunkPartKind.TableRow or ChunkPartKind.TableHeader;

    private static PassageBlock BlockOf(ImmutableArray<ShownPart> parts) => parts[0].Part.Kind switch
    {
        ChunkPartKind.TableRow or ChunkPartKind.TableHeader => TableOf(parts),
        ChunkPartKind.ListItem => new PassageBlock.List([.. parts.Select(part => (LineOf(part, part.Part.Range), Math.Clamp(part.Part.Level, 1, DeepestLevel)))]),
        ChunkPartKind.Heading => new PassageBlock.Heading(string.Concat(LineOf(parts[0], parts[0].Part.Range).Runs.Select(run => run.Text))),
        var kind => new PassageBlock.Paragraph(LineOf(parts[0], parts[0].Part.Range), kind is ChunkPartKind.Note or ChunkPartKind.Caption),
    };

    // A table that goes on in the next chunk has its header there once more.
    private static PassageBlock.Table TableOf(ImmutableArray<ShownPart> parts) => new(
        [.. parts.TakeWhile(part => part.Part.Kind is ChunkPartKind.TableHeader).Select(RowOf)],
        [.. parts.Where(part => part.Part.Kind is ChunkPartKind.TableRow).Select(RowOf)]);

    private static PassageRow RowOf(ShownPart part) => new(
        part.Part.Cells.IsDefaultOrEmpty ? [LineOf(part, part.Part.Range)] : [.. part.Part.Cells.Select(cell => LineOf(part, cell))]);

    private static PassageLine LineOf(ShownPart part, TextRange range)
    {
        var runs = ImmutableArray.CreateBuilder<PassageRun>();
        var end = range.Start;
        foreach (var quoted in part.Quoted)
        {
            var (from, to) = (Math.Max(quoted.Start, end), Math.Min(quoted.End, range.End));
            if (from >= to)
                continue;
            Add(end, from, false);
            Add(from, to, true);
            end = to;
        }

        Add(end, range.End, false);
        return new(runs.ToImmutable());

        void Add(int from, int to, bool isQuoted)
        {
            if (to > from && Printable.Line(part.Chunk.Text[from..to]) is { Length: > 0 } text)
                runs.Add(new(text, isQuoted));
        }
    }
}
