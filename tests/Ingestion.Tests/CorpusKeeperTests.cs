using AgentHelpdesk.Ingestion.Uploads;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.Knowledge.Index;

namespace AgentHelpdesk.Ingestion.Tests;

public sealed class CorpusKeeperTests : IDisposable
{
    private const string Guide = "guide-pension-de-rivage.pdf";
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly DocumentId Id = DocumentId.Parse("guide");

    private readonly IngestHouse _house = new();

    [Fact]
    public async Task A_retired_document_answers_no_longer_and_stays_retired_when_seen_again()
    {
        var path = await IngestAsync();

        (await _house.Keeper.RetireAsync(Id, null, "abrogée", None)).ShouldBeOfType<KeeperOutcome.Done>().Revisions.ShouldBe(1);

        (await RevisionAsync()).ShouldSatisfyAllConditions(
            revision => revision.Status.ShouldBe(RevisionStatus.Retired),
            revision => revision.Effective.ShouldBeEmpty(),
            revision => revision.Retirement!.Reason.ShouldBe("abrogée"));
        (await _house.Reader.ReadStateAsync(None)).Chunks.ShouldBe(0);
        (await _house.IngestAsync(path)).Single().ShouldBeOfType<IngestOutcome.Retired>();
        (await _house.Keeper.RetireAsync(Id, null, "abrogée", None)).ShouldBeOfType<KeeperOutcome.Unchanged>();
    }

    [Fact]
    public async Task Retired_from_a_day_on_it_still_answers_before()
    {
        await IngestAsync();

        await _house.Keeper.RetireAsync(Id, new(2026, 6, 1), "remplacée", None);

        (await RevisionAsync()).Effective.ShouldBe([new(ValidityPeriod.OpenStart, new(2026, 6, 1))]);
    }

    [Fact]
    public async Task Restored_it_answers_as_before()
    {
        await IngestAsync();
        var before = await _house.Reader.ReadStateAsync(None);
        await _house.Keeper.RetireAsync(Id, null, "erreur", None);

        (await _house.Keeper.RestoreAsync(Id, None)).ShouldBeOfType<KeeperOutcome.Done>();

        (await _house.Reader.ReadStateAsync(None)).Chunks.ShouldBe(before.Chunks);
        (await RevisionAsync()).Retirement.ShouldBeNull();
        (await _house.Keeper.RestoreAsync(Id, None)).ShouldBeOfType<KeeperOutcome.Unchanged>();
    }

    [Fact]
    public async Task Purged_bytes_are_gone_and_come_back_only_by_explicit_choice()
    {
        var path = await IngestAsync();
        var revision = await RevisionAsync();

        (await _house.Keeper.PurgeAsync(Id, "données personnelles", None)).ShouldBeOfType<KeeperOutcome.Done>();

        Directory.EnumerateFiles(Path.Combine(_house.Data, "content")).ShouldBeEmpty();
        (await _house.Reader.ReadPageAsync(revision.Id, 1, None)).ShouldBeNull();
        (await RevisionAsync()).Description.Title.ShouldBeEmpty();
        (await _house.IngestAsync(path)).Single().ShouldBeOfType<IngestOutcome.Refused>().Reason.ShouldBe(RefusalReason.Purged);
        (await _house.Keeper.PurgeAsync(Id, "", None)).ShouldBeOfType<KeeperOutcome.AlreadyPurged>();

        (await _house.IngestAsync(new IngestSettings { Replaces = Id }, path)).Single().ShouldBeOfType<IngestOutcome.Published>();
        (await RevisionAsync()).Status.ShouldBe(RevisionStatus.Published);
        Directory.EnumerateFiles(Path.Combine(_house.Data, "content")).Count().ShouldBe(1);
    }

    [Fact]
    public async Task After_a_purge_other_bytes_of_the_same_name_take_the_identity_again()
    {
        await IngestAsync();
        await _house.Keeper.PurgeAsync(Id, "données personnelles", None);

        var outcome = (await _house.IngestAsync(_house.Put(Guide, "guide.pdf", suffix: "\n% noirci\n"))).Single();

        outcome.ShouldBeOfType<IngestOutcome.Published>().Document.ShouldBe(Id);
        (await _house.Reader.FindDocumentAsync(Id, None))!.Revisions.Select(revision => revision.Status).ShouldBe([RevisionStatus.Published, RevisionStatus.Purged]);
    }

