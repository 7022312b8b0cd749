using System.Collections.Immutable;
using AgentHelpdesk.Ingestion.Indexing;
using AgentHelpdesk.Ingestion.Reading;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Documents;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.Ingestion.Uploads;

/// <summary>Turns an upload whose identity is settled into a publication, and the publication into an outcome.</summary>
internal sealed class RevisionPublisher(IContentStore contents, ICatalogueReader reader, IRevisionFinder finder, TimeProvider time, IOptions<UploadOptions> options)
{
    /// <summary>A new revision: its bytes are kept before anything points to them.</summary>
    public async Task<IngestOutcome> PublishAsync(
        ReadUpload.Read read, Identity.Unknown identity, IngestSettings settings, Publisher publisher, CancellationToken cancellationToken)
    {
        var upload = read.Upload;
        ImmutableArray<ReadingProblem> problems = [.. read.Document.Problems];
        if (read.Text.Weights.IsEmpty)
            return NoText(read);

        var resembles = identity.IsNewDocument ? identity.SameBytes ?? await FindAlikeAsync(read.Text, cancellationToken) : null;
        var draft = DraftOf(read, settings);
        await contents.PutAsync(new MemoryStream(read.From.Content, writable: false), cancellationToken);
        await publisher.PublishAsync([draft], [new(ActKind.Publish, time.GetUtcNow(), draft.Document, draft.Id, upload.FileName)], cancellationToken);

        var (pages, chunks) = (read.Document.Pages.Length, read.Text.Weights.Length);
        return identity.IsNewDocument
            ? new IngestOutcome.Published(draft.Document, draft.Id, pages, chunks) { File = upload.Name, Problems = problems, Resembles = resembles }
            : new IngestOutcome.NewRevision(draft.Document, draft.Id, pages, chunks)
            {
                File = upload.Name,
                Problems = problems,
                IsOutranked = IsOutranked(await reader.FindRevisionAsync(draft.Id, cancellationToken)),
            };
    }

    /// <summary>Text that holds no chunk can't be found.</summary>
    public static IngestOutcome.Refused NoText(ReadUpload.Read read) =>
        new(RefusalReason.NoText, $"{read.Document.Pages.Length}") { File = read.Upload.Name, Problems = [.. read.Document.Problems] };

    /// <summary>The revision that publishing an upload makes.</summary>
    public static RevisionDraft DraftOf(ReadUpload.Read read, IngestSettings settings) => new()
    {
        Id = RevisionId.Of(read.From.Document, read.Hash),
        Document = read.From.Document,
        Content = read.Hash,
        Description = Describe(read.Upload, read.Title, settings),
        Text = read.Text,
    };

    /// <summary>Known bytes: corrected where their metadata says something else now. Without metadata nothing is said, so nothing changes.</summary>
    public async Task<IngestOutcome> ConfirmAsync(
        Upload upload, CatalogueRevision known, IngestSettings settings, Publisher publisher, CancellationToken cancellationToken)
    {
        if (known.Status == RevisionStatus.Retired)
            return new IngestOutcome.Retired(known.Document, known.Id) { File = upload.Name };
        var described = Redescribe(known.Description, upload.Metadata, settings);
        var changes = Correction.Changes(known.Description, described);
        if (changes.Length == 0 && described.IsSample == known.Description.IsSample)
            return new IngestOutcome.Unchanged(known.Document, known.Id) { File = upload.Name };

        var draft = RevisionDraft.Of(known) with { Description = described };
        await publisher.PublishAsync([draft], [new(ActKind.Correct, time.GetUtcNow(), draft.Document, draft.Id, changes)], cancellationToken);
        return new IngestOutcome.Corrected(known.Document, known.Id) { File = upload.Name };
    }

    /// <summary>Takes back bytes that were kept for a publication that failed.</summary>
    public async Task ForgetAsync(ContentHash hash, CancellationToken cancellationToken)
    {
        var revisions = await finder.FindByContentAsync(hash, cancellationToken);
        if (revisions.All(revision => revision.Status == RevisionStatus.Purged))
            contents.Delete(hash);
    }

    private bool IsOutranked(CatalogueRevision? revision)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        return revision is not null && revision.Description.Declared.Contains(today) && !revision.Effective.Any(period => period.Contains(today));
    }

    private static RevisionDescription Describe(Upload upload, string title, IngestSettings settings) => new()
    {
        Title = title,
        Kind = upload.Metadata?.Kind ?? "",
        Number = upload.Metadata?.Number,
        Issuer = upload.Metadata?.Issuer,
        Declared = upload.Metadata?.Declared ?? ValidityPeriod.Open,
        Audience = upload.Metadata?.Audience ?? [Audience.Everyone],
        Url = upload.Metadata?.Url,
        FileName = upload.FileName,
        IsSample = settings.Samples,
    };

    // An empty title cell keeps the title that was read from the PDF, and so do number and issuer, which older tables have no column for; a sample handed in as a document becomes one.
    private static RevisionDescription Redescribe(RevisionDescription known, MetadataRow? row, IngestSettings settings) => (row is null ? known : known with
    {
        Title = row.Title ?? known.Title,
        Kind = row.Kind,
        Number = row.Number ?? known.Number,
        Issuer = row.Issuer ?? known.Issuer,
        Declared = row.Declared,
        Audience = row.Audience,
        Url = row.Url,
    }) with
    { IsSample = known.IsSample && settings.Samples };

    private async Task<DocumentId?> FindAlikeAsync(DraftText text, CancellationToken cancellationToken)
    {
        var own = text.Text.Likeness;
        return (await finder.ReadLikenessAsync(cancellationToken))
            .Select(other => (other.Document, IsSameNumber: own.FullNumber is not null && own.FullNumber == other.Likeness.FullNumber, Share: Likeness.Of(own, other.Likeness)))
            .Where(other => other.IsSameNumber || other.Share >= options.Value.LikenessThreshold)
            .OrderByDescending(other => other.IsSameNumber).ThenByDescending(other => other.Share).ThenBy(other => other.Document.Value, StringComparer.Ordinal)
            .Select(other => (DocumentId?)other.Document)
            .FirstOrDefault();
    }
}
