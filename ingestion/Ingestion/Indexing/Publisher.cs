using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Index;
using Microsoft.Extensions.Logging;

namespace AgentHelpdesk.Ingestion.Indexing;

/// <summary>
/// Publishes by numbers, into any index: entries are staged with P + 1 beside what readers of P see, the catalogue commits P + 1 last.
/// Killed anywhere before that, nothing has happened; the next publication takes back what was staged.
/// </summary>
internal sealed class Publisher(
    ICatalogueWriter catalogue, ICatalogueReader reader, IIndexWriter index, EntryMaker entries, ClosingTime closing, TimeProvider time, ILogger logger)
    : IAsyncDisposable
{
    private bool _mayHaveLeftovers = true;

    public ICatalogueWriter Catalogue => catalogue;

    /// <summary>Publishes the drafts together, with what they change in the other revisions of their documents.</summary>
    /// <returns>The publication's number.</returns>
    public async Task<long> PublishAsync(IReadOnlyList<RevisionDraft> drafts, IReadOnlyList<Act> acts, CancellationToken cancellationToken)
    {
        var number = await catalogue.ReadPublicationAsync(cancellationToken) + 1;
        if (_mayHaveLeftovers)
            await index.UndoAsync(number, cancellationToken);
        _mayHaveLeftovers = true;

        var (leaving, farewells) = await LeaveSamplesAsync(drafts, cancellationToken);
        var plans = await PlanAsync([.. drafts, .. leaving], number, cancellationToken);
        var commit = new CommitBuilder(number, [.. acts, .. farewells]);
        foreach (var plan in plans)
            await StageAsync(plan, commit, cancellationToken);
        await index.EndAsync(commit.Ended, number, cancellationToken);
        await catalogue.CommitAsync(commit.Build(await closing.ErasableAsync(plans, cancellationToken)), cancellationToken);

        _mayHaveLeftovers = false;
        logger.PublicationCommitted(number, commit.Added.Count, commit.Ended.Count);
        if (plans.Any(plan => plan.After.Status == RevisionStatus.Purged))
            await closing.CleanUpAsync(catalogue, cancellationToken);
        return number;
    }

    public ValueTask DisposeAsync() => catalogue.DisposeAsync();

    private async Task<ImmutableArray<RevisionPlan>> PlanAsync(IReadOnlyList<RevisionDraft> drafts, long number, CancellationToken cancellationToken)
    {
        var plans = ImmutableArray.CreateBuilder<RevisionPlan>();
        foreach (var group in drafts.GroupBy(draft => draft.Document))
        {
            var document = await reader.FindDocumentAsync(group.Key, cancellationToken);
            plans.AddRange(DocumentPlan.Of(document?.Revisions ?? [], [.. group], number));
        }

        return plans.ToImmutable();
    }

    private async Task StageAsync(RevisionPlan plan, CommitBuilder commit, CancellationToken cancellationToken)
    {
        var shown = plan.Before is null ? [] : await catalogue.ReadShownAsync(plan.After.Id, cancellationToken);
        var wanted = plan.After.Effective;
        commit.Ended.AddRange(shown.Where(appearance => plan.RenewsEntries || !wanted.Contains(appearance.Effective)).Select(appearance => appearance.Id));
        var kept = plan.RenewsEntries ? [] : shown.Select(appearance => appearance.Effective).ToHashSet();
        var missing = Enumerable.Range(0, wanted.Length).Where(i => !kept.Contains(wanted[i])).ToArray();

        var made = await entries.MakeAsync(plan, missing.Length > 0, cancellationToken);
        commit.Revisions.Add(new() { Revision = plan.After, Text = plan.Draft?.Text?.Text, Reworded = made.Reworded });
        foreach (var period in missing)
            await entries.StageAsync(made, period, commit, cancellationToken);
    }

    // The product's own samples go with the first real document, in the same publication: an agent never sees both.
    private async Task<(ImmutableArray<RevisionDraft> Drafts, ImmutableArray<Act> Acts)> LeaveSamplesAsync(
        IReadOnlyList<RevisionDraft> drafts, CancellationToken cancellationToken)
    {
        if (!drafts.Any(draft => draft is { Status: RevisionStatus.Published, Description.IsSample: false }))
            return ([], []);
        var samples = (await catalogue.ReadSamplesAsync(cancellationToken)).Where(sample => drafts.All(draft => draft.Id != sample.Id)).ToArray();
        return (
            [.. samples.Select(RevisionDraft.Tombstone)],
            [.. samples.Select(sample => new Act(ActKind.LeaveSample, time.GetUtcNow(), sample.Document, sample.Id, ""))]);
    }
}
