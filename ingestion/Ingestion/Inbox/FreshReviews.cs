using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Ingestion.Inbox;

/// <summary>After a publication, what waits may be known, or resemble what was published: its reviews say so.</summary>
internal sealed class FreshReviews(InboxShelf shelf, IRevisionFinder finder, Resemblances resemblances)
{
    public async Task RenewAsync(CancellationToken cancellationToken)
    {
        var published = await finder.ReadLikenessAsync(cancellationToken);
        foreach (var entry in shelf.List())
        {
            if (entry is not { Step: InboxStep.Ready, Content: { } content, Review: { } review })
                continue;
            var known = await KnownAsync(content, cancellationToken);
            if (review.Likeness is { } likeness)
            {
                var resembles = await resemblances.OfAsync(likeness, entry.Replaces, published, cancellationToken);
                if (known != review.KnownAs || !resembles.SequenceEqual(review.Resembles))
                    Change(entry.Id, now => now with { Review = review with { KnownAs = known, Resembles = resembles } });
            }
            else if (known is null)
            {
                // It was not read because it was known, and what it was known as has been erased.
                Change(entry.Id, now => now with { Step = InboxStep.Received, Review = null });
            }
            else if (known != review.KnownAs)
            {
                Change(entry.Id, now => now with { Review = review with { KnownAs = known, Title = known.Title } });
            }
        }
    }

    /// <summary>The revision that has these bytes, samples and erased ones left out.</summary>
    public async Task<KnownRevision?> KnownAsync(ContentHash content, CancellationToken cancellationToken) =>
        (await finder.FindByContentAsync(content, cancellationToken))
            .Where(revision => revision.Status != RevisionStatus.Purged && !revision.Description.IsSample)
            .Select(KnownRevision.Of)
            .FirstOrDefault();

    private void Change(UploadId id, Func<InboxEntry, InboxEntry> change) => shelf.Change(id, now => now.Step == InboxStep.Ready ? change(now) : null);
}
