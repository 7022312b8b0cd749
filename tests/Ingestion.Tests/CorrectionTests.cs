using AgentHelpdesk.Ingestion.Uploads;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Ingestion.Tests;

/// <summary>What is said of a revision, corrected without reading it again.</summary>
public sealed class CorrectionTests : IDisposable
{
    private const string Guide = "guide-pension-de-rivage.pdf";
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly IngestHouse _house = new();

    [Fact]
    public async Task A_corrected_description_is_kept_and_the_history_says_which_fields()
    {
        var before = await IngestAsync();

        var outcome = await _house.Keeper.CorrectAsync(
            before.Id,
            before.Description with
            {
                Title = " Guide\nde la pension ",
                Kind = "Guide",
                Number = "G-12/2026",
                Issuer = "Caisse des îles",
                Declared = ValidityPeriod.FromDays(new(2026, 1, 1), new(2026, 12, 31)),
                Audience = ["CAF", "974", "caf"],
                Url = " https://exemple.fr/guide ",
                FileName = "autre.pdf",
                IsSample = true,
            },
            None);

        outcome.ShouldBeOfType<KeeperOutcome.Done>().ShouldSatisfyAllConditions(
            done => done.Publication.ShouldBe(2), done => done.Revisions.ShouldBe(1), done => done.Silenced.ShouldBeEmpty());
        var after = await RevisionAsync(before.Id);
        after.Description.ShouldSatisfyAllConditions(
            said => said.Title.ShouldBe("Guide de la pension"),
            said => said.Kind.ShouldBe("guide"),
            said => said.Number.ShouldBe("G-12/2026"),
            said => said.Issuer.ShouldBe("Caisse des îles"),
            said => said.Audience.ShouldBe(["974", "caf"]),
            said => said.Url.ShouldBe("https://exemple.fr/guide"),
            said => said.FileName.ShouldBe(Guide, "what belongs to the upload is never corrected"),
            said => said.IsSample.ShouldBeFalse());
        after.Effective.ShouldBe([new(new(2026, 1, 1), new(2027, 1, 1))]);
        var act = (await _house.Reader.ReadActsAsync(before.Document, None))[0];
        act.ShouldSatisfyAllConditions(
            () => act.Kind.ShouldBe(ActKind.Correct),
            () => act.Revision.ShouldBe(before.Id),
            () => act.Detail.ShouldBe("title,number,issuer,kind,valid_from,valid_to,audience,url"),
            () => act.At.ShouldBe(_house.Time.GetUtcNow()));
        (await _house.Reader.ReadNeighboursAsync(before.Id, 0, 0, None))[0].Prefix.ShouldStartWith("Guide de la pension");
    }

    [Fact]
    public async Task Nothing_to_correct_changes_nothing()
    {
        var before = await IngestAsync();

        (await _house.Keeper.CorrectAsync(before.Id, before.Description, None)).ShouldBeOfType<KeeperOutcome.Unchanged>();

        (await _house.PublicationAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_description_that_cannot_be_kept_is_refused_with_its_field()
    {
        var before = await IngestAsync();
        var never = new ValidityPeriod(new(2026, 3, 1), new(2026, 3, 1));

        foreach (var (wanted, field, value) in new[]
        {
            (before.Description with { Title = " \t" }, "title", ""),
            (before.Description with { Declared = never }, "valid_to", "2026-03-01"),
            (before.Description with { Url = "javascript:alert(1)" }, "url", "javascript:alert(1)"),
        })
            (await _house.Keeper.CorrectAsync(before.Id, wanted, None)).ShouldBe(new KeeperOutcome.BadDescription(field, value));

        (await _house.PublicationAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_correction_begun_before_another_one_is_refused_with_what_is_said_now()
    {
        var seen = (await IngestAsync()).Description;
        var id = (await _house.Reader.ReadDocumentsAsync(None)).Single().Revisions[0].Id;
        await _house.Keeper.CorrectAsync(id, seen with { Number = "1" }, seen, None);

        var outcome = await _house.Keeper.CorrectAsync(id, seen with { Number = "2" }, seen, None);

        outcome.ShouldBeOfType<KeeperOutcome.ChangedMeanwhile>().Current.Number.ShouldBe("1");
        (await RevisionAsync(id)).Description.Number.ShouldBe("1");
    }

    [Fact]
    public async Task Dates_that_leave_another_revision_no_day_are_said()
    {
        var old = await IngestAsync();
        await _house.Keeper.CorrectAsync(old.Id, old.Description with { Declared = ValidityPeriod.FromDays(new(2025, 1, 1), new(2025, 12, 31)) }, None);
        var added = (await _house.IngestAsync(new IngestSettings { Replaces = old.Document }, _house.Put("note-locale-antenne-des-iles.pdf"))).Single().ShouldBeOfType<IngestOutcome.NewRevision>();
        var description = (await RevisionAsync(added.Revision)).Description;

        var outcome = await _house.Keeper.CorrectAsync(added.Revision, description with { Declared = ValidityPeriod.FromDays(new(2025, 1, 1), null) }, None);

        outcome.ShouldBeOfType<KeeperOutcome.Done>().Silenced.ShouldBe([old.Id]);
    }

    [Fact]
    public async Task A_retired_revision_can_be_corrected_and_stays_retired()
    {
        var before = await IngestAsync();
        await _house.Keeper.RetireAsync(before.Document, null, "abrogée", None);

        (await _house.Keeper.CorrectAsync(before.Id, before.Description with { Issuer = "Caisse" }, None)).ShouldBeOfType<KeeperOutcome.Done>();

        (await RevisionAsync(before.Id)).ShouldSatisfyAllConditions(after => after.Status.ShouldBe(RevisionStatus.Retired), after => after.Retirement!.Reason.ShouldBe("abrogée"));
    }

    [Fact]
    public async Task What_is_unknown_erased_or_being_written_is_told()
    {
        var before = await IngestAsync();
        await using (_house.Get<IWriterLock>().TryOpen().ShouldBeOfType<WriterOutcome.Opened>().Writer)
            (await _house.Keeper.CorrectAsync(before.Id, before.Description with { Title = "x" }, None)).ShouldBeOfType<KeeperOutcome.Busy>();
        await _house.Keeper.PurgeAsync(before.Document, "", None);

        (await _house.Keeper.CorrectAsync(before.Id, before.Description with { Title = "x" }, None)).ShouldBe(new KeeperOutcome.AlreadyPurged(before.Document));
        var unknown = RevisionId.Parse(new string('0', 32));
        (await _house.Keeper.CorrectAsync(unknown, before.Description, None)).ShouldBe(new KeeperOutcome.UnknownRevision(unknown));
    }

    [Fact]
    public async Task A_purge_erases_number_and_issuer_too()
    {
        var before = await IngestAsync();
        await _house.Keeper.CorrectAsync(before.Id, before.Description with { Number = "G-12/2026", Issuer = "Caisse" }, None);

        await _house.Keeper.PurgeAsync(before.Document, "", None);

        (await RevisionAsync(before.Id)).Description.ShouldSatisfyAllConditions(said => said.Number.ShouldBeNull(), said => said.Issuer.ShouldBeNull());
    }

    public void Dispose() => _house.Dispose();

    private async Task<CatalogueRevision> IngestAsync() =>
        await RevisionAsync((await _house.IngestAsync(_house.Put(Guide))).Single().ShouldBeOfType<IngestOutcome.Published>().Revision);

    private async Task<CatalogueRevision> RevisionAsync(RevisionId id) => (await _house.Reader.FindRevisionAsync(id, None)).ShouldNotBeNull();
}
