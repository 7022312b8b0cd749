using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Chunks;

namespace AgentHelpdesk.Ingestion.Chunking;

/// <summary>The smallest stretch that a chunk takes whole: a paragraph, a list item, a table row, a heading, or a cut of one that is too long.</summary>
internal sealed record Piece
{
    public required ChunkPartKind Kind { get; init; }
    public required SectionNode Node { get; init; }
    public required string Text { get; init; }

    /// <summary>Counted from the piece's first character.</summary>
    public required ImmutableArray<WordSpan> Words { get; init; }

    /// <summary>Where the piece stands, for a text whose words are unknown.</summary>
    public required int Page { get; init; }
    public required int Group { get; init; }
    public required int Tokens { get; init; }
    public int Level { get; init; }
    public int Ordinal { get; init; }
    public int GroupCount { get; init; }
    public ImmutableArray<TextRange> Cells { get; init; } = [];

    /// <summary>Rows only: the table's caption and header rows, repeated where a chunk begins with this row.</summary>
    public ImmutableArray<Piece> Repeated { get; init; } = [];
}
