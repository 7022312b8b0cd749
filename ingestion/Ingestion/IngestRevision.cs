using AgentHelpdesk.Ingestion.Chunking;
using AgentHelpdesk.Ingestion.Indexing;
using AgentHelpdesk.Ingestion.Reading;
using AgentHelpdesk.Ingestion.Sectioning;
using AgentHelpdesk.Ingestion.Uploads;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Ingestion;

/// <summary>One file, from its bytes to a published revision: read, section, chunk, index, publish.</summary>
internal sealed class IngestRevision(
    UploadReceiver receiver, PdfReader reader, SectionBuilder sections, SectionChunker chunker, IdentityRules identities, RevisionPublisher revisions)
{
    /// <summary>The slow half, which changes nothing: many files may be read at once.</summary>
    public async Task<ReadUpload> ReadAsync(Upload upload, IngestSettings settings, CancellationToken cancellationToken)
    {
        var taken = await receiver.TakeAsync(upload, settings, cancellationToken);
        return taken is ReadUpload.Received received ? Read(received, null, cancellationToken) : taken;
    }

    /// <summary>From bytes to chunks.</summary>
    public ReadUpload Read(ReadUpload.Received received, IProgress<ReadingProgress>? progress, CancellationToken cancellationToken) =>
        reader.Read(received.Content, progress, cancellationToken) switch
        {
            ReadOutcome.Read { Document: var document } => Chunk(received, document),
            ReadOutcome.Unreadable { Problem: var problem } => Refusals.Of(received.Upload, problem),
            var other => throw new InvalidOperationException($"Reading gave a {other.GetType().Name}, which nobody knows."),
        };

    /// <summary>The quick half, one file at a time, in order: whose revision it is may have changed while it was read.</summary>
    public async Task<IngestOutcome> PublishAsync(ReadUpload upload, IngestSettings settings, Publisher publisher, CancellationToken cancellationToken)
    {
        if (upload is not ReadUpload.Taken taken)
            return ((ReadUpload.Settled)upload).Outcome;
        return await identities.DecideAsync(taken.Upload, taken.Hash, settings, cancellationToken) switch
        {
            Identity.Known known => await revisions.ConfirmAsync(taken.Upload, known.Revision, settings, publisher, cancellationToken),
            Identity.Unknown unknown when taken is ReadUpload.Read read =>
                await revisions.PublishAsync(As(unknown.Document, read), unknown, settings, publisher, cancellationToken),
            Identity.Barred(var reason, var detail) => Refusals.Of(taken.Upload, reason, detail).Outcome,
            // It was known when it was taken, as a sample, which the file before it sent away.
            _ => await PublishAsync(await ReadAsync(taken.Upload, settings, cancellationToken), settings, publisher, cancellationToken),
        };
    }

    /// <summary>From the document read to chunks, under the title and identity that it has by now.</summary>
    public ReadUpload.Read Chunk(ReadUpload.Received received, ReadDocument document)
    {
        var title = Titles.Of(received.Upload, document);
        var outline = sections.Build(document, title);
        var chunks = chunker.Chunk(outline, received.Document, RevisionId.Of(received.Document, received.Hash), title);
        return new(received, document, title, DraftTexts.Of(received.Document, received.Upload.FileName, document, chunks));
    }

    // A file before it in the same run turned out to be the same document: the chunks must say so.
    private ReadUpload.Read As(DocumentId document, ReadUpload.Read read) =>
        read.From.Document == document ? read : Chunk(read.From with { Document = document }, read.Document);
}
