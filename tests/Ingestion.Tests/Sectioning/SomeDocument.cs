using System.Collections.Immutable;
using AgentHelpdesk.Ingestion.Reading;
using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Ingestion.Tests.Sectioning;

/// <summary>Builds what reading would give for a document written down block by block; every word stands on its page.</summary>
internal sealed class SomeDocument
{
    private readonly List<Block> _blocks = [];
    private readonly Dictionary<int, List<PageWord>> _pages = [];
    private int _page = 1;

    internal SomeDocument OnPage(int page)
    {
        _page = page;
        return this;
    }

    internal SomeDocument Heading(string text, float size = 14, int level = 0, bool bold = true, int? bookmark = null) =>
        Add(BlockKind.Heading, text, block => block with { FontSize = size, Level = level, Bold = bold, BookmarkLevel = bookmark });

    internal SomeDocument Paragraph(string text, bool bold = false, float size = 10) => Add(BlockKind.Paragraph, text, block => block with { Bold = bold, FontSize = size });

    internal SomeDocument Note(string text) => Add(BlockKind.Note, text, block => block with { FontSize = 8 });

    internal SomeDocument Caption(string text) => Add(BlockKind.Caption, text);

    internal SomeDocument Header(string text) => Add(BlockKind.Header, text);

    internal SomeDocument List(params string[] items) => Add(BlockKind.List, string.Join('\n', items), block =>
    {
        var start = 0;
        var ranges = ImmutableArray.CreateBuilder<ListItem>();
        foreach (var item in items)
        {
            ranges.Add(new(new(start, item.Length), 1, item[..1]));
            start += item.Length + 1;
        }

        return block with { Items = ranges.ToImmutable() };
    });

    internal SomeDocument Table(string[] header, params string[][] rows)
    {
        string[][] all = header.Length == 0 ? rows : [header, .. rows];
        return Add(BlockKind.Table, string.Join('\n', all.Select(row => string.Join('\t', row))), block =>
        {
            var start = 0;
            var built = ImmutableArray.CreateBuilder<TableRow>();
            foreach (var row in all)
            {
                var cells = ImmutableArray.CreateBuilder<TextRange>();
                var first = start;
                foreach (var cell in row)
                {
                    cells.Add(new(start, cell.Length));
                    start += cell.Length + 1;
                }

                built.Add(new(new(first, start - 1 - first), cells.ToImmutable(), block.Page));
            }

            return block with { Rows = built.ToImmutable(), HeaderRows = header.Length == 0 ? 0 : 1 };
        });
    }

    internal ReadDocument Build() => new()
    {
        Blocks = [.. _blocks],
        Pages = [.. Enumerable.Range(1, Math.Max(1, _pages.Keys.DefaultIfEmpty(1).Max())).Select(number => new Page
        {
            Number = number,
            Width = 595,
            Height = 842,
            Words = [.. _pages.GetValueOrDefault(number, [])],
        })],
        Problems = [],
    };

    private SomeDocument Add(BlockKind kind, string text, Func<Block, Block>? shape = null)
    {
        if (!_pages.TryGetValue(_page, out var words))
            _pages[_page] = words = [];
        var spans = ImmutableArray.CreateBuilder<WordSpan>();
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && !char.IsWhiteSpace(text[i]))
                i++;
            spans.Add(new(start, i - start, _page, words.Count));
            words.Add(new(text[start..i], new(0, 0, 1, 1)));
        }

        var block = new Block { Kind = kind, Text = text, Words = spans.ToImmutable(), Page = _page, EndPage = _page, Box = new(0, 0, 1, 1), FontSize = 10 };
        _blocks.Add(shape is null ? block : shape(block));
        return this;
    }
}
