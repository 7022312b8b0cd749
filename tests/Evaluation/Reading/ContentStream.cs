using System.Text;

namespace AgentHelpdesk.Evaluation.Reading;

/// <summary>The letters of a document's content, block after block, running lines left out; finds where a known text stands in it.</summary>
internal sealed class ContentStream
{
    /// <summary>Between the lines of a list or table: a marker that is printed ("12°") and not part of the item's text.</summary>
    private const int MarkerLength = 8;
    private const int MostPlaces = 200;

    private readonly List<(int Start, BlockLine Block)> _blocks = [];
    private readonly string _letters;

    public ContentStream(IEnumerable<BlockLine> blocks)
    {
        var letters = new StringBuilder();
        foreach (var block in blocks.Where(block => !block.IsRunning))
        {
            _blocks.Add((letters.Length, block));
            letters.Append(Letters.Of(block.Text));
        }

        _letters = letters.ToString();
    }

    public int Length => _letters.Length;

    /// <summary>
    /// The best place of the text: on its page if possible, then the nearest after <paramref name="cursor"/>. Null when it stands
    /// nowhere in one piece.
    /// </summary>
    public Place? Find(string text, int page, int cursor)
    {
        var lines = text.Split('\n').Select(Letters.Of).Where(line => line.Length > 0).ToList();
        if (lines.Count == 0)
            return null;
        return Starts(lines[0])
            .Select(start => Follow(lines, start))
            .OfType<Place>()
            .OrderBy(place => (place.StartsOn(page) ? 0 : 1, place.Start < cursor ? 1 : 0, Math.Abs(place.Start - cursor)))
            .FirstOrDefault();
    }

    public int Count(string letters) => letters.Length == 0 ? 0 : Starts(letters).Count();

    private IEnumerable<int> Starts(string letters)
    {
        var places = 0;
        for (var i = _letters.IndexOf(letters, StringComparison.Ordinal); i >= 0 && places < MostPlaces; places++)
        {
            yield return i;
            i = _letters.IndexOf(letters, i + 1, StringComparison.Ordinal);
        }
    }

    private Place? Follow(List<string> lines, int start)
    {
        var end = start + lines[0].Length;
        foreach (var line in lines.Skip(1))
        {
            var next = _letters.IndexOf(line, end, Math.Min(line.Length + MarkerLength, _letters.Length - end), StringComparison.Ordinal);
            if (next < 0)
                return null;
            end = next + line.Length;
        }

        var first = BlockAt(start);
        var last = BlockAt(end - 1);
        var blockEnd = last + 1 < _blocks.Count ? _blocks[last + 1].Start : _letters.Length;
        var atStart = start - _blocks[first].Start <= MarkerLength;
        return new(start, _blocks[first].Block, atStart, first == last && atStart && blockEnd == end);
    }

    private int BlockAt(int position)
    {
        var (low, high) = (0, _blocks.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_blocks[middle].Start <= position)
                low = middle;
            else
                high = middle - 1;
        }

        return low;
    }

    /// <param name="Start">In the letters of the content.</param>
    /// <param name="Block">The block it begins in.</param>
    /// <param name="AtBlockStart">It begins where that block begins, a marker or number aside.</param>
    /// <param name="IsBlock">It is that block, no more and no less.</param>
    internal sealed record Place(int Start, BlockLine Block, bool AtBlockStart, bool IsBlock)
    {
        public bool StartsOn(int page) => AtBlockStart ? Block.Page == page : Block.Page <= page && page <= Block.EndPage;
    }
}
