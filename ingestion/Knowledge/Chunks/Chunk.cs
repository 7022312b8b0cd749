using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Knowledge.Chunks;

/// <summary>What a stretch of a chunk's text is: the writer of answers must not tear lists and tables apart.</summary>
public enum ChunkPartKind
{
    Paragraph,

    /// <summary>A heading below the chunk's own section path (small sections joined under their parent keep theirs in the text).</summary>
    Heading,
    ListItem,

    /// <summary>The words printed above or below a table that name it, its unit or its date.</summary>
    Caption,
    TableHeader,
    TableRow,

    /// <summary>A footnote, a "NOTA", an "Attention".</summary>
    Note,
}

/// <summary>A stretch of characters of a chunk's text.</summary>
public readonly record struct TextRange(int Start, int Length)
{
    public int End => Start + Length;
}

/// <summary>Characters of a chunk's text and the page word they were read from; a word broken by a hyphen has two.</summary>
/// <param name="Start">First character in the chunk's text.</param>
/// <param name="Length">Characters.</param>
/// <param name="Page">Physical page, from 1.</param>
/// <param name="Word">Position in <see cref="Page.Words"/>, from 0.</param>
public readonly record struct WordSpan(int Start, int Length, int Page, int Word);

/// <summary>One paragraph, list item, table row or heading of a chunk; parts follow each other and lie inside the text.</summary>
public sealed record ChunkPart
{
    public required ChunkPartKind Kind { get; init; }
    public required TextRange Range { get; init; }

    /// <summary>Nesting of a list item or heading, from 1; 0 for other kinds.</summary>
    public int Level { get; init; }

    /// <summary>Numbers the source block inside the revision: parts of one list or one table share it, within and across chunks.</summary>
    public required int Group { get; init; }

    /// <summary>For list items and table rows: the position in the whole list or table, from 1; 0 for other kinds and table headers.</summary>
    public int Ordinal { get; init; }

    /// <summary>For list items and table rows: how many the whole list or table has; 0 for other kinds.</summary>
    public int GroupCount { get; init; }

    /// <summary>For table rows and headers: the cells, left to right, aligned by column; an empty cell has length 0.</summary>
    public ImmutableArray<TextRange> Cells { get; init; } = [];
}

/// <summary>The unit that is indexed: a stretch of a revision that lies inside one article or numbered section.</summary>
public sealed record Chunk
{
    /// <summary>Position in the revision, from 0: the neighbours of a chunk are those numbered one less and one more.</summary>
    public required int Ordinal { get; init; }

    /// <summary>As shown: paragraphs separated by a line feed, cells of a row by a tab.</summary>
    public required string Text { get; init; }

    /// <summary>What is indexed and embedded in front of the text, never shown as its words: the document's title and the last headings.</summary>
    public required string Prefix { get; init; }

    public required ImmutableArray<ChunkPart> Parts { get; init; }

    /// <summary>In the order of the text. Characters that stand on no page (separators, a repeated table header) have none.</summary>
    public required ImmutableArray<WordSpan> Words { get; init; }

    public required Locator Locator { get; init; }

    /// <summary>The articles that this chunk is a part of, with and without their code.</summary>
    public required ImmutableArray<ArticleKey> ArticleKeys { get; init; }

    /// <summary>Size of prefix and text by <see cref="Text.ChunkSize"/>.</summary>
    public required int TokenCount { get; init; }
}
