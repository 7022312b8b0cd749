using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Ingestion.Reading;

public enum BlockKind
{
    Heading,
    Paragraph,

    /// <summary>A whole list; its items are <see cref="Block.Items"/>.</summary>
    List,

    /// <summary>A whole table; its rows are <see cref="Block.Rows"/>.</summary>
    Table,

    /// <summary>A footnote, a "NOTA", a framed remark.</summary>
    Note,

    /// <summary>The words above or below a table that name it, its unit or date.</summary>
    Caption,

    /// <summary>A line repeated at the top of pages; no part of the text.</summary>
    Header,

    /// <summary>A line repeated at the foot of pages, printed page numbers included; no part of the text.</summary>
    Footer,
}

/// <summary>Text the layout puts together: joined across lines, columns and pages, end-of-line hyphens resolved.</summary>
public sealed record Block
{
    public required BlockKind Kind { get; init; }

    /// <summary>Headings: how sure the layout is of a rank, 1 the highest, by tags, bookmarks or type; other kinds 0. Sectioning decides the outline.</summary>
    public int Level { get; init; }

    /// <summary>
    /// Single spaces inside lines; list items and table rows separated by a line feed, cells by a tab. Digits set small above the
    /// line are superscript characters, here and in the page's words: "L. 136-1¹" calls a note, "L. 136-11" is another article.
    /// </summary>
    public required string Text { get; init; }

    /// <summary>The page words behind the characters of <see cref="Text"/>, in the order of the text.</summary>
    public required ImmutableArray<WordSpan> Words { get; init; }

    /// <summary>The physical page on which it begins, from 1.</summary>
    public required int Page { get; init; }

    /// <summary>The physical page on which it ends.</summary>
    public required int EndPage { get; init; }

    /// <summary>Where it begins, on <see cref="Page"/>.</summary>
    public required Box Box { get; init; }

    /// <summary>Lists only: the items in order.</summary>
    public ImmutableArray<ListItem> Items { get; init; } = [];

    /// <summary>Tables only: every row, the header rows first.</summary>
    public ImmutableArray<TableRow> Rows { get; init; } = [];

    /// <summary>Tables only: how many of the first rows are header rows.</summary>
    public int HeaderRows { get; init; }

    /// <summary>The most frequent type size in points; 0 when unknown (OCR).</summary>
    public float FontSize { get; init; }

    public bool Bold { get; init; }

    /// <summary>The bookmark (PDF outline entry) that points to this block, with its depth from 1; null when none does.</summary>
    public int? BookmarkLevel { get; init; }
}

/// <param name="Range">The item in <see cref="Block.Text"/>, its marker included.</param>
/// <param name="Level">Nesting, from 1.</param>
/// <param name="Marker">As printed ("-", "1°", "a)"); empty when none is printed.</param>
public sealed record ListItem(TextRange Range, int Level, string Marker);

/// <param name="Range">The row in <see cref="Block.Text"/>.</param>
/// <param name="Cells">Left to right, aligned by column; the cell of a column that is merged with the one above repeats nothing and has length 0.</param>
/// <param name="Page">The physical page the row stands on.</param>
public sealed record TableRow(TextRange Range, ImmutableArray<TextRange> Cells, int Page);
