using System.Collections.Immutable;
using AgentHelpdesk.Ingestion.Inbox;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.Knowledge.Index;

namespace AgentHelpdesk.TeamsBot.Trying;

/// <summary>
/// What publishing a draft would change in what answers, worked out as publishing does: entries that would come, appearances that would
/// end (a replaced revision on the draft's days, the samples at the first real document), and what both do to the term statistics.
/// </summary>
internal sealed record DraftOverlay
{
    public required CatalogueRevision Draft { get; init; }

    public required ImmutableArray<Chunk> DraftChunks { get; init; }

    /// <summary>The draft's document as it would be, the draft first.</summary>
    public required ImmutableArray<CatalogueRevision> Document { get; init; }

    /// <summary>Samples that would leave with the first real publication.</summary>
    public required ImmutableHashSet<RevisionId> Leaving { get; init; }

    /// <summary>By the ids that publishing would give them.</summary>
    public required ImmutableDictionary<ChunkId, OverlaidEntry> Added { get; init; }

    /// <summary>Published appearances that would no longer answer.</summary>
    public required ImmutableHashSet<(RevisionId Revision, ValidityPeriod Effective)> Ended { get; init; }

    /// <summary>How many chunks appear under <see cref="Ended"/>.</summary>
    public required int EndedCount { get; init; }

    /// <summary>What the document frequency of each term gains.</summary>
    public required ImmutableDictionary<uint, long> Frequencies { get; init; }

    /// <summary>What the number of documents that can answer gains.</summary>
    public required int DocumentCount { get; init; }

    public static async Task<DraftOverlay> ReadAsync(InboxDraft draft, ICatalogueReader catalogue, CancellationToken cancellationToken)
    {
        var state = await catalogue.ReadStateAsync(cancellationToken);
        var existing = (await catalogue.FindDocumentAsync(draft.Revision.Document, cancellationToken))?.Revisions ?? [];
        var leaving = await ReadLeavingAsync(draft, catalogue, cancellationToken);
        var document = Replan(draft, existing, leaving);

        var changes = new OverlayChanges(state.Publication + 1, catalogue);
        changes.Add(document[0], [.. document[0].Effective], draft.Chunks);
        foreach (var before in existing.Concat(leaving.Where(sample => sample.Document != draft.Revision.Document)))
        {
            var after = document.FirstOrDefault(revision => revision.Id == before.Id && revision.Id != draft.Revision.Id);
            await changes.ReplaceAsync(before, after, cancellationToken);
        }

        return new()
        {
            Draft = document[0],
            DraftChunks = [.. draft.Chunks.Select(chunk => chunk.Chunk)],
            Document = document,
            Leaving = [.. leaving.Select(sample => sample.Id)],
            Added = changes.Added.ToImmutable(),
            Ended = changes.Ended.ToImmutable(),
            EndedCount = changes.EndedCount,
            Frequencies = changes.Frequencies.ToImmutableDictionary(),
            DocumentCount = (CanAnswer(document) ? 1 : 0) - (CanAnswer(existing) ? 1 : 0)
                - leaving.Where(sample => sample.Document != draft.Revision.Document && !sample.Effective.IsEmpty).Select(sample => sample.Document).Distinct().Count(),
        };
    }

    private static bool CanAnswer(ImmutableArray<CatalogueRevision> revisions) => revisions.Any(revision => !revision.Effective.IsEmpty);

    private static async Task<ImmutableArray<CatalogueRevision>> ReadLeavingAsync(InboxDraft draft, ICatalogueReader catalogue, CancellationToken cancellationToken) =>
        draft.Revision.Description.IsSample
            ? []
            : [.. (await catalogue.ReadDocumentsAsync(cancellationToken)).SelectMany(document => document.Revisions)
                .Where(revision => revision.Description.IsSample && revision.Id != draft.Revision.Id)];

    // Of one document at most one revision answers on a day: the draft's days are worked out among the others', and theirs anew.
    private static ImmutableArray<CatalogueRevision> Replan(
        InboxDraft draft, ImmutableArray<CatalogueRevision> existing, ImmutableArray<CatalogueRevision> leaving)
    {
        CatalogueRevision[] revisions =
        [
            draft.Revision,
            .. existing.Where(other => other.Id != draft.Revision.Id && other.Status != RevisionStatus.Purged && !leaving.Any(sample => sample.Id == other.Id)),
        ];
        var periods = EffectivePeriods.Of([.. revisions.Select(revision => new EffectivePeriods.Candidate(
            EffectivePeriods.Claimed(revision.Description.Declared, revision.Retirement), revision.PublishedAt))]);
        return [.. revisions.Zip(periods, (revision, effective) => revision with { Effective = effective })];
    }
}

/// <param name="Chunk">The chunk as retrieval would read it.</param>
/// <param name="Weights">What it would be found by.</param>
internal sealed record OverlaidEntry(PublishedChunk Chunk, SparseVector Weights);
