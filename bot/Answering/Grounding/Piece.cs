using AgentHelpdesk.Answering.Retrieval;
using AgentHelpdesk.Knowledge.Chunks;

namespace AgentHelpdesk.Answering.Grounding;

internal enum PieceRole
{
    Sentence,

    /// <summary>A list item, whole; also a paragraph that is one by its marker ("1° …" after a colon).</summary>
    Item,
    Row,
    TableHeader,
    Caption,
    Heading,

    /// <summary>"Version en vigueur depuis le …" under an article's number: no part of what the article says.</summary>
    VersionLine,
}

/// <summary>The smallest stretch that may be quoted: a sentence, a list item, a table row. Numbered in reading order inside a section.</summary>
internal sealed record Piece
{
    public required int Index { get; init; }
    public required Passage Passage { get; init; }
    public required ChunkPart Part { get; init; }
    public required TextRange Range { get; init; }
    public required PieceRole Role { get; init; }

    /// <summary>The first piece of its paragraph.</summary>
    public required bool OpensPart { get; init; }

    public string Text => Passage.Chunk.Chunk.Text.Substring(Range.Start, Range.Length);

    public ReadOnlySpan<char> Words => Passage.Chunk.Chunk.Text.AsSpan(Range.Start, Range.Length);

    /// <summary>Announces what follows: a list, a table, a form.</summary>
    public bool Announces => Words.TrimEnd("\"»”) \u00a0\u202f").EndsWith(":", StringComparison.Ordinal);

    public bool IsText => Role is PieceRole.Sentence or PieceRole.Item;

    /// <summary>Ends as sentences end; a line without a mark may be a label, or the half of a sentence.</summary>
    public bool IsTerminated => Words.TrimEnd("\"»”)] \u00a0\u202f") is [.., '.' or '!' or '?' or '…' or ';' or ':'];

    /// <summary>The physical page on which it begins.</summary>
    public int Page
    {
        get
        {
            var chunk = Passage.Chunk.Chunk;
            foreach (var word in chunk.Words)
            {
                if (word.Start >= Range.Start)
                    return word.Page;
            }

            return chunk.Locator.LastPage;
        }
    }
}
