using System.Collections.Immutable;
using AgentHelpdesk.Ingestion.Reading;
using AgentHelpdesk.Knowledge.Text;

namespace AgentHelpdesk.Ingestion.Sectioning;

/// <summary>
/// Finds tables of contents: entries led by dots to a page number, or a list under "Sommaire" of headings that come again later.
/// They repeat every heading of a document and would answer every question about it.
/// </summary>
internal sealed class ContentsFinder
{
    // Fewer led lines in a row than this may be a form's blanks or a table of amounts.
    private const int FewestLedLines = 3;
    private const double WholeEntry = .75;

    private const int FarthestCover = 20;

    // Page numbers, running lines that were not told apart, the titles of a list's parts.
    private const int LongestGap = 4;
    private const int LongestCoverLine = 300;
    private const int LongestImprint = 150;

    private readonly ImmutableArray<Block> _blocks;
    private readonly string[] _plain;
    private readonly Dictionary<string, int> _lastHeading = new(StringComparer.Ordinal);

    private ContentsFinder(ImmutableArray<Block> blocks)
    {
        _blocks = blocks;
        _plain = [.. blocks.Select(block => PlainLetters.Bare(block.Text))];
        for (var i = 0; i < blocks.Length; i++)
        {
            if (blocks[i].Kind == BlockKind.Heading && _plain[i].Length > 2)
            {
                _lastHeading[_plain[i]] = i;
                if (HeadingMarkReader.Read(blocks[i].Text) is { } mark && PlainLetters.Bare(blocks[i].Text[mark.Length..]) is { Length: > 2 } title)
                    _lastHeading[title] = i;
            }
        }
    }

    /// <summary>For each block whether it is part of a table of contents; its title included.</summary>
    internal static bool[] Find(ImmutableArray<Block> blocks)
    {
        var finder = new ContentsFinder(blocks);
        var contents = new bool[blocks.Length];
        for (var i = 0; i < blocks.Length;)
        {
            var end = DraftingPatterns.ContentsTitle().IsMatch(PlainLetters.Fold(blocks[i].Text)) ? finder.EndOfTitled(i) : finder.EndOfLed(i);
            Array.Fill(contents, true, i, end - i);
            i = Math.Max(end, i + 1);
        }

        finder.MarkCover(contents);
        return contents;
    }

    // A cover prints the headings that the text begins with once more, with little between: a date, the source.
    private void MarkCover(bool[] contents)
    {
        for (var i = 0; i < Math.Min(_blocks.Length, FarthestCover); i++)
        {
            if (contents[i] || _blocks[i].Kind is not (BlockKind.Heading or BlockKind.Paragraph) || _plain[i].Length < 3)
                continue;
            if (_blocks[i].Text.Length > LongestCoverLine)
                return;
            if (IsRepeatedAtOnce(i, contents))
                contents[i] = true;
            else if (_blocks[i].Kind == BlockKind.Heading && HeadingMarkReader.Read(_blocks[i].Text) is not null)
                return;
        }
    }

    private bool IsRepeatedAtOnce(int i, bool[] contents)
    {
        var between = 0;
        for (var j = i + 1; j < _blocks.Length && between <= LongestImprint; j++)
        {
            var isHeading = _blocks[j].Kind == BlockKind.Heading;
            if (isHeading && _plain[j] == _plain[i])
                return true;
            // What stands between is the cover and the headings it repeats, or a date and a source.
            if (_lastHeading.GetValueOrDefault(_plain[j]) > j || contents[j] || _plain.AsSpan(0, i).Contains(_plain[j]))
                continue;
            if (isHeading)
                return false;
            between += _plain[j].Length;
        }

        return false;
    }

    private int EndOfTitled(int title)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var end = title + 1;
        var page = 0;
        for (var i = title + 1; i < _blocks.Length && i - end < LongestGap; i++)
        {
            // Only page numbers prove that the list goes on behind a gap; a heading that comes again may be the text's own.
            if (LedEntries(i) > 0 || EndsInPages(i, ref page) || (i == end && ComesAgain(i) && (seen.Add(_plain[i]) || FollowedByEntry(i))))
                end = i + 1;
            else if (_plain[i].Length > LongestCoverLine || seen.Contains(_plain[i]))
                break;
        }

        return end > title + 1 ? end : title;
    }

    private bool FollowedByEntry(int i) => i + 1 < _blocks.Length && (LedEntries(i + 1) > 0 || ComesAgain(i + 1));

    /// <summary>Whether most lines end in page numbers that never fall, also from block to block.</summary>
    private bool EndsInPages(int i, ref int page)
    {
        var lines = _blocks[i].Text.Split('\n');
        var last = page;
        var numbered = 0;
        foreach (var line in lines)
        {
            if (DraftingPatterns.TrailingPage().Match(line) is not { Success: true } match)
                continue;
            var number = int.Parse(string.Concat(match.Value.Where(char.IsAsciiDigit)), System.Globalization.CultureInfo.InvariantCulture);
            if (number < last)
                return false;
            last = number;
            numbered++;
        }

        if (numbered < 2 || numbered * 2 < lines.Length)
            return false;
        page = last;
        return true;
    }

    private int EndOfLed(int start)
    {
        var entries = 0;
        var end = start;
        while (end < _blocks.Length && LedEntries(end, toPages: true) is > 0 and var count)
        {
            entries += count;
            end++;
        }

        return entries >= FewestLedLines ? end : start;
    }

    private int LedEntries(int i, bool toPages = false)
    {
        var block = _blocks[i];
        if (block.Kind == BlockKind.Table && block.Rows.Length > 0)
            return 0;
        return DraftingPatterns.Leader().Matches(block.Text).Count(match => !toPages || match.Groups["page"].Success);
    }

    /// <summary>Whether the block is made of headings that stand again behind it.</summary>
    private bool ComesAgain(int i)
    {
        if (_lastHeading.TryGetValue(_plain[i], out var last) && last > i)
            return true;
        var lines = _blocks[i].Text.Split('\n').Select(line => PlainLetters.Bare(DraftingPatterns.TrailingPage().Replace(line, ""))).Where(line => line.Length > 2).ToList();
        if (lines.Count == 0)
            return false;
        var found = lines.Where(line => _lastHeading.TryGetValue(line, out var index) && index > i).Sum(line => line.Length);
        return found >= WholeEntry * lines.Sum(line => line.Length) || Covered(i) >= WholeEntry * _plain[i].Length;
    }

    // Entries without page numbers may come joined into one paragraph: how much of it is headings laid end to end?
    private int Covered(int i)
    {
        var text = _plain[i];
        var covered = 0;
        for (var at = 0; at < text.Length;)
        {
            var longest = 0;
            foreach (var (heading, last) in _lastHeading)
            {
                if (last > i && heading.Length > longest && heading.Length > 3 && string.CompareOrdinal(text, at, heading, 0, heading.Length) == 0)
                    longest = heading.Length;
            }

            covered += longest;
            at += Math.Max(1, longest);
        }

        return covered;
    }
}
