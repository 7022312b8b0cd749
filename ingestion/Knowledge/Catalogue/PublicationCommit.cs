using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Knowledge.Catalogue;

/// <summary>Everything that publication <see cref="Number"/> changes in the catalogue; its index entries were staged before.</summary>
public sealed record PublicationCommit
{
    /// <summary>P + 1.</summary>
    public required long Number { get; init; }

    public required ImmutableArray<RevisionChange> Revisions { get; init; }

    /// <summary>Shown from this publication on.</summary>
    public required ImmutableArray<ChunkAppearance> Added { get; init; }

    /// <summary>Shown until the publication before.</summary>
    public required ImmutableArray<ChunkId> Ended { get; init; }

    /// <summary>What a person or a run did; at least one, kept for ever.</summary>
    public required ImmutableArray<Act> Acts { get; init; }

    /// <summary>Bytes to erase once this is committed: no other document's revision has them.</summary>
    public ImmutableArray<ContentHash> Erasures { get; init; } = [];
}

/// <summary>A revision as it is from a publication on.</summary>
public sealed record RevisionChange
{
    /// <summary>A purged revision loses its pages, text and problems.</summary>
    public required CatalogueRevision Revision { get; init; }

    /// <summary>What was read from its bytes; null: the text stays as it is.</summary>
    public RevisionText? Text { get; init; }

    /// <summary>Chunks that keep their text under another prefix or analysis.</summary>
    public ImmutableArray<ChunkRewording> Reworded { get; init; } = [];
}

/// <summary>What one reading of a revision's bytes gave.</summary>
public sealed record RevisionText
{
    public required ImmutableArray<Page> Pages { get; init; }

    /// <summary>In order, numbered from 0 without gaps.</summary>
    public required ImmutableArray<IndexedChunk> Chunks { get; init; }

    public required ImmutableArray<RecordedProblem> Problems { get; init; }

    public required TextLikeness Likeness { get; init; }
}

/// <param name="Chunk">The chunk.</param>
/// <param name="Terms">Its distinct terms, ascending: what document frequencies count.</param>
public sealed record IndexedChunk(Chunk Chunk, ImmutableArray<uint> Terms);

/// <param name="Ordinal">The chunk's position in its revision.</param>
/// <param name="Prefix">The new prefix.</param>
/// <param name="TokenCount">The new size.</param>
/// <param name="Terms">The new distinct terms, ascending.</param>
public sealed record ChunkRewording(int Ordinal, string Prefix, int TokenCount, ImmutableArray<uint> Terms);

/// <summary>One published chunk: a stretch of a revision's text for one of the revision's effective periods.</summary>
public readonly record struct ChunkAppearance(ChunkId Id, RevisionId Revision, int Ordinal, ValidityPeriod Effective);

/// <summary>What makes two texts alike without being equal.</summary>
/// <param name="FullNumber">The number with its year on page 1, normalised ("2023-05"); null when none is printed.</param>
/// <param name="Signature">Smallest hashes of the text's word sequences: the share of equal places estimates the share of common sequences.</param>
public sealed record TextLikeness(string? FullNumber, ImmutableArray<uint> Signature);

public sealed record RevisionLikeness(DocumentId Document, RevisionId Revision, TextLikeness Likeness);

/// <summary>An entry of the catalogue's history.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="At">When.</param>
/// <param name="Document">To which document; null for all of them.</param>
/// <param name="Revision">To which revision; null for the whole document.</param>
/// <param name="Detail">The reason given, or empty.</param>
public sealed record Act(ActKind Kind, DateTimeOffset At, DocumentId? Document, RevisionId? Revision, string Detail);

public enum ActKind
{
    Publish,
    Correct,
    Retire,
    Restore,
    Purge,
    Reindex,

    /// <summary>A sample document left at the first real publication.</summary>
    LeaveSample,
}
