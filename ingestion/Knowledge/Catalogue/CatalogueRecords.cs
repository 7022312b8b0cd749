using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Knowledge.Catalogue;

/// <summary>Whether a revision may answer.</summary>
public enum RevisionStatus
{
    /// <summary>Answers on the days of its effective period.</summary>
    Published,

    /// <summary>Answers no longer (or from its retirement day on no longer); still readable by those who follow an old citation.</summary>
    Retired,

    /// <summary>Erased: bytes, text, index entries and quotes are gone, this tombstone stays.</summary>
    Purged,
}

/// <summary>What is said of a revision from outside its bytes.</summary>
public sealed record RevisionDescription
{
    /// <summary>As shown in citations.</summary>
    public required string Title { get; init; }

    /// <summary>Kind of document in lower case ("circulaire", "code"); empty when unknown.</summary>
    public required string Kind { get; init; }

    /// <summary>The document's own number as printed ("CIR-7/2022"); null when it has none or it is unknown.</summary>
    public string? Number { get; init; }

    /// <summary>Who issued it, as printed ("Caisse nationale des allocations familiales"); null when unknown.</summary>
    public string? Issuer { get; init; }

    /// <summary>As declared or read; open ends are unknown.</summary>
    public required ValidityPeriod Declared { get; init; }

    /// <summary>Sorted and distinct, never empty.</summary>
    public required ImmutableArray<string> Audience { get; init; }

    /// <summary>Where the public can read it; null when unknown.</summary>
    public string? Url { get; init; }

    /// <summary>The name of the uploaded file, without folders.</summary>
    public required string FileName { get; init; }

    /// <summary>One of the product's own sample documents: shown as "exemple fictif", gone at the first real publication.</summary>
    public bool IsSample { get; init; }
}

/// <summary>A revision as the catalogue knows it.</summary>
public sealed record CatalogueRevision
{
    public required RevisionId Id { get; init; }
    public required DocumentId Document { get; init; }
    public required ContentHash Content { get; init; }
    public required RevisionDescription Description { get; init; }
    public required RevisionStatus Status { get; init; }

    /// <summary>
    /// The days on which this revision is the one of its document that answers (<see cref="EffectivePeriods"/>): in order, apart from each
    /// other; more than one when a shorter revision interrupts it, none when it is retired or wholly covered.
    /// </summary>
    public required ImmutableArray<ValidityPeriod> Effective { get; init; }

    /// <summary>The publication that first showed it: later publications win where periods overlap.</summary>
    public required long PublishedAt { get; init; }

    /// <summary>The first day of retirement and the reason given; null unless retired.</summary>
    public Retirement? Retirement { get; init; }

    public required int PageCount { get; init; }
    public required int ChunkCount { get; init; }
}

/// <param name="From">The first day on which it no longer answers; null: it answers on no day.</param>
/// <param name="Reason">As given by the knowledge manager.</param>
public sealed record Retirement(DateOnly? From, string Reason);

/// <summary>A document and its revisions, newest publication first.</summary>
public sealed record CatalogueDocument
{
    public required DocumentId Id { get; init; }
    public required ImmutableArray<CatalogueRevision> Revisions { get; init; }
}

/// <summary>A chunk with everything an answer needs to know about it.</summary>
public sealed record PublishedChunk
{
    public required ChunkId Id { get; init; }
    public required Chunk Chunk { get; init; }

    /// <summary>The revision it belongs to, with title, kind, periods and status.</summary>
    public required CatalogueRevision Revision { get; init; }

    /// <summary>The effective period that this appearance of the chunk is for: one of its revision's.</summary>
    public required ValidityPeriod Effective { get; init; }
}

/// <summary>What both idf and the publication filter need, read once a question and consistent with each other.</summary>
public sealed record CorpusStatistics
{
    /// <summary>The publication number P.</summary>
    public required long Publication { get; init; }

    /// <summary>N: the published chunks.</summary>
    public required long ChunkCount { get; init; }

    /// <summary>df of each term asked for, in the order asked: the published chunks that hold it.</summary>
    public required ImmutableArray<long> DocumentFrequencies { get; init; }

    /// <summary>Documents that can answer.</summary>
    public required int DocumentCount { get; init; }
}

/// <summary>What <c>status</c> and the pages' foot show.</summary>
public sealed record CatalogueState
{
    public required long Publication { get; init; }
    public required int Documents { get; init; }
    public required int Revisions { get; init; }
    public required long Chunks { get; init; }

    /// <summary>Only the product's own samples are published.</summary>
    public required bool OnlySamples { get; init; }
    public required ImmutableArray<RecordedProblem> Problems { get; init; }

    /// <summary>When the last backup of this data folder was finished; null: none is known.</summary>
    public DateTimeOffset? LastBackup { get; init; }
}

/// <summary>Something found while reading a revision that its knowledge manager should see.</summary>
/// <param name="Document">The document.</param>
/// <param name="FileName">The uploaded file's name.</param>
/// <param name="Code">The problem's kind, from a closed list kept where it is found ("page-without-text").</param>
/// <param name="Page">The physical page, from 1; null when it concerns the whole file.</param>
/// <param name="Detail">The value found, for the message; untrusted text.</param>
public sealed record RecordedProblem(DocumentId Document, string FileName, string Code, int? Page, string Detail);
