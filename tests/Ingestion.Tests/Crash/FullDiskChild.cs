using AgentHelpdesk.Ingestion.Inbox;
using AgentHelpdesk.Ingestion.Tests.Inbox;
using AgentHelpdesk.Ingestion.Tests.Reading;

namespace AgentHelpdesk.Ingestion.Tests.Crash;

/// <summary>An inbox on a disk of one mebibyte, which another test mounts for this process alone.</summary>
public sealed class FullDiskChild
{
    [Fact(Explicit = true)]
    public async Task Receives_on_a_disk_that_fills_up()
    {
        Assert.SkipUnless(ChildRun.Variable("DATA").Length > 0, "Only started by another test.");
        await using var inbox = new InboxHouse(data: ChildRun.Variable("DATA"));
        var small = new TestPdf().Page(page => page.Text(72, 100, "Une ligne de texte")).ToBytes();
        byte[] large = [.. small, .. new byte[3 << 20]];
        var kept = (await inbox.ReceiveAsync("petit.pdf", small)).ShouldBeOfType<ReceiveOutcome.Received>().Entry;

        (await inbox.ReceiveAsync("grand.pdf", large)).ShouldBeOfType<ReceiveOutcome.Refused>().Reason.ShouldBe(RefusalReason.DiskFull);

        inbox.Shelf.List().ShouldBe([kept]);
        inbox.Files.ShouldBe([$"{kept.Id}.json", $"{kept.Id}.pdf"], "nothing of the refused file is left");
        (await inbox.ReceiveAsync("autre.pdf", small)).ShouldBeOfType<ReceiveOutcome.Received>();

        // Not even the notes fit any more: what is listed in memory still says what is true.
        await using (var filler = File.Create(Path.Combine(inbox.House.Data, "filler")))
            Should.Throw<IOException>(() => filler.Write(new byte[2 << 20]));
        inbox.Shelf.Settle(kept.Id, new IngestOutcome.Refused(RefusalReason.NoText, "1") { File = "petit.pdf" });
        inbox.Shelf.Find(kept.Id).ShouldNotBeNull().Step.ShouldBe(InboxStep.Settled);
        (await inbox.ReceiveAsync("plein.pdf", small)).ShouldBeOfType<ReceiveOutcome.Refused>().Reason.ShouldBe(RefusalReason.DiskFull);
        (await inbox.Shelf.DiscardAsync(kept.Id, TestContext.Current.CancellationToken)).ShouldBeTrue();
    }
}
