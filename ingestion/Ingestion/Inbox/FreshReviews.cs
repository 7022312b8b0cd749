using AgentHelpdesk.Knowledge.Catalogue;

namespace AgentHelpdesk.Ingestion.Inbox;

/// <summary>After a publication, what waits may be known, or resemble what was published: its reviews say so.</summary>
internal sealed class FreshReviews(InboxShelf shelf, IRevisionFinder finder, Resemblances resemblances)
{
    public async Task RenewAsync(CancellationToken cancellationToken)
    {
        foreach (var entry in shelf.List())
        {
            if (entry is not { Step: InboxStep.Ready, Content: { } content, Review: { Likeness: { } likeness } review })
                continue;
            var known = (await finder.FindByContentAsync(content, cancellationToken))
                .FirstOrDefault(revision => revision.Status != RevisionStatus.Purged && !revision.Description.IsSample);
            var renewed = review with
            {
                KnownAs = known is null ? null : new(known.Document, known.Id, known.Description.Title, known.Status),
                Resembles = await resemblances.OfAsync(likeness, entry.Replaces, cancellationToken),
            };
            if (renewed.KnownAs != review.KnownAs || !renewed.Resembles.SequenceEqual(review.Resembles))
                shelf.Change(entry.Id, now => now.Step == InboxStep.Ready ? now with { Review = renewed } : null);
        }
    }
}
