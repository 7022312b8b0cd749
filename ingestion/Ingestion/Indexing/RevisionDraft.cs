using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.Knowledge.Index;

namespace AgentHelpdesk.Ingestion.Indexing;

/// <summary>A revision as it shall be; its effective periods and its document's others follow from it.</summary>
internal sealed record RevisionDraft
{
    public required RevisionId Id { get; init; }
    public required DocumentId Document { get; init; }
    public required ContentHash Content { get; init; }
    public required RevisionDescription Description { get; init; }
    public RevisionStatus Status { get; init; } = RevisionStatus.Published;
    public Retirement? Retirement { get; init; }

    /// <summary>What was just read from its bytes; null: what the catalogue has stays.</summary>
    public DraftText? Text { get; init; }

    /// <summary>Its entries are made anew from the stored text even where nothing seems to have changed.</summary>
    public bool Reweigh { get; init; }

    public static RevisionDraft Of(CatalogueRevision revision) => new()
    {
        Id = revision.Id,
        Document = revision.Document,
        Content = revision.Content,
        Description = revision.Description,
        Status = revision.Status,
        Retirement = revision.Retirement,
    };

    /// <summary>What purging leaves: identity and hash, nothing that was read or said of it.</summary>
    public static RevisionDraft Tombstone(CatalogueRevision revision) => Of(revision) with
    {
        Status = RevisionStatus.Purged,
        Retirement = null,
        Description = revision.Description with
        {
            Title = "",
            Kind = "",
            Number = null,
            Issuer = null,
            Url = null,
            FileName = "",
            Declared = ValidityPeriod.Open,
            Audience = [Audience.Everyone],
        },
    };
}

/// <param name="Text">Pages, chunks and problems.</param>
/// <param name="Weights">The sparse weights of each chunk, in order.</param>
internal sealed record DraftText(RevisionText Text, ImmutableArray<SparseVector> Weights);