    [Fact]
    public async Task Bytes_that_another_document_has_too_survive_a_purge()
    {
        _house.Put(Guide, "a.pdf");
        _house.Put(Guide, "b.pdf");
        _house.PutMetadata("a.pdf;guide;;;;;;", "b.pdf;autre;;;;;;");
        await _house.IngestAsync();

        await _house.Keeper.PurgeAsync(Id, "", None);

        Directory.EnumerateFiles(Path.Combine(_house.Data, "content")).Count().ShouldBe(1);
        (await _house.Reader.ReadStateAsync(None)).Documents.ShouldBe(1);
    }

    [Fact]
    public async Task Reindexing_gives_the_same_answers_under_new_entries()
    {
        await IngestAsync();
        var before = await SearchAsync();

        (await _house.Keeper.ReindexAsync(fromPdf: false, null, None)).ShouldBeOfType<KeeperOutcome.Done>().Publication.ShouldBe(2);
        var reweighed = await SearchAsync();
        (await _house.Keeper.ReindexAsync(fromPdf: true, null, None)).ShouldBeOfType<KeeperOutcome.Done>().Publication.ShouldBe(3);
        var readAgain = await SearchAsync();

        before.ShouldNotBeEmpty();
        reweighed.ShouldBe(before);
        readAgain.ShouldBe(before);
    }

    [Fact]
    public async Task Reindexing_lifts_a_manifest_mismatch()
    {
        var path = await IngestAsync();
        await _house.Get<IIndexWriter>().WriteManifestAsync(IndexManifest.Current() with { Analyzer = "french-0" }, None);
        (await Should.ThrowAsync<DataFolderException>(() => _house.IngestAsync(path))).Fault.ShouldBe(DataFolderFault.ManifestMismatch);

        await _house.Keeper.ReindexAsync(fromPdf: false, null, None);

        (await _house.IngestAsync(path)).Single().ShouldBeOfType<IngestOutcome.Unchanged>();
    }

    [Fact]
    public async Task What_is_not_known_is_told()
    {
        (await _house.Keeper.RetireAsync(DocumentId.Parse("inconnu"), null, "", None)).ShouldBeOfType<KeeperOutcome.UnknownDocument>();
        (await _house.Keeper.ReindexAsync(fromPdf: true, null, None)).ShouldBeOfType<KeeperOutcome.Unchanged>();
    }

    public void Dispose() => _house.Dispose();

    private async Task<string> IngestAsync()
    {
        var path = _house.Put(Guide, "guide.pdf");
        (await _house.IngestAsync(path)).Single().ShouldBeOfType<IngestOutcome.Published>().Document.ShouldBe(Id);
        return path;
    }

    private async Task<CatalogueRevision> RevisionAsync() => (await _house.Reader.FindDocumentAsync(Id, None)).ShouldNotBeNull().Revisions.Single();

    /// <summary>Texts and scores that a word of the guide finds.</summary>
    private async Task<List<(string Text, float Score)>> SearchAsync()
    {
        var ids = Knowledge.Text.QueryWeights.TermIds(Knowledge.Text.FrenchAnalyzer.Analyze("conditions de la pension de rivage"));
        var statistics = await _house.Reader.ReadStatisticsAsync(ids, None);
        var legs = await _house.Get<IIndexReader>().SearchAsync(
            new()
            {
                Sparse = Knowledge.Text.QueryWeights.Of(ids, statistics),
                Filter = new() { Publication = statistics.Publication, AsOf = AsOf.Day(new(2026, 11, 24)), Audiences = ["*"] },
            },
            None);
        var chunks = await _house.Reader.ReadChunksAsync([.. legs.Sparse.Select(scored => scored.Id)], None);
        return [.. chunks.Zip(legs.Sparse, (chunk, scored) => (chunk.Chunk.Text, scored.Score)).OrderByDescending(pair => pair.Score).ThenBy(pair => pair.Text, StringComparer.Ordinal)];
    }
}
