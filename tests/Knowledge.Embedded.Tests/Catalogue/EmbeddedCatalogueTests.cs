using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.Knowledge.Embedded.Catalogue;
using AgentHelpdesk.Knowledge.Text;
using AgentHelpdesk.TestKit;
using CsCheck;

namespace AgentHelpdesk.Knowledge.Embedded.Tests.Catalogue;

public sealed class EmbeddedCatalogueTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly CatalogueFolder _folder = new();

    private static DocumentBuilder Code => new DocumentBuilder("Code fictif").OfDocument("code").OfKind("code").OfCode("css").For("974", "caf")
        .InForce(new(2024, 1, 1), new(2024, 12, 31)).Article("L. 512-1", "Toute personne a droit.\nSauf exception.").Chunk("Annexe.", "Annexe I");

    [Fact]
    public async Task A_revision_is_read_as_it_was_written()
    {
        var written = await _folder.PublishAsync(Code);

        var read = (await _folder.Reader.FindRevisionAsync(written.Id, None)).ShouldNotBeNull();

        (read with { Effective = [], Description = read.Description with { Audience = [] } })
            .ShouldBe(written with { Effective = [], Description = written.Description with { Audience = [] } });
        read.Effective.ShouldBe(written.Effective);
        read.Description.Audience.ShouldBe(written.Description.Audience);
    }

    [Fact]
    public async Task A_chunk_is_read_with_parts_articles_and_locator()
    {
        var revision = await _folder.PublishAsync(Code);
        var expected = Code.Build().Chunks;

        var read = await _folder.Reader.ReadNeighboursAsync(revision.Id, 0, 99, None);

        read.Length.ShouldBe(2);
        for (var i = 0; i < 2; i++)
        {
            read[i].Text.ShouldBe(expected[i].Text);
            read[i].ArticleKeys.ShouldBe(expected[i].ArticleKeys);
            read[i].Locator.SectionPath.ShouldBe(expected[i].Locator.SectionPath);
            read[i].Locator.Article.ShouldBe(expected[i].Locator.Article);
            read[i].Locator.Words.ShouldBe(expected[i].Locator.Words);
            read[i].Parts.Select(part => (part.Kind, part.Range, part.Group)).ShouldBe(expected[i].Parts.Select(part => (part.Kind, part.Range, part.Group)));
        }
    }

    [Fact]
    public async Task Chunks_come_in_the_order_asked_and_unknown_ones_are_left_out()
    {
        var revision = await _folder.PublishAsync(Code);
        var (first, second) = (ChunkId.Of(revision.Id, 0, 1), ChunkId.Of(revision.Id, 1, 1));

        var chunks = await _folder.Reader.ReadChunksAsync([second, new(42), first], None);

        chunks.Select(chunk => chunk.Id).ShouldBe([second, first]);
        chunks[0].Effective.ShouldBe(revision.Effective[0]);
        chunks[0].Revision.Id.ShouldBe(revision.Id);
    }

    [Fact]
    public async Task Statistics_count_what_is_shown()
    {
        await _folder.PublishAsync(Code);
        var droit = TermId.Of(FrenchAnalyzer.Analyze("droit")[0].Term);

        var statistics = await _folder.Reader.ReadStatisticsAsync([droit, 7], None);

        statistics.ShouldSatisfyAllConditions(
            () => statistics.Publication.ShouldBe(1),
            () => statistics.ChunkCount.ShouldBe(2),
            () => statistics.DocumentCount.ShouldBe(1),
            () => statistics.DocumentFrequencies.ShouldBe([1L, 0L]));
    }

    [Fact]
    public async Task A_page_keeps_its_words_and_boxes_to_a_twentieth_of_a_point()
    {
        var revision = await _folder.PublishAsync(Code);

        var page = (await _folder.Reader.ReadPageAsync(revision.Id, 1, None)).ShouldNotBeNull();

        page.Width.ShouldBe(595.25f);
        page.Words[1].Text.ShouldBe("personne");
        page.Words[1].Box.Left.ShouldBe(10, 0.026);
        page.Words[1].Box.Top.ShouldBe(20.05f, 0.026);
        (await _folder.Reader.ReadPageAsync(revision.Id, 9, None)).ShouldBeNull();
    }

    [Fact]
    public void Any_words_survive_their_blob()
    {
        var words = Gen.Select(Gen.String, Gen.Float[-5000, 5000].Array[4]).Array[0, 30];
        words.Sample(sample =>
        {
            var page = sample.Select(word => new PageWord(word.Item1.Replace("\ud800", "", StringComparison.Ordinal), new(word.Item2[0], word.Item2[1], word.Item2[2], word.Item2[3]))).ToArray();
            var read = PageBlob.Read(PageBlob.Write([.. page]));
            return read.Length == page.Length && read.Zip(page).All(pair =>
                Math.Abs(pair.First.Box.Left - pair.Second.Box.Left) < 0.03 && Math.Abs(pair.First.Box.Bottom - pair.Second.Box.Bottom) < 0.03);
        });
    }

    [Fact]
    public void Any_terms_survive_their_blob() => Gen.UInt.Array[0, 50].Sample(terms =>
    {
        uint[] ascending = [.. terms.Distinct().Order()];
        return TermBlob.Read(TermBlob.Write([.. ascending])).SequenceEqual(ascending);
    });

    [Fact]
    public async Task A_page_has_the_chunks_that_hold_its_words()
    {
        var revision = await _folder.PublishAsync(Code);

        (await _folder.Reader.ReadChunksOnPageAsync(revision.Id, 2, None)).ShouldHaveSingleItem().Text.ShouldBe("Annexe.");
        (await _folder.Reader.ReadChunksOnPageAsync(revision.Id, 3, None)).ShouldBeEmpty();
        (await _folder.Reader.ReadChunksOnPageAsync(Documents.RevisionId.Parse(new string('0', 32)), 1, None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Number_and_issuer_are_read_as_they_were_written()
    {
        var commit = CatalogueFolder.First(Code, 1);
        var revision = commit.Revisions[0].Revision;
        revision = revision with { Description = revision.Description with { Number = "CIR-7/2022 « bis »", Issuer = "Caisse nationale" } };
        await using var writer = _folder.OpenWriter();

        await writer.CommitAsync(commit with { Revisions = [commit.Revisions[0] with { Revision = revision }] }, None);

        var read = (await _folder.Reader.FindRevisionAsync(revision.Id, None)).ShouldNotBeNull().Description;
        (read.Number, read.Issuer).ShouldBe(("CIR-7/2022 « bis »", "Caisse nationale"));
    }

    [Fact]
    public async Task The_history_of_a_document_is_its_own_and_what_was_done_to_all_newest_first()
    {
        var revision = await _folder.PublishAsync(Code);
        await _folder.PublishAsync(new DocumentBuilder("Autre").OfDocument("autre").Chunk("x"));
        var at = new DateTimeOffset(2026, 11, 24, 9, 30, 0, TimeSpan.Zero);
        await using var writer = _folder.OpenWriter();
        await writer.CommitAsync(Only(3, new(ActKind.Reindex, at, null, null, "")), None);
        await writer.CommitAsync(Only(4, new(ActKind.Correct, at.AddMinutes(1), revision.Document, revision.Id, "title,valid_from")), None);

        var acts = await _folder.Reader.ReadActsAsync(revision.Document, None);

        acts.ShouldBe([
            new(ActKind.Correct, at.AddMinutes(1), revision.Document, revision.Id, "title,valid_from"),
            new(ActKind.Reindex, at, null, null, ""),
            new(ActKind.Publish, DateTimeOffset.UnixEpoch, revision.Document, revision.Id, ""),
        ]);

        static PublicationCommit Only(long number, Act act) => new() { Number = number, Revisions = [], Added = [], Ended = [], Acts = [act] };
    }

    [Fact]
    public async Task A_number_that_does_not_follow_changes_nothing()
    {
        await _folder.PublishAsync(Code);
        await using var writer = _folder.OpenWriter();

        await Should.ThrowAsync<InvalidOperationException>(() => writer.CommitAsync(CatalogueFolder.First(new DocumentBuilder("Autre").Chunk("x"), 5), None));

        (await _folder.Reader.ReadStateAsync(None)).Revisions.ShouldBe(1);
    }

    [Fact]
    public async Task Purged_text_is_nowhere_in_the_files()
    {
        const string secret = "Confidentialissime";
        var revision = await _folder.PublishAsync(new DocumentBuilder("Note").OfDocument("n").Chunk($"{secret} numéro un."));
        FilesHold(secret).ShouldBeTrue();
        await using var writer = _folder.OpenWriter();
        var shown = await writer.ReadShownAsync(revision.Id, None);

        await writer.CommitAsync(
            new()
            {
                Number = 2,
                Revisions = [new() { Revision = revision with { Status = RevisionStatus.Purged, Effective = [] } }],
                Added = [],
                Ended = [.. shown.Select(appearance => appearance.Id)],
                Acts = [new(ActKind.Purge, DateTimeOffset.UnixEpoch, revision.Document, null, "")],
                Erasures = [revision.Content],
            },
            None);

        FilesHold(secret).ShouldBeFalse();
        (await _folder.Reader.ReadDocumentsAsync(None)).ShouldBeEmpty();
        (await _folder.Reader.FindRevisionAsync(revision.Id, None))!.Status.ShouldBe(RevisionStatus.Purged);
        (await writer.ReadErasuresAsync(None)).ShouldBe([revision.Content]);
        (await _folder.Reader.ReadStatisticsAsync([TermId.Of(FrenchAnalyzer.Analyze(secret)[0].Term)], None)).DocumentFrequencies.ShouldBe([0L]);
    }

    [Fact]
    public void The_lock_ends_with_its_writer()
    {
        _folder.OpenWriter().ShouldNotBeNull().DisposeAsync().AsTask().IsCompleted.ShouldBeTrue();
        var second = _folder.OpenWriter();

        _folder.Lock.TryOpen().ShouldBeOfType<WriterOutcome.Busy>().LockFile.ShouldBe(_folder.Temp.Combine("knowledge.lock"));

        second.DisposeAsync().AsTask().IsCompleted.ShouldBeTrue();
    }

    public void Dispose() => _folder.Dispose();

    private bool FilesHold(string text)
    {
        var needle = System.Text.Encoding.UTF8.GetBytes(text);
        return Directory.EnumerateFiles(_folder.Temp.Path).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal))
            .Any(file => ReadShared(file).AsSpan().IndexOf(needle) >= 0);
    }

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
