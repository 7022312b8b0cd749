using AgentHelpdesk.Knowledge.Catalogue;

namespace AgentHelpdesk.Ingestion.Inbox;

/// <summary>Settles what was being published when the process ended: the catalogue knows whether it came through.</summary>
internal sealed class InterruptedPublishing(InboxShelf shelf, ICatalogueReader reader, IRevisionFinder finder)
{
    public async Task ResumeAsync(CancellationToken cancellationToken)
    {
        foreach (var entry in shelf.List().Where(entry => entry.Step == InboxStep.Publishing))
        {
            if (await FindPublishedAsync(entry, cancellationToken) is { } outcome)
                shelf.Settle(entry.Id, outcome);
            else
                shelf.Change(entry.Id, now => now with { Step = InboxStep.Ready });
        }
    }

    // Bytes that were known before tell nothing: ordered again, they are found unchanged.
    private async Task<IngestOutcome?> FindPublishedAsync(InboxEntry entry, CancellationToken cancellationToken)
    {
        if (entry.Content is not { } content || entry.Review is not { KnownAs: null })
            return null;
        var published = (await finder.FindByContentAsync(content, cancellationToken))
            .FirstOrDefault(revision => revision.Status == RevisionStatus.Published && revision.Description is { IsSample: false } said && said.FileName == entry.FileName);
        if (published is null)
            return null;
        var document = await reader.FindDocumentAsync(published.Document, cancellationToken);
        return document is { Revisions.Length: > 1 }
            ? new IngestOutcome.NewRevision(published.Document, published.Id, published.PageCount, published.ChunkCount) { File = entry.FileName, Problems = entry.Review.Problems }
            : new IngestOutcome.Published(published.Document, published.Id, published.PageCount, published.ChunkCount) { File = entry.FileName, Problems = entry.Review.Problems };
    }
}
