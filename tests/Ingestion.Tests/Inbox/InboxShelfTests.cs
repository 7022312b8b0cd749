using System.Collections.Immutable;
using AgentHelpdesk.Ingestion.Inbox;
using AgentHelpdesk.Ingestion.Tests.Reading;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Documents;
using Microsoft.Extensions.DependencyInjection;

namespace AgentHelpdesk.Ingestion.Tests.Inbox;

/// <summary>What waits, over restarts and damage.</summary>
public sealed class InboxShelfTests : IAsyncDisposable
{
    private const string Guide = "guide-pension-de-rivage.pdf";
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly InboxHouse _inbox = new();

    [Fact]
    public async Task Two_hundred_uploads_at_once_are_all_kept_and_read_two_at_a_time()
    {
        var most = 0;
        _inbox.StartReading();
        using var watching = new CancellationTokenSource();
        var watch = Task.Run(
            async () =>
            {
                while (!watching.IsCancellationRequested)
                {
                    var seen = _inbox.Shelf.Changes;
                    most = Math.Max(most, _inbox.Shelf.List().Count(entry => entry.Step == InboxStep.Reading));
                    await _inbox.Shelf.WaitForChangeAsync(seen, watching.Token).ContinueWith(_ => { }, TaskScheduler.Default);
                }
            },
            None);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() => _inbox.ReceiveAsync($"circulaire-{i}.pdf", Pdf(i)), None)));

        var ids = outcomes.Select(outcome => outcome.ShouldBeOfType<ReceiveOutcome.Received>().Entry.Id).ToHashSet();
        ids.Count.ShouldBe(200);
        await _inbox.WaitAsync(() => _inbox.Shelf.List().All(entry => entry.Step == InboxStep.Ready) ? "all" : null);
        await watching.CancelAsync();
        await watch.WaitAsync(None);
        _inbox.Shelf.List().Select(entry => entry.Id).ShouldBe(ids, ignoreOrder: true);
        _inbox.Shelf.List().Select(entry => entry.FileName).ShouldBeUnique();
        most.ShouldBeInRange(1, 2);
        _inbox.Files.Length.ShouldBe(400);
    }

    [Fact]
    public async Task Another_process_finds_everything_as_it_was()
    {
        _inbox.StartReading();
        var ready = await _inbox.ReviewedAsync((await _inbox.PutAsync(Guide, "a.pdf", replaces: null)).Id);
        var refused = await _inbox.ReviewedAsync((await _inbox.PutAsync("document-endommage.pdf")).Id);
        await _inbox.StopAsync();
        var waiting = await _inbox.PutAsync(Guide, "c.pdf", suffix: " ", replaces: DocumentId.Parse("c"));

        await using var other = new InboxHouse(data: _inbox.House.Data);

        other.Shelf.Find(waiting.Id).ShouldBe(waiting);
        other.Shelf.Find(refused.Id)!.Outcome.ShouldBeOfType<IngestOutcome.Refused>().Reason.ShouldBe(RefusalReason.Damaged);
        var review = other.Shelf.Find(ready.Id)!.Review.ShouldNotBeNull();
        review.ShouldSatisfyAllConditions(
            () => review.Title.ShouldBe(ready.Review!.Title),
            () => review.Headings.ShouldBe(ready.Review!.Headings),
            () => review.Proposal.ShouldBe(ready.Review!.Proposal),
            () => review.Problems.ShouldBe(ready.Review!.Problems),
            () => review.Likeness.ShouldNotBeNull().Signature.ShouldBe(ready.Review!.Likeness!.Signature));
        (await other.PublishAsync(new PublishOrder { Id = ready.Id, Title = "Guide" })).Single().Outcome.ShouldBeOfType<IngestOutcome.Published>();
    }

    [Fact]
    public async Task Every_outcome_survives_its_notes()
    {
        var (document, revision) = (DocumentId.Parse("guide"), RevisionId.Of(DocumentId.Parse("guide"), ContentHash.Of([1])));
        IngestOutcome[] outcomes =
        [
            new IngestOutcome.Published(document, revision, 3, 9) { File = "a.pdf", Resembles = DocumentId.Parse("b"), Problems = [new(Ingestion.Reading.ReadingProblemKind.PageWithoutText, 2, "image")] },
            new IngestOutcome.NewRevision(document, revision, 3, 9) { File = "a.pdf", IsOutranked = true },
            new IngestOutcome.Corrected(document, revision) { File = "a.pdf" },
            new IngestOutcome.Unchanged(document, revision) { File = "a.pdf" },
            new IngestOutcome.Retired(document, revision) { File = "a.pdf" },
            new IngestOutcome.Refused(RefusalReason.NoText, "<b>3</b>") { File = "a\u202E.pdf" },
        ];
        foreach (var outcome in outcomes)
        {
            var entry = await _inbox.PutAsync(Guide);
            _inbox.Shelf.Settle(entry.Id, outcome);
            await using var other = new InboxHouse(data: _inbox.House.Data);

            var read = other.Shelf.Find(entry.Id).ShouldNotBeNull().Outcome.ShouldNotBeNull();
            (read with { Problems = [] }).ShouldBe(outcome with { Problems = [] });
            read.Problems.ShouldBe(outcome.Problems);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[1,2]")]
    [InlineData("\0\0\0\0\0\0\0\0")]
    [InlineData("{\"id\":\"00000000000000000000000000000000\",\"fileName\":\"x\",\"bytes\":1,\"receivedAt\":\"2026-01-01T00:00:00Z\"}")]
    public async Task Damaged_notes_are_said_and_harm_no_other(string notes)
    {
        var (bad, good) = (await _inbox.PutAsync(Guide, "a.pdf"), await _inbox.PutAsync(Guide, "b.pdf", suffix: " "));
        await File.WriteAllTextAsync(Path.Combine(_inbox.Folder, $"{bad.Id}.json"), notes, None);
        await using var other = new InboxHouse(data: _inbox.House.Data);
        other.StartReading();

        (await other.ReviewedAsync(good.Id)).Step.ShouldBe(InboxStep.Ready);

        other.Shelf.Find(bad.Id).ShouldNotBeNull().ShouldSatisfyAllConditions(
            entry => entry.Step.ShouldBe(InboxStep.Settled),
            entry => entry.Outcome.ShouldBeOfType<IngestOutcome.Refused>().Reason.ShouldBe(RefusalReason.EntryDamaged));
        (await other.Shelf.DiscardAsync(bad.Id, None)).ShouldBeTrue();
        other.Files.ShouldBe([$"{good.Id}.json", $"{good.Id}.pdf"]);
    }

    [Fact]
    public async Task Lost_bytes_are_said_with_the_name_that_was_noted()
    {
        var entry = await _inbox.PutAsync(Guide, "a.pdf");
        File.Delete(Path.Combine(_inbox.Folder, $"{entry.Id}.pdf"));
        await using var other = new InboxHouse(data: _inbox.House.Data);

        other.Shelf.Find(entry.Id).ShouldNotBeNull().ShouldSatisfyAllConditions(
            lost => lost.FileName.ShouldBe("a.pdf"),
            lost => lost.Outcome.ShouldBeOfType<IngestOutcome.Refused>().Reason.ShouldBe(RefusalReason.EntryDamaged));
    }

    [Fact]
    public async Task A_settled_upload_stays_listed_for_a_week()
    {
        _inbox.StartReading();
        var refused = await _inbox.ReviewedAsync((await _inbox.PutAsync("document-endommage.pdf")).Id);
        await _inbox.StopAsync();
        _inbox.House.Time.Advance(TimeSpan.FromDays(6.9));
        _inbox.Shelf.Tidy(_inbox.House.Time.GetUtcNow().AddDays(-7));
        _inbox.Shelf.Find(refused.Id).ShouldNotBeNull();

        _inbox.House.Time.Advance(TimeSpan.FromDays(0.2));
        _inbox.Shelf.Tidy(_inbox.House.Time.GetUtcNow().AddDays(-7));

        _inbox.Shelf.List().ShouldBeEmpty();
        _inbox.Files.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_killed_uploads_left_is_swept_after_a_day()
    {
        var entry = await _inbox.PutAsync(Guide);
        string[] left = [new string('a', 32) + ".pdf.part", new string('b', 32) + ".pdf", new string('c', 32) + ".json.part"];
        foreach (var file in left)
            await File.WriteAllTextAsync(Path.Combine(_inbox.Folder, file), "x", None);
        File.SetLastWriteTimeUtc(Path.Combine(_inbox.Folder, $"{entry.Id}.pdf"), _inbox.House.Time.GetUtcNow().UtcDateTime.AddDays(-9));
        foreach (var file in left)
            File.SetLastWriteTimeUtc(Path.Combine(_inbox.Folder, file), _inbox.House.Time.GetUtcNow().UtcDateTime);
        _inbox.Shelf.Tidy(DateTimeOffset.MinValue);
        _inbox.Files.Length.ShouldBe(5, "an upload of another process may be under way");

        _inbox.House.Time.Advance(TimeSpan.FromDays(1.1));
        _inbox.Shelf.Tidy(DateTimeOffset.MinValue);

        _inbox.Files.ShouldBe([$"{entry.Id}.json", $"{entry.Id}.pdf"]);
    }

    [Fact]
    public async Task Discarded_while_it_is_read_it_does_not_come_back()
    {
        var entry = await _inbox.PutAsync(Guide);
        _inbox.Shelf.TakeWaiting().ShouldNotBeNull().Id.ShouldBe(entry.Id);
        (await _inbox.Shelf.DiscardAsync(entry.Id, None)).ShouldBeTrue();

        _inbox.Shelf.Change(entry.Id, before => before with { Step = InboxStep.Ready }).ShouldBeNull();
        _inbox.Shelf.Show(entry.Id, before => before with { PagesRead = 1 });

        _inbox.Shelf.List().ShouldBeEmpty();
        _inbox.Files.ShouldBeEmpty();
    }

    [Fact]
    public async Task Stopped_while_reading_it_waits_again_and_no_attempt_is_counted()
    {
        await using var inbox = new InboxHouse(services => services.AddSingleton<IRevisionFinder>(new StoppedFinder()));
        var entry = await inbox.PutAsync(Guide);
        inbox.StartReading();
        await inbox.WaitAsync(() => inbox.Shelf.Find(entry.Id) is { Step: InboxStep.Reading } reading ? reading : null);

        await inbox.StopAsync();

        inbox.Shelf.Find(entry.Id).ShouldBe(entry);
    }

    [Fact]
    public async Task A_catalogue_that_cannot_be_read_just_now_costs_no_upload()
    {
        var finder = new FailingFinder { Fails = true };
        await using var inbox = new InboxHouse(services => services.AddSingleton<IRevisionFinder>(finder));
        var entry = await inbox.PutAsync(Guide);
        inbox.StartReading();
        await inbox.WaitAsync(() => finder.Calls > 0 ? "asked" : null, pollsEvery: TimeSpan.FromMilliseconds(20));
        inbox.Shelf.Find(entry.Id).ShouldNotBeNull().Step.ShouldNotBe(InboxStep.Settled);
        finder.Fails = false;

        var ready = await inbox.WaitAsync(
            () =>
            {
                inbox.House.Time.Advance(TimeSpan.FromSeconds(15));
                return inbox.Shelf.Find(entry.Id) is { Step: InboxStep.Ready } found ? found : null;
            },
            pollsEvery: TimeSpan.FromMilliseconds(20));

        ready.Attempts.ShouldBe(0);
    }

    public ValueTask DisposeAsync() => _inbox.DisposeAsync();

    private static byte[] Pdf(int i) => new TestPdf().Page(page => page.Text(72, 100, $"Circulaire {i} : une ligne de texte.")).ToBytes();

    /// <summary>A catalogue that can't be read for a while.</summary>
    private sealed class FailingFinder : IRevisionFinder
    {
        public volatile bool Fails;
        private int _calls;

        public int Calls => Volatile.Read(ref _calls);

        public ValueTask<ImmutableArray<CatalogueRevision>> FindByContentAsync(ContentHash content, CancellationToken cancellationToken) => Answer<CatalogueRevision>();

        public ValueTask<ImmutableArray<CatalogueRevision>> FindByFileNameAsync(string fileName, CancellationToken cancellationToken) => Answer<CatalogueRevision>();

        public ValueTask<ImmutableArray<RevisionLikeness>> ReadLikenessAsync(CancellationToken cancellationToken) => new([]);

        private ValueTask<ImmutableArray<T>> Answer<T>()
        {
            Interlocked.Increment(ref _calls);
            return Fails ? throw new Knowledge.Index.StoreUnavailableException("locked") : new([]);
        }
    }

    /// <summary>A catalogue that doesn't answer before it is told to stop.</summary>
    private sealed class StoppedFinder : IRevisionFinder
    {
        public async ValueTask<ImmutableArray<CatalogueRevision>> FindByContentAsync(ContentHash content, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return [];
        }

        public ValueTask<ImmutableArray<CatalogueRevision>> FindByFileNameAsync(string fileName, CancellationToken cancellationToken) => new([]);

        public ValueTask<ImmutableArray<RevisionLikeness>> ReadLikenessAsync(CancellationToken cancellationToken) => new([]);
    }
}
