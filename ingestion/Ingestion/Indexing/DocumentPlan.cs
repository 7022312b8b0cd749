using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Ingestion.Indexing;

/// <summary>What one revision becomes in the next publication.</summary>
/// <param name="Before">As the catalogue has it; null when new.</param>
/// <param name="After">As it will be.</param>
/// <param name="Draft">Its draft; null when only its document's other revisions changed.</param>
internal sealed record RevisionPlan(CatalogueRevision? Before, CatalogueRevision After, RevisionDraft? Draft)
{
    /// <summary>Its shown entries no longer say what is true, whatever their period.</summary>
    public bool RenewsEntries => Draft is not null && (Draft.Text is not null || Draft.Reweigh || Before is null || DescriptionReachesEntries);

    public bool IsChanged => Draft is not null || Before is null || !Before.Effective.SequenceEqual(After.Effective);

    private bool DescriptionReachesEntries =>
        Before is { Description: var before } && After.Description is var after
        && (before.Title != after.Title || before.Kind != after.Kind || !before.Audience.SequenceEqual(after.Audience));
}

/// <summary>Works out, for one document, what its drafts do to all its revisions.</summary>
internal static class DocumentPlan
{
    /// <param name="existing">The document's revisions, purged ones included.</param>
    /// <param name="drafts">New or changed revisions of the same document.</param>
    /// <param name="number">The publication being prepared.</param>
    public static ImmutableArray<RevisionPlan> Of(IReadOnlyList<CatalogueRevision> existing, IReadOnlyList<RevisionDraft> drafts, long number)
    {
        var plans = existing
            .Select(before => (Before: (CatalogueRevision?)before, Draft: drafts.FirstOrDefault(draft => draft.Id == before.Id)))
            .Concat(drafts.Where(draft => existing.All(before => before.Id != draft.Id)).Select(draft => (Before: (CatalogueRevision?)null, Draft: (RevisionDraft?)draft)))
            .Select(pair => new RevisionPlan(pair.Before, After(pair.Before, pair.Draft, number), pair.Draft))
            .ToArray();
        var periods = EffectivePeriods.Of([.. plans.Select(plan => Candidate(plan.After))]);
        return [.. plans.Zip(periods, (plan, effective) => plan with { After = plan.After with { Effective = effective } }).Where(plan => plan.IsChanged)];
    }

    private static CatalogueRevision After(CatalogueRevision? before, RevisionDraft? draft, long number)
    {
        if (draft is null)
            return before ?? throw new InvalidOperationException("A revision is planned that neither exists nor is drafted.");
        var isBack = before is null or { Status: RevisionStatus.Purged };
        var isPurged = draft.Status == RevisionStatus.Purged;
        return new()
        {
            Id = draft.Id,
            Document = draft.Document,
            Content = draft.Content,
            Description = draft.Description,
            Status = draft.Status,
            Effective = [],
            PublishedAt = isBack || before is null ? number : before.PublishedAt,
            Retirement = draft.Retirement,
            PageCount = isPurged ? 0 : draft.Text?.Text.Pages.Length ?? before?.PageCount ?? 0,
            ChunkCount = isPurged ? 0 : draft.Text?.Text.Chunks.Length ?? before?.ChunkCount ?? 0,
        };
    }

    private static EffectivePeriods.Candidate Candidate(CatalogueRevision revision) => new(
        revision.Status == RevisionStatus.Purged ? ValidityPeriod.Never : EffectivePeriods.Claimed(revision.Description.Declared, revision.Retirement),
        revision.PublishedAt);
}
