using System.Collections.Immutable;
using AgentHelpdesk.Ingestion.Indexing;
using AgentHelpdesk.Ingestion.Uploads;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.Knowledge.Index;

namespace AgentHelpdesk.Ingestion.Inbox;

/// <summary>An upload as it would be once published: nothing of it is in the catalogue or the index.</summary>
/// <param name="Revision">The revision, its effective periods worked out among its document's others.</param>
/// <param name="Chunks">Its chunks with what they would be found by.</param>
public sealed record InboxDraft(CatalogueRevision Revision, ImmutableArray<(Chunk Chunk, SparseVector Weights)> Chunks)
{
    /// <summary>The other revisions of its document whose effective periods would change, as they would be.</summary>
    public ImmutableArray<CatalogueRevision> Others { get; init; } = [];
}

/// <summary>Makes drafts for trying what an agent would be answered before publishing.</summary>
public sealed class InboxDrafts
{
    private const int MostKept = 2;

    private readonly Lock _gate = new();
    private readonly LinkedList<ReadUpload.Read> _kept = [];
    private readonly InboxShelf _shelf;
    private readonly Reviewer _reviewer;
    private readonly IngestRevision _ingest;
    private readonly IdentityRules _identities;
    private readonly ICatalogueReader _reader;

    internal InboxDrafts(InboxShelf shelf, Reviewer reviewer, IngestRevision ingest, IdentityRules identities, ICatalogueReader reader) =>
        (_shelf, _reviewer, _ingest, _identities, _reader) = (shelf, reviewer, ingest, identities, reader);

    /// <summary>Null when the upload is not ready, or would not be published.</summary>
    public async Task<InboxDraft?> ReadAsync(UploadId id, PublishOrder order, CancellationToken cancellationToken)
    {
        if (_shelf.Find(id) is not { Step: InboxStep.Ready, Content: { } content } entry)
            return null;
        var upload = _reviewer.UploadOf(entry) with { Metadata = order.ToRow(entry.FileName), Replaces = order.Replaces };
        var identity = await _identities.DecideAsync(upload, content, Reviewer.Settings, cancellationToken);
        var document = identity switch
        {
            Identity.Known known => known.Revision.Document,
            Identity.Unknown unknown => unknown.Document,
            _ => (DocumentId?)null,
        };
        if (document is not { } own)
            return null;
        var read = await ReadAsync(entry, upload, content, own, cancellationToken);
        return read is null ? null : await DraftAsync(read, cancellationToken);
    }

    private async Task<ReadUpload.Read?> ReadAsync(
        InboxEntry entry, Upload upload, ContentHash content, DocumentId document, CancellationToken cancellationToken)
    {
        // Reading the PDF is what takes time; cutting it again under another title or identity does not.
        if (Kept(content) is { } kept)
            return _ingest.Chunk(kept.From with { Upload = upload, Document = document }, kept.Document);
        if (await _reviewer.ReadBytesAsync(entry, cancellationToken) is not { } bytes)
            return null;
        var read = await Task.Run(() => _ingest.Read(new(upload, content, bytes, document), null, cancellationToken), cancellationToken) as ReadUpload.Read;
        if (read is not null)
            Keep(read with { From = read.From with { Content = [] } });
        return read;
    }

    private async Task<InboxDraft> DraftAsync(ReadUpload.Read read, CancellationToken cancellationToken)
    {
        var draft = RevisionPublisher.DraftOf(read, Reviewer.Settings);
        var existing = await _reader.FindDocumentAsync(draft.Document, cancellationToken);
        var state = await _reader.ReadStateAsync(cancellationToken);
        var plans = DocumentPlan.Of(existing?.Revisions ?? [], [draft], state.Publication + 1);
        return new(
            plans.Single(plan => plan.After.Id == draft.Id).After,
            [.. read.Text.Text.Chunks.Zip(read.Text.Weights, (chunk, weights) => (chunk.Chunk, weights))])
        {
            Others = [.. plans.Select(plan => plan.After).Where(other => other.Id != draft.Id)],
        };
    }

    private ReadUpload.Read? Kept(ContentHash content)
    {
        lock (_gate)
            return _kept.FirstOrDefault(read => read.Hash == content);
    }

    private void Keep(ReadUpload.Read read)
    {
        lock (_gate)
        {
            _kept.AddFirst(read);
            if (_kept.Count > MostKept)
                _kept.RemoveLast();
        }
    }
}
