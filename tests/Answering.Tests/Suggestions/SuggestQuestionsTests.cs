using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.Answering.Suggestions;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.Knowledge.Index;
using AgentHelpdesk.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace AgentHelpdesk.Answering.Tests.Suggestions;

public sealed class SuggestQuestionsTests
{
    private readonly InMemoryKnowledge _knowledge = new();
    private readonly ServiceProvider _services;

    public SuggestQuestionsTests()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<ICatalogueReader>(_knowledge);
        services.AddSingleton<IIndexReader>(_knowledge);
        services.AddAnswering();
        // The corpus is too small for its words to weigh what they do in a real one.
        services.Configure<AnsweringOptions>(options => options.MinimumEvidence = 0.2);
        _services = services.BuildServiceProvider();
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private SuggestQuestions Suggestions => _services.GetRequiredService<SuggestQuestions>();

    [Fact]
    public async Task Only_questions_that_the_document_answers_itself_are_offered()
    {
        _knowledge.Publish([Storm(), Shore()]);

        var questions = await Suggestions.OfDocumentAsync(DocumentId.Parse("storm"), 3, Token);

        questions.ShouldNotBeEmpty();
        foreach (var question in questions)
        {
            var answer = await _services.GetRequiredService<AnswerQuestion>().AskAsync(new Question { Text = question }, Token);
            answer.ShouldBeOfType<Answer.Grounded>().Citations[0].Passage.Chunk.Revision.Document.Value.ShouldBe("storm");
        }
    }

    [Fact]
    public async Task A_new_publication_is_looked_at_anew()
    {
        _knowledge.Publish([Storm()]);
        await Suggestions.OfCorpusAsync(4, Token);
        _knowledge.Publish([Shore()]);

        var suggested = await Suggestions.OfCorpusAsync(4, Token);

        suggested.Answerable.ShouldContain(question => question.Contains("rivage", StringComparison.Ordinal));
        suggested.Refused.ShouldNotBeNull();
    }

    [Fact]
    public async Task The_same_publication_is_asked_once()
    {
        _knowledge.Publish([Storm()]);
        var first = await Suggestions.OfCorpusAsync(4, Token);
        var searches = _knowledge.Searches.Count;

        var second = await Suggestions.OfCorpusAsync(4, Token);

        second.Answerable.ShouldBe(first.Answerable);
        _knowledge.Searches.Count.ShouldBe(searches);
    }

    [Fact]
    public async Task An_empty_corpus_offers_nothing_and_is_not_asked()
    {
        var suggested = await Suggestions.OfCorpusAsync(4, Token);

        suggested.Answerable.ShouldBeEmpty();
        suggested.Refused.ShouldBeNull();
        _knowledge.Searches.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_store_that_fails_while_they_are_looked_for_harms_no_page()
    {
        _knowledge.Publish([Storm()]);
        _knowledge.Delay = TimeSpan.FromMilliseconds(200);
        var asked = Suggestions.OfCorpusAsync(4, Token);
        _knowledge.IsUnavailable = true;

        (await asked).Answerable.ShouldBeEmpty();
    }

    private static (CatalogueRevision, System.Collections.Immutable.ImmutableArray<AgentHelpdesk.Knowledge.Chunks.Chunk>) Storm() =>
        new DocumentBuilder("Circulaire relative à l'indemnité de tempête").OfDocument("storm")
            .Chunk("Le montant journalier de l'indemnité de tempête est de 45 euros.", "1. Montant journalier")
            .Chunk("Le délai de demande de l'indemnité de tempête est de quinze jours.", "2. Délai de demande")
            .Chunk("Table des matières.", "Sommaire").BuildOnPages();

    private static (CatalogueRevision, System.Collections.Immutable.ImmutableArray<AgentHelpdesk.Knowledge.Chunks.Chunk>) Shore() =>
        new DocumentBuilder("Guide de la pension de rivage").OfDocument("shore")
            .Chunk("L'âge de départ de la pension de rivage est de 62 ans.", "1. Âge de départ").BuildOnPages();
}
