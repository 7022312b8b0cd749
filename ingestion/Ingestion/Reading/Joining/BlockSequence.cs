using System.Collections.Immutable;
using AgentHelpdesk.Ingestion.Reading.Layout;

namespace AgentHelpdesk.Ingestion.Reading.Joining;

/// <summary>Writes blocks in the order they are handed in.</summary>
internal sealed class BlockSequence(IReadOnlyDictionary<int, ReadingFrame> frames, Hyphenation hyphenation)
{
    private readonly ImmutableArray<Block>.Builder _blocks = ImmutableArray.CreateBuilder<Block>();

    public ImmutableArray<Block> ToImmutable() => _blocks.ToImmutable();

    public void AddRunning(BlockKind kind, List<Line> segments)
    {
        foreach (var line in Rows.Of(segments))
            _blocks.Add(Write(kind, [line]));
    }

    public void Add(Paragraph paragraph, HeadingRanks ranks)
    {
        var heading = ranks.IsHeading(paragraph);
        _blocks.Add(Write(heading ? BlockKind.Heading : BlockKind.Paragraph, paragraph.Lines) with { Level = heading ? ranks.RankOf(paragraph) : 0 });
    }

    private Block Write(BlockKind kind, List<Line> lines)
    {
        var text = new BlockText(hyphenation);
        foreach (var line in lines)
            text.Add(line);
        var page = lines[0].Page;
        return new()
        {
            Kind = kind,
            Text = text.Text,
            Words = text.Words,
            Page = page,
            EndPage = lines[^1].Page,
            Box = frames[page].ToDisplayed(lines.Where(line => line.Page == page).Select(line => line.Box).Aggregate((a, b) => a.Union(b))),
            FontSize = (float)Math.Round(lines.MaxBy(line => line.Length)?.Size ?? 0, 1),
            Bold = lines.TrueForAll(line => line.IsBold),
        };
    }
}
