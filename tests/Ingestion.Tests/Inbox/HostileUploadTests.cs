using System.Text;
using AgentHelpdesk.Ingestion.Inbox;
using AgentHelpdesk.Ingestion.Tests.Reading;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.TestKit;

namespace AgentHelpdesk.Ingestion.Tests.Inbox;

/// <summary>PDFs that cannot be published, or that were made to do harm: each has its outcome, and the others go on.</summary>
public sealed class HostileUploadTests : IAsyncDisposable
{
    private readonly InboxHouse _inbox = new();

    public static TheoryData<string, byte[], RefusalReason> Unreadable() => new()
    {
        { "protégé", OneLine().ToEncryptedBytes(), RefusalReason.PasswordNeeded },
        { "scan", new TestPdf().Page(page => page.Fill(10, 10, 500, 500)).ToBytes(), RefusalReason.NoText },
        { "sans page", new TestPdf().ToBytes(), RefusalReason.NoPages },
        { "coupé", OneLine().ToBytes()[..400], RefusalReason.Damaged },
        { "en-tête seul", "%PDF-1.7"u8.ToArray(), RefusalReason.Damaged },
    };

    [Theory]
    [MemberData(nameof(Unreadable), DisableDiscoveryEnumeration = true)]
    public async Task What_gives_no_text_is_settled_with_its_reason_and_its_bytes_go(string name, byte[] content, RefusalReason reason)
    {
        _inbox.StartReading();
        var received = (await _inbox.ReceiveAsync(name + ".pdf", content)).ShouldBeOfType<ReceiveOutcome.Received>().Entry;

        var entry = await _inbox.ReviewedAsync(received.Id);

        entry.Step.ShouldBe(InboxStep.Settled);
        entry.Outcome.ShouldBeOfType<IngestOutcome.Refused>().Reason.ShouldBe(reason);
        _inbox.Files.ShouldBe([$"{entry.Id}.json"]);
    }

    [Fact]
    public async Task Markup_in_title_text_and_name_stays_text()
    {
        const string script = "<script>alert(1)</script> & \"x\"";
        _inbox.StartReading();
        var pdf = new TestPdf { Title = script }.Page(page => page.Text(72, 100, script, size: 20, font: "F2").Text(72, 200, "Une phrase de texte suit ici.")).ToBytes();
        var received = (await _inbox.ReceiveAsync(script, pdf)).ShouldBeOfType<ReceiveOutcome.Received>().Entry;

        var entry = await _inbox.ReviewedAsync(received.Id);

        entry.FileName.ShouldBe("script> & \"x\"", "what stands before the last slash would be a folder");
        entry.Review.ShouldNotBeNull().Title.ShouldBe(script);
        (await _inbox.PublishAsync(new PublishOrder { Id = entry.Id, Title = script, Number = script, Issuer = script })).Single().Outcome.ShouldBeOfType<IngestOutcome.Published>();
    }

    [Fact]
    public async Task Erased_bytes_come_back_only_by_explicit_choice()
    {
        _inbox.StartReading();
        var first = await _inbox.ReviewedAsync((await _inbox.PutAsync("guide-pension-de-rivage.pdf", "guide.pdf")).Id);
        await _inbox.PublishAsync(new PublishOrder { Id = first.Id, Title = "Guide" });
        var guide = DocumentId.Parse("guide");
        await _inbox.House.Keeper.PurgeAsync(guide, "données personnelles", CancellationToken.None);

        var again = await _inbox.ReviewedAsync((await _inbox.PutAsync("guide-pension-de-rivage.pdf", "copie.pdf")).Id);
        var chosen = await _inbox.ReviewedAsync((await _inbox.PutAsync("guide-pension-de-rivage.pdf", "copie.pdf", replaces: guide)).Id);

        again.Outcome.ShouldBeOfType<IngestOutcome.Refused>().Reason.ShouldBe(RefusalReason.Purged);
        chosen.Step.ShouldBe(InboxStep.Ready);
    }

    [Fact]
    public async Task What_is_erased_leaves_the_inbox_too()
    {
        _inbox.StartReading();
        var first = await _inbox.ReviewedAsync((await _inbox.PutAsync("guide-pension-de-rivage.pdf", "guide.pdf")).Id);
        var twin = await _inbox.ReviewedAsync((await _inbox.PutAsync("guide-pension-de-rivage.pdf", "copie.pdf")).Id);
        await _inbox.PublishAsync(new PublishOrder { Id = first.Id, Title = "Guide" });

        await _inbox.House.Keeper.PurgeAsync(DocumentId.Parse("guide"), "données personnelles", CancellationToken.None);
        await _inbox.House.Get<FreshReviews>().RenewAsync(CancellationToken.None);

        _inbox.Shelf.Find(first.Id).ShouldBeNull();
        var refused = _inbox.Shelf.Find(twin.Id).ShouldNotBeNull();
        refused.Outcome.ShouldBe(new IngestOutcome.Refused(RefusalReason.Purged, "guide") { File = "copie.pdf" });
        refused.Review.ShouldBeNull();
        _inbox.Files.ShouldBe([$"{twin.Id}.json"]);
    }

