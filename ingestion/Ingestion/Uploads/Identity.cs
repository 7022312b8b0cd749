using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Ingestion.Uploads;

/// <summary>Which revision of which document an upload is.</summary>
internal abstract record Identity
{
    private Identity() { }

    /// <summary>These bytes are a revision of this document already.</summary>
    public sealed record Known(CatalogueRevision Revision) : Identity;

    /// <summary>A revision to be read.</summary>
    /// <param name="Document">Its document.</param>
    /// <param name="IsNewDocument">No revision of it is there yet.</param>
    /// <param name="SameBytes">Another document that has the same bytes; null when none has.</param>
    public sealed record Unknown(DocumentId Document, bool IsNewDocument, DocumentId? SameBytes) : Identity;

    /// <summary>It may not be published.</summary>
    public sealed record Barred(RefusalReason Reason, string Detail) : Identity;
}

/// <summary>
/// The rules of identity. Explicit choice, then <c>metadata.csv</c>, then the bytes themselves, then (on the command line) exactly
/// the same file name; likeness never decides.
/// </summary>
internal sealed class IdentityRules(ICatalogueReader reader, IRevisionFinder finder)
{
    public async Task<Identity> DecideAsync(Upload upload, ContentHash content, IngestSettings settings, CancellationToken cancellationToken)
    {
        var known = await finder.FindByContentAsync(content, cancellationToken);
        var live = known.Where(revision => revision.Status != RevisionStatus.Purged).ToArray();
        if ((upload.Replaces ?? settings.Replaces) is { } replaced)
        {
            var document = await reader.FindDocumentAsync(replaced, cancellationToken);
            return document is null ? new Identity.Barred(RefusalReason.UnknownDocument, replaced.Value) : Of(document, replaced, live);
        }

        // A sample's tombstone bars nothing: it was never a knowledge manager's decision.
        if (live.Length == 0 && known.FirstOrDefault(revision => !revision.Description.IsSample) is { } purged)
            return new Identity.Barred(RefusalReason.Purged, purged.Document.Value);
        if (upload.Metadata?.Document is { } named)
            return Of(await reader.FindDocumentAsync(named, cancellationToken), named, live);
        if (live.OrderByDescending(revision => revision.Description.FileName == upload.FileName).FirstOrDefault() is { } same)
            return new Identity.Known(same);

        if (settings.SameNameIsSameDocument)
        {
            var namesakes = (await finder.FindByFileNameAsync(upload.FileName, cancellationToken)).Select(revision => revision.Document).Distinct().ToArray();
            if (namesakes.Length == 1)
                return new Identity.Unknown(namesakes[0], IsNewDocument: false, SameBytes: null);
        }

        return new Identity.Unknown(await FreeIdentityAsync(upload, content, cancellationToken), IsNewDocument: true, SameBytes: null);
    }

    private static Identity Of(CatalogueDocument? document, DocumentId id, CatalogueRevision[] sameBytes)
    {
        if (sameBytes.FirstOrDefault(revision => revision.Document == id) is { } own)
            return new Identity.Known(own);
        return new Identity.Unknown(id, IsGone(document), sameBytes.FirstOrDefault()?.Document);
    }

    // A tombstone can be merged with nothing: after a purge, the blackened version comes back under the old identity.
    private static bool IsGone(CatalogueDocument? document) => document is null || document.Revisions.All(revision => revision.Status == RevisionStatus.Purged);

    // Derived from the name, so that people recognise it in commands; never one that is taken, or the name alone would merge.
    private async Task<DocumentId> FreeIdentityAsync(Upload upload, ContentHash content, CancellationToken cancellationToken)
    {
        var printable = new string([.. Path.GetFileNameWithoutExtension(upload.FileName).Normalize().Where(letter => !char.IsControl(letter))]).Trim();
        var stem = printable.Length == 0 ? "document" : printable[..Math.Min(printable.Length, DocumentId.MaxLength - 20)].Trim();
        var id = DocumentId.Parse(stem);
        var holder = await reader.FindDocumentAsync(id, cancellationToken);
        return IsGone(holder) ? id : DocumentId.Parse($"{stem}~{content.Value[..12]}");
    }
}
