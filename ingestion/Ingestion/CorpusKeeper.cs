using System.Collections.Immutable;
using AgentHelpdesk.Ingestion.Indexing;
using AgentHelpdesk.Ingestion.Uploads;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Ingestion;

/// <summary>What a knowledge manager does to documents that are there: all of it by the same publication as new ones, all of it remembered.</summary>
public sealed class CorpusKeeper
{
    private readonly ICatalogueReader _reader;
    private readonly PublisherDesk _desk;
    private readonly KeptBytes _keptBytes;
    private readonly TimeProvider _time;

    internal CorpusKeeper(ICatalogueReader reader, PublisherDesk desk, KeptBytes keptBytes, TimeProvider time) =>
        (_reader, _desk, _keptBytes, _time) = (reader, desk, keptBytes, time);

    /// <summary>Takes a document out of the answers, every revision of it.</summary>
    /// <param name="document">The document.</param>
    /// <param name="from">The first day on which it no longer answers; null: it answers on no day.</param>
    /// <param name="reason">Kept in the history and shown to those who look for it.</param>
    /// <param name="cancellationToken">Ends it before it is published.</param>
    public Task<KeeperOutcome> RetireAsync(DocumentId document, DateOnly? from, string reason, CancellationToken cancellationToken)
    {
        var retirement = new Retirement(from, reason);
        return ChangeAsync(
            document,
            ActKind.Retire,
            reason,
            revision => revision.Retirement == retirement ? null : RevisionDraft.Of(revision) with { Status = RevisionStatus.Retired, Retirement = retirement },
            cancellationToken);
    }

    /// <summary>Takes a retirement back.</summary>
    public Task<KeeperOutcome> RestoreAsync(DocumentId document, CancellationToken cancellationToken) => ChangeAsync(
        document,
        ActKind.Restore,
        "",
        revision => revision.Status != RevisionStatus.Retired ? null : RevisionDraft.Of(revision) with { Status = RevisionStatus.Published, Retirement = null },
        cancellationToken);

    /// <summary>Changes what is said of a revision; its PDF is not read again.</summary>
    /// <param name="revision">The revision; a retired one can be corrected too.</param>
    /// <param name="wanted">What shall be said of it; its file name and whether it is a sample stay as they are.</param>
    /// <param name="cancellationToken">Ends it before it is published.</param>
    public Task<KeeperOutcome> CorrectAsync(RevisionId revision, RevisionDescription wanted, CancellationToken cancellationToken) =>
        CorrectAsync(revision, wanted, null, cancellationToken);

    /// <summary>The same, unless somebody else corrected it in the meantime.</summary>
    /// <param name="revision">The revision.</param>
    /// <param name="wanted">What shall be said of it.</param>
    /// <param name="seen">What was said of it when the correction was begun; null: corrected whatever is said of it by now.</param>
    /// <param name="cancellationToken">Ends it before it is published.</param>
    public Task<KeeperOutcome> CorrectAsync(
        RevisionId revision, RevisionDescription wanted, RevisionDescription? seen, CancellationToken cancellationToken) =>
        EmbeddedAsync(() => CorrectUnlessChangedAsync(revision, wanted, seen, cancellationToken));

    private async Task<KeeperOutcome> CorrectUnlessChangedAsync(
        RevisionId revision, RevisionDescription wanted, RevisionDescription? seen, CancellationToken cancellationToken)
    {
        var opened = await _desk.OpenAsync(rebuilds: false, cancellationToken);
        if (opened is PublisherOutcome.Busy busy)
            return new KeeperOutcome.Busy(busy.LockFile);
        await using var publisher = ((PublisherOutcome.Opened)opened).Publisher;
        if (await _reader.FindRevisionAsync(revision, cancellationToken) is not { } known)
            return new KeeperOutcome.UnknownRevision(revision);
        if (known.Status == RevisionStatus.Purged)
            return new KeeperOutcome.AlreadyPurged(known.Document);
        if (seen is not null && Correction.Changes(seen, known.Description).Length > 0)
            return new KeeperOutcome.ChangedMeanwhile(known.Description);

        var described = Correction.Of(known.Description, wanted);
        if (Correction.ProblemOf(described) is { } problem)
            return problem;
        if (Correction.Changes(known.Description, described) is not { Length: > 0 } changes)
            return new KeeperOutcome.Unchanged();

        var answering = await AnsweringAsync(known.Document, cancellationToken);
        var number = await publisher.PublishAsync(
            [RevisionDraft.Of(known) with { Description = described }],
            [new(ActKind.Correct, _time.GetUtcNow(), known.Document, revision, changes)],
            cancellationToken);
        var after = await AnsweringAsync(known.Document, cancellationToken);
        return new KeeperOutcome.Done(number, 1) { Silenced = [.. answering.Except(after)] };
    }

    /// <summary>Erases bytes, text, index entries and words of a document; a tombstone with its identity and hashes stays.</summary>
    public Task<KeeperOutcome> PurgeAsync(DocumentId document, string reason, CancellationToken cancellationToken) =>
        ChangeAsync(document, ActKind.Purge, reason, RevisionDraft.Tombstone, cancellationToken);

    /// <summary>Makes every index entry anew, in one publication: readers see the old ones until all the new ones are there.</summary>
    /// <param name="fromPdf">Reads the kept PDFs again; otherwise the stored text is weighed and embedded again.</param>
    /// <param name="progress">Told after every revision.</param>
    /// <param name="cancellationToken">Ends it; what was published stays.</param>
    public Task<KeeperOutcome> ReindexAsync(bool fromPdf, IProgress<IngestProgress>? progress, CancellationToken cancellationToken) =>
        EmbeddedAsync(() => MakeAnewAsync(fromPdf, progress, cancellationToken));

