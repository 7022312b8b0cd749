using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Ingestion.Inbox;

/// <summary>
/// After a publication, what waits may be known, or resemble what was published: its reviews say so. What was erased is erased here too.
/// </summary>
internal sealed class FreshReviews(InboxShelf shelf, ICatalogueReader catalogue, IRevisionFinder finder, Resemblances resemblances)
{
    private volatile Fresh _fresh = new(-1, []);

    /// <summary>Looks at what was not compared with the publication of now, whichever process made that.</summary>
    public async Task RenewAsync(CancellationToken cancellationToken)
    {
        var publication = (await catalogue.ReadStatisticsAsync([], cancellationToken)).Publication;
        var done = _fresh.Publication == publication ? _fresh.Uploads : [];
        var stale = shelf.List().Where(entry => entry.Step is InboxStep.Ready or InboxStep.Settled && !done.Contains(entry.Id)).ToArray();
        if (stale.Length == 0)
            return;
        var published = await finder.ReadLikenessAsync(cancellationToken);
        foreach (var entry in stale)
        {
            if (entry.Content is { } content)
                await RenewAsync(entry, await finder.FindByContentAsync(content, cancellationToken), published, cancellationToken);
        }

        _fresh = new(publication, [.. done, .. stale.Select(entry => entry.Id)]);
    }

    /// <summary>The revision that has these bytes, samples and erased ones left out.</summary>
    public async Task<KnownRevision?> KnownAsync(ContentHash content, CancellationToken cancellationToken) =>
        KnownAmong(await finder.FindByContentAsync(content, cancellationToken));

    private static KnownRevision? KnownAmong(IEnumerable<CatalogueRevision> sameBytes) =>
        sameBytes.FirstOrDefault(revision => revision.Status != RevisionStatus.Purged && !revision.Description.IsSample) is { } known ? KnownRevision.Of(known) : null;

    private async Task RenewAsync(
        InboxEntry entry,
        IReadOnlyList<CatalogueRevision> sameBytes,
        ImmutableArray<RevisionLikeness> published,
        CancellationToken cancellationToken)
    {
        var known = KnownAmong(sameBytes);
        if (known is null && sameBytes.FirstOrDefault(revision => !revision.Description.IsSample) is { } erased)
        {
            if (entry.Step == InboxStep.Settled && entry.Outcome is not IngestOutcome.Refused)
                await shelf.DiscardAsync(entry.Id, cancellationToken);
            else if (entry.Step == InboxStep.Ready && entry.Replaces is null)
                shelf.Settle(entry.Id, new IngestOutcome.Refused(RefusalReason.Purged, erased.Document.Value) { File = entry.FileName });
            return;
        }

        if (entry is not { Step: InboxStep.Ready, Review: { } review })
            return;
        var resembles = review.Likeness is { } likeness
            ? await resemblances.OfAsync(likeness, entry.Replaces, published, cancellationToken)
            : review.Resembles;
        if (known != review.KnownAs || !resembles.SequenceEqual(review.Resembles))
            shelf.Change(entry.Id, now => now.Step == InboxStep.Ready ? now with { Review = review with { KnownAs = known, Resembles = resembles } } : null);
    }

    private sealed record Fresh(long Publication, ImmutableHashSet<UploadId> Uploads);
}
