using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.Answering.Retrieval;
using AgentHelpdesk.Knowledge.Index;
using AgentHelpdesk.TestKit;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace AgentHelpdesk.Answering.Tests.Retrieval;

public sealed class DenseLegTests : IDisposable
{
    private const string Lay = "Quelle somme pour un véhicule aménagé ?";

    private readonly InMemoryKnowledge _knowledge = new() { VectorOf = chunk => Meaning(chunk.Text), Manifest = IndexManifest.Current("sens", 2) };
    private readonly FakeTimeProvider _time = new(new(2026, 3, 18, 9, 0, 0, TimeSpan.Zero));
    private readonly MeaningModel _model = new();
    private readonly SearchPassages _search;

    public DenseLegTests()
    {
        foreach (var document in Corpus())
        {
            var (revision, chunks) = document.Build();
            _knowledge.Publish(revision, chunks);
        }

        _search = Search(_model);
    }

    [Fact]
    public async Task A_passage_in_other_words_is_found_beside_those_that_share_words()
    {
        var outcome = await AskAsync(_search, Lay);

        outcome.DenseLeg.ShouldBe(DenseLeg.Searched);
        outcome.Passages.ShouldContain(passage => passage.Chunk.Chunk.Text.StartsWith("Automobile", StringComparison.Ordinal) && passage.SparseScore == null && passage.DenseScore > 0.9);
        outcome.Passages.ShouldContain(passage => passage.SparseScore > 0);
        (await AskAsync(Search(null), Lay)).Passages.ShouldNotContain(passage => passage.Chunk.Chunk.Text.StartsWith("Automobile", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Lay)]
    [InlineData("Quel est le montant de l'aide au logement ?")]
    [InlineData("Comment faire vacciner mon perroquet à Roubaix ?")]
    [InlineData("Que prévoit l'article L. 821-99 du code de la sécurité sociale ?")]
    public async Task Whether_there_is_enough_to_answer_from_is_judged_alike_with_and_without_it(string question)
    {
        var (with, without) = (await AskAsync(_search, question), await AskAsync(Search(null), question));

        with.Evidence.Strength.ShouldBe(without.Evidence.Strength);
        (with.Evidence.Lack is null).ShouldBe(without.Evidence.Lack is null);
        without.DenseLeg.ShouldBe(DenseLeg.None);
    }

    [Fact]
    public async Task The_model_is_asked_for_a_question_and_never_sees_personal_data()
    {
        await AskAsync(_search, "Mme Durand, 185057800608491, a-t-elle droit à l'aide au logement ?");

        var (text, use) = _model.Asked.ShouldHaveSingleItem();
        text.ShouldNotContain("185057800608491");
        use.ShouldBe(EmbeddingInput.Question);
    }

    [Fact]
    public async Task Nothing_is_asked_for_a_question_that_nobody_reads_the_answer_of_or_that_is_none()
    {
        (await _search.SearchAsync(new() { Text = Lay, AllowsModel = false }, Token)).DenseLeg.ShouldBe(DenseLeg.NotAsked);
        (await AskAsync(_search, "Bonjour !")).DenseLeg.ShouldBe(DenseLeg.NotAsked);

        _model.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_model_that_fails_costs_the_dense_leg_only()
    {
        var alone = await AskAsync(Search(null), Lay);
        foreach (var fault in new Exception[] { new HttpRequestException("refused"), new TimeoutException(), new InvalidDataException(), new InvalidOperationException() })
        {
            _model.Fault = fault;
            var outcome = await AskAsync(Search(_model), Lay);

            outcome.IsSparseOnly.ShouldBeTrue();
            outcome.Passages.Select(passage => (passage.Chunk.Id, passage.Score)).ShouldBe(alone.Passages.Select(passage => (passage.Chunk.Id, passage.Score)));
        }
    }

    [Fact]
    public async Task A_model_that_is_slow_is_not_waited_for_longer_than_the_setting_says()
    {
        _model.IsSlow = true;

        var asking = AskAsync(_search, Lay);
        _time.Advance(TimeSpan.FromMilliseconds(new AnsweringOptions().EmbeddingMilliseconds - 1));
        asking.IsCompleted.ShouldBeFalse();
        _time.Advance(TimeSpan.FromMilliseconds(1));

        (await asking).DenseLeg.ShouldBe(DenseLeg.Unavailable);
        _model.Stopped.ShouldBeTrue();
    }

    [Fact]
    public async Task A_vector_of_another_size_or_another_model_s_index_is_not_searched()
    {
        _model.Size = 3;
        (await AskAsync(_search, Lay)).DenseLeg.ShouldBe(DenseLeg.Unavailable);

        _model.Size = 2;
        _knowledge.Manifest = IndexManifest.Current("autre", 2);
        (await AskAsync(_search, Lay)).DenseLeg.ShouldBe(DenseLeg.Unavailable);
        _knowledge.Searches.ShouldAllBe(search => search.Dense.IsEmpty);
    }

    [Fact]
    public async Task A_model_that_keeps_failing_is_left_alone_for_a_while_and_then_tried_by_one_question()
    {
        _model.Fault = new HttpRequestException("down");
        for (var i = 0; i < 10; i++)
            await AskAsync(_search, Lay);
        _model.Asked.Count.ShouldBe(3);

        _time.Advance(TimeSpan.FromSeconds(20));
        (await AskAsync(_search, Lay)).DenseLeg.ShouldBe(DenseLeg.Unavailable);
        (await AskAsync(_search, Lay)).DenseLeg.ShouldBe(DenseLeg.Unavailable);
        _model.Asked.Count.ShouldBe(4);

        _model.Fault = null;
        _time.Advance(TimeSpan.FromSeconds(20));
        (await AskAsync(_search, Lay)).DenseLeg.ShouldBe(DenseLeg.Searched);
        (await AskAsync(_search, Lay)).DenseLeg.ShouldBe(DenseLeg.Searched);
    }

    [Fact]
    public async Task Whoever_gives_up_a_question_gives_up_its_embedding()
    {
        using var stop = new CancellationTokenSource();
        (_model.IsSlow, _model.WhenAsked) = (true, stop.Cancel);

        await Should.ThrowAsync<OperationCanceledException>(() => _search.SearchAsync(new() { Text = Lay }, stop.Token));
    }

    public void Dispose() => _model.Dispose();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Task<RetrievalOutcome> AskAsync(SearchPassages search, string text) => search.SearchAsync(new() { Text = text }, Token);

    private SearchPassages Search(MeaningModel? model)
    {
        var options = Options.Create(new AnsweringOptions());
        return new(new QuestionReader(_time, options, new(Options.Create(new PrivacyOptions()))), _knowledge, _knowledge, _time, options, NullLogger<SearchPassages>.Instance, model);
    }

    // Two directions of meaning: what drives, and what is dwelt in.
    private static float[] Meaning(string text)
    {
        var drives = text.Contains("véhicule", StringComparison.OrdinalIgnoreCase) || text.Contains("automobile", StringComparison.OrdinalIgnoreCase);
        return drives ? [1, 0.1f] : [0.1f, 1];
    }

    private static IEnumerable<DocumentBuilder> Corpus() =>
    [
        new DocumentBuilder("Guide des aides").Chunk("Automobile adaptée : le forfait est de 900 euros.", "Déplacements").Chunk("Le loyer est pris en compte.", "Aide au logement"),
        new DocumentBuilder("Aide au logement").Chunk("Le montant de l'aide au logement est de 500 euros. La somme est versée chaque mois.", "Aide au logement"),
        new DocumentBuilder("Retraite").Chunk("La pension est versée chaque mois.", "Paiement").Chunk("L'âge légal de départ est fixé par la loi.", "Âge"),
    ];

    private sealed class MeaningModel : IEmbeddingGenerator<string, Embedding<float>>
    {
        public List<(string Text, string? Use)> Asked { get; } = [];

        public Exception? Fault { get; set; }

        public int Size { get; set; } = 2;

        public bool IsSlow { get; set; }

        public Action? WhenAsked { get; set; }

        public bool Stopped { get; private set; }

        public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
            IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
        {
            cancellationToken.Register(() => Stopped = true);
            var text = values.Single();
            Asked.Add((text, options?.AdditionalProperties?[EmbeddingInput.Property] as string));
            WhenAsked?.Invoke();
            if (IsSlow)
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            return Fault is null ? new([new Embedding<float>(new float[Size - 2].Prepend(Meaning(text)[1]).Prepend(Meaning(text)[0]).ToArray())]) : throw Fault;
        }

        public object? GetService(Type serviceType, object? serviceKey = null) =>
            serviceType == typeof(EmbeddingGeneratorMetadata) ? new EmbeddingGeneratorMetadata("essai", null, "sens", 2) : null;

        public void Dispose()
        {
        }
    }
}
