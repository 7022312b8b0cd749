using AgentHelpdesk.Ingestion.Indexing;
using AgentHelpdesk.Knowledge.Catalogue;

namespace AgentHelpdesk.Ingestion.Uploads;

/// <summary>Reads a published revision's kept PDF again, under the title it has now.</summary>
internal sealed class KeptBytes(IContentStore contents, IngestRevision ingest)
{
    /// <summary>Null when the bytes are missing or no longer give text: what is stored is better than nothing.</summary>
    public async Task<DraftText?> ReadAsync(CatalogueRevision revision, CancellationToken cancellationToken)
    {
        await using var stream = contents.OpenRead(revision.Content);
        if (stream is null)
            return null;
        var content = new byte[stream.Length];
        await stream.ReadExactlyAsync(content, cancellationToken);

        var (description, file) = (revision.Description, revision.Description.FileName);
        var metadata = new MetadataRow(file, 0, revision.Document, description.Title, description.Kind, description.Declared, description.Audience, description.Url)
        {
            Number = description.Number,
            Issuer = description.Issuer,
        };
        var upload = new Upload(file, file, content.Length, () => new MemoryStream(content), metadata);
        return ingest.Read(new(upload, revision.Content, content, revision.Document), null, cancellationToken) is ReadUpload.Read { Text.Weights.IsEmpty: false } read
            ? read.Text
            : null;
    }
}
