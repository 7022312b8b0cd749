using System.Collections.Immutable;
using AgentHelpdesk.Ingestion.Describing;
using AgentHelpdesk.Ingestion.Reading;
using AgentHelpdesk.Ingestion.Uploads;
using AgentHelpdesk.Knowledge.Catalogue;

namespace AgentHelpdesk.Ingestion.Inbox;

/// <summary>Reads an upload and says what its knowledge manager should know before publishing it.</summary>
internal sealed class Reviewer(InboxFolder folder, IngestRevision ingest, IdentityRules identities, FreshReviews fresh, Resemblances resemblances)
{
    private const int MostHeadings = 60;

    /// <summary>A picked file's name alone merges nothing.</summary>
    public static readonly IngestSettings Settings = new() { SameNameIsSameDocument = false };

    /// <returns>The entry ready with its review, or settled with the reason for which it goes no further.</returns>
    public async Task<InboxEntry> ReviewAsync(InboxEntry entry, IProgress<ReadingProgress> progress, CancellationToken cancellationToken)
    {
        var upload = UploadOf(entry);
        var hash = entry.Content ?? throw new InvalidOperationException($"Upload {entry.Id} waits without a hash.");
        switch (await identities.DecideAsync(upload, hash, Settings, cancellationToken))
        {
            case Identity.Barred(var reason, var detail):
                return Settled(entry, Refusals.Of(upload, reason, detail).Outcome);
            case Identity.Known { Revision: { Description.IsSample: false } known }:
                return Ready(entry, ReviewOf(known));
            case var identity:
                if (await ReadBytesAsync(entry, cancellationToken) is not { } bytes)
                    return Settled(entry, Refusals.Of(upload, RefusalReason.EntryDamaged, "").Outcome);
                // For reading, any identity will do: what is published is cut anew under the document's own.
                var document = identity is Identity.Unknown unknown ? unknown.Document : ((Identity.Known)identity).Revision.Document;
                var read = await Task.Run(() => ingest.Read(new(upload, hash, bytes, document), progress, cancellationToken), cancellationToken);
                return read switch
                {
                    ReadUpload.Settled settled => Settled(entry, settled.Outcome),
                    ReadUpload.Read { Text.Weights.IsEmpty: true } empty => Settled(entry, RevisionPublisher.NoText(empty)),
                    ReadUpload.Read whole => Ready(entry, await ReviewOfAsync(whole, entry, cancellationToken)),
                    _ => throw new InvalidOperationException($"Reading gave a {read.GetType().Name}, which nobody knows."),
                };
        }
    }

    public Upload UploadOf(InboxEntry entry) =>
        new(entry.FileName, entry.FileName, entry.Bytes, () => folder.OpenRead(entry.Id)) { Replaces = entry.Replaces };

    /// <summary>Null when they are gone: discarded in the meantime, or lost.</summary>
    public async Task<byte[]?> ReadBytesAsync(InboxEntry entry, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = folder.OpenRead(entry.Id);
            var bytes = new byte[file.Length];
            await file.ReadExactlyAsync(bytes, cancellationToken);
            return bytes;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private static InboxEntry Settled(InboxEntry entry, IngestOutcome outcome) => entry with { Step = InboxStep.Settled, Outcome = outcome };

    private static InboxEntry Ready(InboxEntry entry, InboxReview review) =>
        entry with { Step = InboxStep.Ready, Review = review, PagesRead = review.Pages, PagesTotal = review.Pages };

    private static InboxReview ReviewOf(CatalogueRevision known) => new()
    {
        Pages = known.PageCount,
        Chunks = known.ChunkCount,
        Title = known.Description.Title,
        KnownAs = KnownRevision.Of(known),
    };

    private async Task<InboxReview> ReviewOfAsync(ReadUpload.Read read, InboxEntry entry, CancellationToken cancellationToken)
    {
        var likeness = read.Text.Text.Likeness;
        return new()
        {
            Pages = read.Document.Pages.Length,
            Chunks = read.Text.Weights.Length,
            Title = read.Title,
            Problems = [.. read.Document.Problems],
            Proposal = DocumentDescriber.Describe(read.Document),
            Headings = Headings(read),
            KnownAs = await fresh.KnownAsync(read.Hash, cancellationToken),
            Resembles = await resemblances.OfAsync(likeness, entry.Replaces, cancellationToken),
            Likeness = likeness,
        };
    }

    private static ImmutableArray<string> Headings(ReadUpload.Read read) =>
    [
        .. read.Text.Text.Chunks
            .SelectMany(chunk => chunk.Chunk.Locator.SectionPath).Distinct(StringComparer.Ordinal)
            .Where(heading => heading.Length is > 0 and <= 200 && heading != read.Title)
            .Take(MostHeadings),
    ];
}