    private async Task<KeeperOutcome> MakeAnewAsync(bool fromPdf, IProgress<IngestProgress>? progress, CancellationToken cancellationToken)
    {
        var opened = await _desk.OpenAsync(rebuilds: true, cancellationToken);
        if (opened is PublisherOutcome.Busy busy)
            return new KeeperOutcome.Busy(busy.LockFile);
        await using var publisher = ((PublisherOutcome.Opened)opened).Publisher;
        var revisions = (await _reader.ReadDocumentsAsync(cancellationToken)).SelectMany(document => document.Revisions).ToArray();

        // Entries of two analyses must never be shown together: what is not read again, or later, is weighed anew first.
        var number = revisions.Length == 0 ? 0 : await ReweighAsync(revisions, publisher, fromPdf, cancellationToken);
        await _desk.WriteManifestAsync(cancellationToken);
        if (revisions.Length == 0)
            return new KeeperOutcome.Unchanged();
        if (!fromPdf)
            return new KeeperOutcome.Done(number, revisions.Length);
        return await ReadAgainAsync(revisions, publisher, progress, cancellationToken);
    }

    private async Task<long> ReweighAsync(CatalogueRevision[] revisions, Publisher publisher, bool onlyIfNeeded, CancellationToken cancellationToken)
    {
        if (onlyIfNeeded && await _desk.IsCurrentAsync(cancellationToken))
            return 0;
        return await publisher.PublishAsync(
            [.. revisions.Select(revision => RevisionDraft.Of(revision) with { Reweigh = true })],
            [new(ActKind.Reindex, _time.GetUtcNow(), null, null, "")],
            cancellationToken);
    }

    // Each revision is a publication of its own: the texts of all would not fit in memory.
    private async Task<KeeperOutcome> ReadAgainAsync(
        CatalogueRevision[] revisions, Publisher publisher, IProgress<IngestProgress>? progress, CancellationToken cancellationToken)
    {
        var number = await publisher.Catalogue.ReadPublicationAsync(cancellationToken);
        var kept = ImmutableArray.CreateBuilder<RevisionId>();
        var start = _time.GetTimestamp();
        var pages = 0;
        for (var i = 0; i < revisions.Length; i++)
        {
            if (await _keptBytes.ReadAsync(revisions[i], cancellationToken) is { } text)
            {
                var draft = RevisionDraft.Of(revisions[i]) with { Text = text };
                number = await publisher.PublishAsync(
                    [draft], [new(ActKind.Reindex, _time.GetUtcNow(), draft.Document, draft.Id, "")], cancellationToken);
                pages += text.Text.Pages.Length;
            }
            else
            {
                kept.Add(revisions[i].Id);
            }

            progress?.Report(new()
            {
                FilesDone = i + 1,
                FilesTotal = revisions.Length,
                PagesDone = pages,
                BytesDone = i + 1,
                BytesTotal = revisions.Length,
                Elapsed = _time.GetElapsedTime(start),
            });
        }

        return kept.Count == 0
            ? new KeeperOutcome.Done(number, revisions.Length)
            : new KeeperOutcome.DoneExcept(number, revisions.Length - kept.Count, kept.ToImmutable());
    }

    private async Task<IEnumerable<RevisionId>> AnsweringAsync(DocumentId document, CancellationToken cancellationToken) =>
        (await _reader.FindDocumentAsync(document, cancellationToken))?.Revisions.Where(revision => !revision.Effective.IsEmpty).Select(revision => revision.Id).ToArray() ?? [];

    private static async Task<KeeperOutcome> EmbeddedAsync(Func<Task<KeeperOutcome>> change)
    {
        try
        {
            return await change();
        }
        catch (EmbeddingUnavailableException exception)
        {
            return new KeeperOutcome.NotEmbedded(exception.Message);
        }
    }

    private Task<KeeperOutcome> ChangeAsync(
        DocumentId document, ActKind kind, string reason, Func<CatalogueRevision, RevisionDraft?> change, CancellationToken cancellationToken) =>
        EmbeddedAsync(() => ChangeAllAsync(document, kind, reason, change, cancellationToken));

    private async Task<KeeperOutcome> ChangeAllAsync(
        DocumentId document, ActKind kind, string reason, Func<CatalogueRevision, RevisionDraft?> change, CancellationToken cancellationToken)
    {
        var opened = await _desk.OpenAsync(rebuilds: false, cancellationToken);
        if (opened is PublisherOutcome.Busy busy)
            return new KeeperOutcome.Busy(busy.LockFile);
        await using var publisher = ((PublisherOutcome.Opened)opened).Publisher;
        if (await _reader.FindDocumentAsync(document, cancellationToken) is not { } known)
            return new KeeperOutcome.UnknownDocument(document);
        var living = known.Revisions.Where(revision => revision.Status != RevisionStatus.Purged).ToArray();
        if (living.Length == 0)
            return new KeeperOutcome.AlreadyPurged(document);
        RevisionDraft[] drafts = [.. living.Select(change).OfType<RevisionDraft>()];
        if (drafts.Length == 0)
            return new KeeperOutcome.Unchanged();
        var number = await publisher.PublishAsync(drafts, [new(kind, _time.GetUtcNow(), document, null, reason)], cancellationToken);
        return new KeeperOutcome.Done(number, drafts.Length);
    }
}