    [Fact]
    public async Task Letters_that_no_encoding_has_do_no_harm()
    {
        var entry = await _inbox.PutAsync("guide-pension-de-rivage.pdf");
        _inbox.Shelf.Change(entry.Id, before => before with
        {
            Step = InboxStep.Ready,
            Review = new() { Pages = 1, Chunks = 1, Title = "a\uD800b", Headings = ["\uDFFF", "\0\u001b[31m"], Proposal = new() { Title = new("\uD800", "\uD800", 1) } },
        }).ShouldNotBeNull();

        await using var other = new InboxHouse(data: _inbox.House.Data);

        other.Shelf.Find(entry.Id).ShouldNotBeNull().ShouldSatisfyAllConditions(read => read.Step.ShouldBe(InboxStep.Ready), read => read.Review!.Headings.Length.ShouldBe(2));
    }

    [Fact]
    public async Task Retired_bytes_are_recognised_as_such()
    {
        _inbox.StartReading();
        var first = await _inbox.ReviewedAsync((await _inbox.PutAsync("guide-pension-de-rivage.pdf", "guide.pdf")).Id);
        await _inbox.PublishAsync(new PublishOrder { Id = first.Id, Title = "Guide" });
        await _inbox.House.Keeper.RetireAsync(DocumentId.Parse("guide"), null, "abrogé", CancellationToken.None);

        var again = await _inbox.ReviewedAsync((await _inbox.PutAsync("guide-pension-de-rivage.pdf", "guide.pdf")).Id);

        again.Review.ShouldNotBeNull().KnownAs.ShouldNotBeNull().Status.ShouldBe(RevisionStatus.Retired);
        (await _inbox.PublishAsync(new PublishOrder { Id = again.Id, Title = "Guide" })).Single().Outcome.ShouldBeOfType<IngestOutcome.Retired>();
    }

    [Fact]
    public async Task Every_nasty_file_ends_ready_or_settled_with_a_reason()
    {
        Assert.SkipUnless(SharedFolder.Exists, SharedFolder.WhyAbsent);
        _inbox.StartReading();
        var files = Directory.GetFiles(SharedFolder.Combine("data", "torture", "pdf"));
        var refused = new List<ReceiveOutcome.Refused>();
        foreach (var file in files)
        {
            await using var body = File.OpenRead(file);
            if (await _inbox.House.Get<ReceiveUpload>().ReceiveAsync(Path.GetFileName(file), body, body.Length, null, TestContext.Current.CancellationToken) is ReceiveOutcome.Refused outcome)
                refused.Add(outcome);
        }

        await _inbox.WaitAsync(() => _inbox.Shelf.List().All(entry => entry.Step is InboxStep.Ready or InboxStep.Settled) ? "all" : null, TimeSpan.FromMinutes(10));

        refused.ShouldAllBe(outcome => outcome.Reason == RefusalReason.NotPdf || outcome.Reason == RefusalReason.Empty);
        (refused.Count + _inbox.Shelf.List().Length).ShouldBe(files.Length);
        _inbox.Shelf.List().Where(entry => entry.Step == InboxStep.Settled).ShouldAllBe(entry => entry.Outcome is IngestOutcome.Refused);
        _inbox.Shelf.List().Select(entry => entry.Outcome).OfType<IngestOutcome.Refused>().ShouldNotContain(outcome => outcome.Reason == RefusalReason.Failed);
        TestContext.Current.TestOutputHelper?.WriteLine(Summary(refused));
    }

    public ValueTask DisposeAsync() => _inbox.DisposeAsync();

    private static TestPdf OneLine() => new TestPdf().Page(page => page.Text(72, 100, "Une ligne de texte"));

    private string Summary(List<ReceiveOutcome.Refused> refused)
    {
        var text = new StringBuilder($"refused at once: {refused.Count}");
        foreach (var group in _inbox.Shelf.List().GroupBy(entry => entry.Outcome is IngestOutcome.Refused outcome ? outcome.Reason.ToString() : entry.Step.ToString()))
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $", {group.Key}: {group.Count()}");
        return text.ToString();
    }
}
