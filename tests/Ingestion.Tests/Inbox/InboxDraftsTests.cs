using AgentHelpdesk.Ingestion.Inbox;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Ingestion.Tests.Inbox;

/// <summary>What would be published, for trying it before.</summary>
public sealed class InboxDraftsTests : IAsyncDisposable
{
    private const string Guide = "guide-pension-de-rivage.pdf";
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly InboxHouse _inbox = new();

    [Fact]
    public async Task A_draft_is_what_its_publication_then_gives()
    {
        _inbox.StartReading();
        var entry = await _inbox.ReviewedAsync((await _inbox.PutAsync(Guide)).Id);
        var order = new PublishOrder { Id = entry.Id, Title = "Un autre titre", Kind = "guide", Declared = ValidityPeriod.FromDays(new(2026, 1, 1), null), Audience = ["974"] };

        var draft = (await ReadAsync(order)).ShouldNotBeNull();

        (await _inbox.House.PublicationAsync()).ShouldBe(0);
        var outcome = (await _inbox.PublishAsync(order)).Single().Outcome.ShouldBeOfType<IngestOutcome.Published>();
        var published = (await _inbox.House.Reader.FindRevisionAsync(outcome.Revision, None)).ShouldNotBeNull();
        Plain(draft.Revision).ShouldBe(Plain(published));
        draft.Revision.Effective.ShouldBe(published.Effective);
        var chunks = await _inbox.House.Reader.ReadNeighboursAsync(outcome.Revision, 0, int.MaxValue, None);
        draft.Chunks.Select(pair => (pair.Chunk.Prefix, pair.Chunk.Text, pair.Chunk.Locator.Revision)).ShouldBe(chunks.Select(chunk => (chunk.Prefix, chunk.Text, chunk.Locator.Revision)));
        draft.Chunks.ShouldAllBe(pair => pair.Weights.Indices.Length > 0 && pair.Chunk.Prefix.StartsWith("Un autre titre", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Asked_again_under_another_title_the_pdf_is_not_read_again()
    {
        _inbox.StartReading();
        var entry = await _inbox.ReviewedAsync((await _inbox.PutAsync(Guide)).Id);
        await ReadAsync(new() { Id = entry.Id, Title = "Un" });
        await File.WriteAllBytesAsync(Path.Combine(_inbox.Folder, $"{entry.Id}.pdf"), [], None);

        var again = (await ReadAsync(new() { Id = entry.Id, Title = "Deux" })).ShouldNotBeNull();

        again.Revision.Description.Title.ShouldBe("Deux");
        again.Chunks.ShouldAllBe(pair => pair.Chunk.Prefix.StartsWith("Deux", StringComparison.Ordinal));
    }

    [Fact]
    public async Task As_a_new_revision_it_says_what_becomes_of_the_others()
    {
        _inbox.StartReading();
        var first = await _inbox.ReviewedAsync((await _inbox.PutAsync(Guide, "a.pdf")).Id);
        var old = (await _inbox.PublishAsync(new PublishOrder { Id = first.Id, Title = "Guide" })).Single().Outcome.ShouldBeOfType<IngestOutcome.Published>();
        var second = await _inbox.ReviewedAsync((await _inbox.PutAsync("note-locale-antenne-des-iles.pdf")).Id);

        var draft = (await ReadAsync(new() { Id = second.Id, Title = "Guide", Declared = ValidityPeriod.FromDays(new(2026, 6, 1), null), Replaces = old.Document })).ShouldNotBeNull();

        draft.Revision.Document.ShouldBe(old.Document);
        draft.Others.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            other => other.Id.ShouldBe(old.Revision), other => other.Effective.ShouldBe([new(ValidityPeriod.OpenStart, new(2026, 6, 1))]));
    }

    [Fact]
    public async Task What_is_not_ready_or_may_not_be_published_has_no_draft()
    {
        var waiting = await _inbox.PutAsync(Guide);
        (await ReadAsync(new() { Id = waiting.Id, Title = "x" })).ShouldBeNull();
        _inbox.StartReading();
        await _inbox.ReviewedAsync(waiting.Id);

        (await ReadAsync(new() { Id = waiting.Id, Title = "x", Replaces = DocumentId.Parse("inconnu") })).ShouldBeNull();
        (await ReadAsync(new() { Id = UploadId.Parse(new string('0', 32)), Title = "x" })).ShouldBeNull();
    }

    public ValueTask DisposeAsync() => _inbox.DisposeAsync();

    private Task<InboxDraft?> ReadAsync(PublishOrder order) => _inbox.House.Get<InboxDrafts>().ReadAsync(order.Id, order, None);

    private static CatalogueRevision Plain(CatalogueRevision revision) => revision with { Effective = [], Description = revision.Description with { Audience = [] } };
}
