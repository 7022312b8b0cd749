using AgentHelpdesk.Ingestion.Indexing;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Text;
using AgentHelpdesk.TestKit;

namespace AgentHelpdesk.Ingestion.Tests.Indexing;

public sealed class EmbeddingTests : IDisposable
{
    private readonly HashEmbedder _embedder = new();
    private readonly PublishingHouse _house;

    public EmbeddingTests() => _house = new(_embedder);

    [Fact]
    public async Task Every_entry_has_the_vector_of_its_prefix_and_text()
    {
        await _house.PublishAsync(new DocumentBuilder("Circulaire").Chunk("Plafond.", "Titre I").Chunk("Carence."));

        _house.Index.Shown(1).ShouldAllBe(entry => entry.Dense.Length == 8);
        _embedder.Calls.Single().ShouldBe(["Circulaire\nTitre I\nPlafond.", "Circulaire\nCarence."]);
        (await _house.Index.ReadManifestAsync(CancellationToken.None)).ShouldBe(Knowledge.Index.IndexManifest.Current("hash", 8));
    }

    [Fact]
    public async Task Texts_are_sent_in_batches()
    {
        var document = new DocumentBuilder("Circulaire");
        for (var i = 0; i < 70; i++)
            document.Chunk($"Règle {i}.");

        await _house.PublishAsync(document);

        _embedder.Calls.Select(call => call.Count).ShouldBe([32, 32, 6]);
    }

    [Fact]
    public async Task A_text_longer_than_the_model_reads_is_cut_at_a_word_for_embedding_only()
    {
        var words = string.Join(' ', Enumerable.Range(0, 900).Select(i => $"mot{i}"));

        var revision = await _house.PublishAsync(new DocumentBuilder("Circulaire").Chunk(words));

        var sent = _embedder.Calls.Single().Single();
        ChunkSize.CountTokens(sent).ShouldBeInRange(380, new IndexingOptions().EmbeddingTokenLimit);
        $"Circulaire\n{words}".ShouldStartWith(sent + " ");
        (await _house.Reader.ReadNeighboursAsync(revision.Id, 0, 0, CancellationToken.None)).Single().Text.ShouldBe(words);
    }

    [Fact]
    public async Task A_model_that_does_not_answer_publishes_nothing_and_the_next_run_goes_on()
    {
        _embedder.IsDown = true;
        await Should.ThrowAsync<EmbeddingUnavailableException>(() => _house.PublishAsync(new DocumentBuilder("Circulaire").Chunk("Plafond.")));
        (await _house.Reader.ReadStateAsync(CancellationToken.None)).Publication.ShouldBe(0);

        _embedder.IsDown = false;
        await _house.PublishAsync(new DocumentBuilder("Circulaire").Chunk("Plafond."));

        await _house.ShouldAgreeAsync();
    }

    [Fact]
    public async Task Another_model_stops_until_everything_is_indexed_anew()
    {
        await _house.PublishAsync(new DocumentBuilder("Circulaire").Chunk("Plafond."));
        using var other = new PublishingHouse(new HashEmbedder("autre", 16));
        await other.Index.WriteManifestAsync(Knowledge.Index.IndexManifest.Current("hash", 8), CancellationToken.None);

        (await Should.ThrowAsync<DataFolderException>(() => other.OpenAsync())).Message.ShouldContain("autre");
    }

    public void Dispose() => _house.Dispose();
}
