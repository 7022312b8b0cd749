using System.Collections.Immutable;
using AgentHelpdesk.Answering.Retrieval;
using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.Knowledge.Text;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>The text of one article or section as far as it was read: consecutive chunks cut into pieces, with the lists found in them.</summary>
internal sealed class SectionText
{
    private readonly Dictionary<int, (int Start, int End)> listsByIntroduction;
    private readonly Dictionary<int, int> introductionOfItem = [];

    /// <param name="passages">Consecutive chunks of one article or section, in order.</param>
    public SectionText(ImmutableArray<Passage> passages)
    {
        var cut = Cut(passages);
        listsByIntroduction = ListRuns.Find(cut);
        var items = new HashSet<int>();
        foreach (var (introduction, (start, end)) in listsByIntroduction)
        {
            for (var i = start; i < end; i++)
            {
                introductionOfItem.TryAdd(i, introduction);
                items.Add(i);
            }
        }

        Passages = passages;
        Pieces = [.. cut.Select(piece => piece.Role is PieceRole.Sentence && items.Contains(piece.Index) ? piece with { Role = PieceRole.Item } : piece)];
    }

    public ImmutableArray<Passage> Passages { get; }

    public ImmutableArray<Piece> Pieces { get; }

    /// <summary>The items that a sentence ending in ":" announces; null when none follow it here.</summary>
    public (int Start, int End)? ListAfter(int introduction) =>
        listsByIntroduction.TryGetValue(introduction, out var run) ? run : null;

    /// <summary>The sentence that announces an item; null for a list that begins with the section.</summary>
    public int? IntroductionOf(int item) => introductionOfItem.TryGetValue(item, out var introduction) ? introduction : null;

    /// <summary>The nearest heading printed above a piece inside this text; null when the section's own path is the nearest.</summary>
    public Piece? HeadingAbove(int index)
    {
        for (var i = index - 1; i >= 0; i--)
        {
            if (Pieces[i].Role is PieceRole.Heading)
                return Pieces[i];
        }

        return null;
    }

    private static ImmutableArray<Piece> Cut(ImmutableArray<Passage> passages)
    {
        var pieces = ImmutableArray.CreateBuilder<Piece>();
        foreach (var passage in passages)
        {
            foreach (var part in passage.Chunk.Chunk.Parts)
            {
                var opens = true;
                foreach (var range in RangesOf(passage.Chunk.Chunk.Text, part))
                {
                    pieces.Add(new()
                    {
                        Index = pieces.Count,
                        Passage = passage,
                        Part = part,
                        Range = range,
                        Role = part.Kind is ChunkPartKind.Paragraph && DraftingWords.StatesVersion(passage.Chunk.Chunk.Text.AsSpan(range.Start, range.Length))
                            ? PieceRole.VersionLine
                            : RoleOf(passage.Chunk.Chunk.Text, part),
                        OpensPart = opens,
                    });
                    opens = false;
                }
            }
        }

        return pieces.ToImmutable();
    }

    /// <summary>A layout that takes the bullets of a list for a column makes it a table of two.</summary>
    private static bool IsBulleted(string text, ChunkPart row) =>
        row.Cells is [{ Length: 1 or 2 } marker, { Length: > 20 }] && DraftingWords.MarkerStyle(text.AsSpan(marker.Start, marker.Length)) is not MarkerStyle.None;

    private static ImmutableArray<TextRange> RangesOf(string text, ChunkPart part) => part.Kind is ChunkPartKind.Paragraph or ChunkPartKind.Note
        ? SentenceSplitter.Split(text, part.Range)
        : part.Range.Length > 0 ? [part.Range] : [];

    private static PieceRole RoleOf(string text, ChunkPart part) => part.Kind switch
    {
        ChunkPartKind.ListItem => PieceRole.Item,
        ChunkPartKind.TableRow => IsBulleted(text, part) ? PieceRole.Item : PieceRole.Row,
        ChunkPartKind.TableHeader => PieceRole.TableHeader,
        ChunkPartKind.Caption => PieceRole.Caption,
        ChunkPartKind.Heading => PieceRole.Heading,
        _ => PieceRole.Sentence,
    };
}
