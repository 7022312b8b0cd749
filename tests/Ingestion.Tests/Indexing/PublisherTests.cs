using AgentHelpdesk.Ingestion.Indexing;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.TestKit;

namespace AgentHelpdesk.Ingestion.Tests.Indexing;

public sealed class PublisherTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly PublishingHouse _house = new();

    private static DocumentBuilder Circular(string text = "Le plafond est de 100 euros.") =>
        new DocumentBuilder("Circulaire A").OfDocument("a").Chunk(text, "Plafonds").Chunk("La carence est de trois jours.", "Carence");

    [Fact]
    public async Task A_published_revision_is_shown_whole()
    {
        var revision = await _house.PublishAsync(Circular());

        (await _house.Reader.ReadStateAsync(None)).ShouldSatisfyAllConditions(
            state => state.Publication.ShouldBe(1),
            state => state.Documents.ShouldBe(1),
            state => state.Chunks.ShouldBe(2));
        (await _house.Reader.ReadPageAsync(revision.Id, 2, None)).ShouldNotBeNull().Words.Single().Text.ShouldBe("La carence est de trois jours.");
        await _house.ShouldAgreeAsync();
    }

    [Fact]
    public async Task A_later_revision_ends_the_period_of_the_one_before()
    {
        var first = await _house.PublishAsync(Circular().InForce(new(2023, 1, 1), null));
        await _house.PublishAsync(Circular("Le plafond est de 120 euros.").InForce(new(2024, 1, 1), null));

        (await _house.Reader.FindRevisionAsync(first.Id, None))!.Effective.ShouldBe([new(new(2023, 1, 1), new(2024, 1, 1))]);
        await _house.ShouldAgreeAsync();
    }

    [Fact]
    public async Task A_revision_interrupted_by_a_shorter_one_is_shown_for_both_its_periods()
    {
        var standing = await _house.PublishAsync(Circular().InForce(new(2023, 1, 1), null));
        await _house.PublishAsync(Circular("Mesure exceptionnelle.").InForce(new(2024, 3, 1), new(2024, 3, 31)));

        (await _house.Reader.FindRevisionAsync(standing.Id, None))!.Effective.Length.ShouldBe(2);
        (await _house.Reader.ReadStateAsync(None)).Chunks.ShouldBe(6);
        await _house.ShouldAgreeAsync();
    }

    [Fact]
    public async Task Other_dates_or_audience_make_new_appearances_over_the_same_text()
    {
        var revision = await _house.PublishAsync(Circular());
        var before = _house.Index.Shown(1).Select(entry => entry.Id).ToArray();

        await ChangeAsync(revision, description => description with { Audience = ["caf"], Declared = new(new(2025, 1, 1), ValidityPeriod.OpenEnd) });

        var after = _house.Index.Shown(2);
        after.Select(entry => entry.Id).ShouldNotContain(id => before.Contains(id));
        after.ShouldAllBe(entry => entry.Audience.Single() == "caf" && entry.Effective.From == new DateOnly(2025, 1, 1));
        _house.Index.Shown(1).Count.ShouldBe(2, "a question in flight still sees the old appearances");
        await _house.ShouldAgreeAsync();
    }

    [Fact]
    public async Task Another_title_is_found_by_its_words_and_the_old_one_no_longer()
    {
        var revision = await _house.PublishAsync(Circular());

        await ChangeAsync(revision, description => description with { Title = "Instruction B" });

        (await _house.Reader.ReadNeighboursAsync(revision.Id, 0, 0, None)).Single().Prefix.ShouldBe("Instruction B\nPlafonds");
        await _house.ShouldAgreeAsync();
    }

    [Fact]
    public async Task An_address_alone_changes_no_entry()
    {
        var revision = await _house.PublishAsync(Circular());

        await ChangeAsync(revision, description => description with { Url = "https://exemple.fr/a" });

        _house.Index.EntryCount.ShouldBe(2);
        (await _house.Reader.FindRevisionAsync(revision.Id, None))!.Description.Url.ShouldBe("https://exemple.fr/a");
    }

    [Fact]
    public async Task Samples_leave_with_the_first_real_document_in_the_same_publication()
    {
        await _house.PublishAsync(new DocumentBuilder("Exemple 1").Chunk("Un."), isSample: true);
        await _house.PublishAsync(new DocumentBuilder("Exemple 2").Chunk("Deux."), isSample: true);
        (await _house.Reader.ReadStateAsync(None)).OnlySamples.ShouldBeTrue();

        await _house.PublishAsync(Circular());

        var state = await _house.Reader.ReadStateAsync(None);
        state.ShouldSatisfyAllConditions(() => state.Publication.ShouldBe(3), () => state.Documents.ShouldBe(1), () => state.Revisions.ShouldBe(1), () => state.OnlySamples.ShouldBeFalse());
        await _house.ShouldAgreeAsync();
    }

    [Fact]
    public async Task Ended_entries_go_after_the_delay_and_not_before()
    {
        var revision = await _house.PublishAsync(Circular());
        await ChangeAsync(revision, description => description with { Audience = ["caf"] });

        _house.Time.Advance(TimeSpan.FromMinutes(14));
        await (await _house.OpenAsync()).DisposeAsync();
        _house.Index.EntryCount.ShouldBe(4);
        _house.Time.Advance(TimeSpan.FromMinutes(2));
        await (await _house.OpenAsync()).DisposeAsync();

        _house.Index.EntryCount.ShouldBe(2);
        await _house.ShouldAgreeAsync();
    }

    /// <summary>Fails at every single write of a publication in turn, and then does it again.</summary>
    [Fact]
    public async Task A_publication_that_fails_at_any_write_changes_nothing_and_succeeds_when_run_again()
    {
        for (var writes = 0; writes < 12; writes++)
        {
            using var house = new PublishingHouse();
            await house.PublishAsync(Circular().InForce(new(2023, 1, 1), null));
            var next = PublishingHouse.Draft(Circular("Le plafond est de 120 euros.").InForce(new(2024, 1, 1), null));
            house.Index.FailsAfter = writes;

            var failed = false;
            await using (var publisher = await house.OpenAsync())
            {
                try
                {
                    await publisher.PublishAsync([next], [house.Act(ActKind.Publish, next)], None);
                }
                catch (IOException)
                {
                    failed = true;
                }
            }

            house.Index.FailsAfter = null;
            (await house.Reader.ReadStateAsync(None)).Publication.ShouldBe(failed ? 1 : 2);
            if (failed)
            {
                house.Index.Shown(1).Select(entry => entry.Id).Order(Comparer<Knowledge.Chunks.ChunkId>.Create((one, other) => one.Value.CompareTo(other.Value))).Count().ShouldBe(2);
                await house.PublishAsync(Circular("Le plafond est de 120 euros.").InForce(new(2024, 1, 1), null));
            }

            (await house.Reader.ReadStateAsync(None)).Publication.ShouldBe(2);
            await house.ShouldAgreeAsync();
            writes.ShouldBeLessThan(11, "the publication has more writes than this test tries");
            if (!failed)
                break;
        }
    }

    [Fact]
    public async Task The_lock_has_one_holder()
    {
        await using var holder = await _house.OpenAsync();

        var second = await _house.Get<PublisherDesk>().OpenAsync(rebuilds: false, None);

        second.ShouldBeOfType<PublisherOutcome.Busy>().LockFile.ShouldEndWith("knowledge.lock");
    }

    [Fact]
    public async Task An_index_built_with_something_else_stops_with_both_values_and_the_command()
    {
        await _house.PublishAsync(Circular());
        await _house.Index.WriteManifestAsync(Knowledge.Index.IndexManifest.Current("e5", 384), None);

        var fault = await Should.ThrowAsync<DataFolderException>(() => _house.OpenAsync());

        fault.Fault.ShouldBe(DataFolderFault.ManifestMismatch);
        fault.Found.ShouldContain("e5");
        fault.Expected.ShouldContain("no embedding model");
        fault.Message.ShouldContain("reindex");
        await (await _house.OpenAsync(rebuilds: true)).DisposeAsync();
    }

    public void Dispose() => _house.Dispose();

    private async Task ChangeAsync(CatalogueRevision revision, Func<RevisionDescription, RevisionDescription> change)
    {
        await using var publisher = await _house.OpenAsync();
        var draft = RevisionDraft.Of(revision) with { Description = change(revision.Description) };
        await publisher.PublishAsync([draft], [_house.Act(ActKind.Correct, draft)], None);
    }
}
