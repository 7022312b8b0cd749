using AgentHelpdesk.Ingestion.Inbox;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Ingestion.Tests.Inbox;

/// <summary>The way of an upload, from being received to its outcome.</summary>
public sealed class InboxPathTests : IAsyncDisposable
{
    private const string Guide = "guide-pension-de-rivage.pdf";
    private const string Note = "note-locale-antenne-des-iles.pdf";
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly InboxHouse _inbox = new();

    [Fact]
    public async Task An_upload_stops_at_ready_with_its_review_and_nothing_is_published()
    {
        _inbox.StartReading();

        var entry = await _inbox.ReviewedAsync((await _inbox.PutAsync(Guide)).Id);

        entry.Step.ShouldBe(InboxStep.Ready);
        var review = entry.Review.ShouldNotBeNull();
        review.ShouldSatisfyAllConditions(
            () => review.Pages.ShouldBeGreaterThan(0),
            () => review.Chunks.ShouldBeGreaterThan(0),
            () => review.Title.ShouldNotBeEmpty(),
            () => review.Headings.ShouldNotBeEmpty(),
            () => review.KnownAs.ShouldBeNull(),
            () => review.Resembles.ShouldBeEmpty());
        (entry.PagesRead, entry.PagesTotal).ShouldBe((review.Pages, review.Pages));
        (await _inbox.House.PublicationAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task An_order_publishes_it_with_what_the_order_says_and_drops_its_bytes()
    {
        _inbox.StartReading();
        var entry = await _inbox.ReviewedAsync((await _inbox.PutAsync(Guide)).Id);

        var (id, outcome) = (await _inbox.PublishAsync(new PublishOrder
        {
            Id = entry.Id,
            Title = " Guide \n de la pension ",
            Number = "G-12/2026",
            Issuer = "Caisse des îles",
            Kind = "Guide",
            Declared = ValidityPeriod.FromDays(new(2026, 1, 1), null),
            Audience = ["974"],
            Url = "https://exemple.fr/guide",
        })).Single();

        id.ShouldBe(entry.Id);
        var published = outcome.ShouldBeOfType<IngestOutcome.Published>();
        var revision = (await _inbox.House.Reader.FindRevisionAsync(published.Revision, None)).ShouldNotBeNull();
        revision.Description.ShouldSatisfyAllConditions(
            said => said.Title.ShouldBe("Guide de la pension"),
            said => said.Number.ShouldBe("G-12/2026"),
            said => said.Issuer.ShouldBe("Caisse des îles"),
            said => said.Kind.ShouldBe("guide"),
            said => said.Declared.From.ShouldBe(new(2026, 1, 1)),
            said => said.Audience.ShouldBe(["974"]),
            said => said.Url.ShouldBe("https://exemple.fr/guide"),
            said => said.FileName.ShouldBe(Guide));
        _inbox.Shelf.Find(entry.Id).ShouldNotBeNull().ShouldSatisfyAllConditions(
            settled => settled.Step.ShouldBe(InboxStep.Settled), settled => settled.Outcome.ShouldBe(outcome), settled => settled.SettledAt.ShouldNotBeNull());
        _inbox.Files.ShouldBe([$"{entry.Id}.json"]);
    }

    [Fact]
    public async Task A_text_like_a_published_one_is_proposed_as_its_new_revision_and_never_applied()
    {
        _inbox.StartReading();
        var first = await _inbox.ReviewedAsync((await _inbox.PutAsync(Guide, "a.pdf")).Id);
        await _inbox.PublishAsync(new PublishOrder { Id = first.Id, Title = "Guide" });

        var second = await _inbox.ReviewedAsync((await _inbox.PutAsync(Guide, "b.pdf", suffix: "\n% édition suivante\n")).Id);

        var alike = second.Review.ShouldNotBeNull().Resembles.ShouldHaveSingleItem();
        alike.ShouldSatisfyAllConditions(() => alike.Document.Value.ShouldBe("a"), () => alike.Title.ShouldBe("Guide"), () => alike.Share.ShouldBe(1));
        (await _inbox.PublishAsync(new PublishOrder { Id = second.Id, Title = "Guide" })).Single().Outcome.ShouldBeOfType<IngestOutcome.Published>().Document.Value.ShouldBe("b");
    }

    [Fact]
    public async Task Two_uploads_that_wait_together_tell_how_alike_they_are()
    {
        _inbox.StartReading();
        var first = await _inbox.ReviewedAsync((await _inbox.PutAsync(Guide, "a.pdf")).Id);
        var edition = await _inbox.ReviewedAsync((await _inbox.PutAsync(Guide, "b.pdf", suffix: "\n% édition suivante\n")).Id);
        var other = await _inbox.ReviewedAsync((await _inbox.PutAsync(Note, "c.pdf")).Id);

        first.Review!.ShareWith(edition.Review!).ShouldBe(1);
        first.Review!.ShareWith(other.Review!).ShouldBeLessThan(0.1);
    }

    [Fact]
    public async Task Chosen_as_a_new_revision_it_becomes_one()
    {
        _inbox.StartReading();
        var first = await _inbox.ReviewedAsync((await _inbox.PutAsync(Guide, "a.pdf")).Id);
        await _inbox.PublishAsync(new PublishOrder { Id = first.Id, Title = "Guide" });
        var second = await _inbox.ReviewedAsync((await _inbox.PutAsync(Note, "b.pdf")).Id);

        var outcome = (await _inbox.PublishAsync(new PublishOrder { Id = second.Id, Title = "Guide", Replaces = DocumentId.Parse("a") })).Single().Outcome;

        outcome.ShouldBeOfType<IngestOutcome.NewRevision>().Document.Value.ShouldBe("a");
    }

    [Fact]
    public async Task The_same_name_merges_nothing()
    {
        _inbox.StartReading();
        var first = await _inbox.ReviewedAsync((await _inbox.PutAsync(Guide, "a.pdf")).Id);
        var second = await _inbox.ReviewedAsync((await _inbox.PutAsync(Note, "a.pdf")).Id);

        var outcomes = await _inbox.PublishAsync(new PublishOrder { Id = first.Id, Title = "Un" }, new PublishOrder { Id = second.Id, Title = "Deux" });

        outcomes.Select(pair => pair.Outcome.ShouldBeOfType<IngestOutcome.Published>().Document).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task Known_bytes_are_recognised_without_being_read()
    {
        _inbox.StartReading();
        var first = await _inbox.ReviewedAsync((await _inbox.PutAsync(Guide, "a.pdf")).Id);
        await _inbox.PublishAsync(new PublishOrder { Id = first.Id, Title = "Guide" });

        var second = await _inbox.ReviewedAsync((await _inbox.PutAsync(Guide, "copie.pdf")).Id);

        second.Review.ShouldNotBeNull().KnownAs.ShouldNotBeNull().ShouldSatisfyAllConditions(
            known => known.Document.Value.ShouldBe("a"), known => known.Title.ShouldBe("Guide"), known => known.Status.ShouldBe(RevisionStatus.Published));
    }

    [Fact]
    public async Task Twins_that_wait_together_learn_of_each_other_when_one_is_published()
    {
        _inbox.StartReading();
        var first = await _inbox.ReviewedAsync((await _inbox.PutAsync(Guide, "a.pdf")).Id);
        var twin = await _inbox.ReviewedAsync((await _inbox.PutAsync(Guide, "b.pdf")).Id);
        twin.Review!.KnownAs.ShouldBeNull();

        await _inbox.PublishAsync(new PublishOrder { Id = first.Id, Title = "Guide" });

        _inbox.Shelf.Find(twin.Id)!.Review!.KnownAs.ShouldNotBeNull().Document.Value.ShouldBe("a");
        (await _inbox.PublishAsync(new PublishOrder { Id = twin.Id, Title = "Guide" })).Single().Outcome.ShouldBeOfType<IngestOutcome.Unchanged>();
    }

    [Fact]
    public async Task While_another_process_writes_everything_stays_ready_and_the_caller_learns_it()
    {
        _inbox.StartReading();
        var entry = await _inbox.ReviewedAsync((await _inbox.PutAsync(Guide)).Id);
        var order = new PublishOrder { Id = entry.Id, Title = "Guide" };
        await using (_inbox.House.Get<IWriterLock>().TryOpen().ShouldBeOfType<WriterOutcome.Opened>().Writer)
            (await _inbox.PublishAsync(order)).Single().Outcome.ShouldBeOfType<IngestOutcome.Busy>();

        _inbox.Shelf.Find(entry.Id).ShouldNotBeNull().Step.ShouldBe(InboxStep.Ready);
        (await _inbox.PublishAsync(order)).Single().Outcome.ShouldBeOfType<IngestOutcome.Published>();
    }

    [Theory]
    [InlineData("document-endommage.pdf", RefusalReason.Damaged)]
    public async Task What_cannot_be_read_is_settled_with_its_reason_and_its_bytes_go(string sample, RefusalReason reason)
    {
        _inbox.StartReading();

        var entry = await _inbox.ReviewedAsync((await _inbox.PutAsync(sample)).Id);

        entry.Step.ShouldBe(InboxStep.Settled);
        entry.Outcome.ShouldBeOfType<IngestOutcome.Refused>().Reason.ShouldBe(reason);
        _inbox.Files.ShouldBe([$"{entry.Id}.json"]);
    }

    [Fact]
    public async Task A_bad_order_is_refused_and_the_upload_stays_ready()
    {
        _inbox.StartReading();
        var entry = await _inbox.ReviewedAsync((await _inbox.PutAsync(Guide)).Id);

        (await _inbox.PublishAsync(new PublishOrder { Id = entry.Id, Title = "x", Url = "javascript:alert(1)" })).Single().Outcome
            .ShouldBeOfType<IngestOutcome.Refused>().Reason.ShouldBe(RefusalReason.BadMetadata);
        (await _inbox.PublishAsync(new PublishOrder { Id = entry.Id, Title = "x", Replaces = DocumentId.Parse("inconnu") })).Single().Outcome
            .ShouldBeOfType<IngestOutcome.Refused>().Reason.ShouldBe(RefusalReason.UnknownDocument);

        _inbox.Shelf.Find(entry.Id)!.Step.ShouldBe(InboxStep.Ready);
        _inbox.Files.Length.ShouldBe(2);
    }

    [Fact]
    public async Task Discarded_it_is_gone_with_its_bytes()
    {
        var entry = await _inbox.PutAsync(Guide);

        (await _inbox.Shelf.DiscardAsync(entry.Id, None)).ShouldBeTrue();

        _inbox.Files.ShouldBeEmpty();
        _inbox.Shelf.List().ShouldBeEmpty();
        (await _inbox.Shelf.DiscardAsync(entry.Id, None)).ShouldBeFalse();
    }

    public ValueTask DisposeAsync() => _inbox.DisposeAsync();
}
