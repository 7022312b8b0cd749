using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.Answering.Suggestions;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Index;
using AgentHelpdesk.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace AgentHelpdesk.Answering.Tests.Suggestions;

public sealed class SuggestNearbyTests
{
    private readonly InMemoryKnowledge _knowledge = new();
    private readonly ServiceProvider _services;

    public SuggestNearbyTests()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<ICatalogueReader>(_knowledge);
        services.AddSingleton<IIndexReader>(_knowledge);
        services.AddAnswering();
        services.Configure<AnsweringOptions>(options => options.MinimumEvidence = 0.2);
        _services = services.BuildServiceProvider();
        Publish("storm");
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Questions_are_offered_that_the_near_sections_answer()
    {
        var offered = await NearAsync();

        offered.ShouldNotBeEmpty();
        foreach (var question in offered)
            (await AskAsync(question)).ShouldBeOfType<Answer.Grounded>();
    }

    [Fact]
    public async Task What_was_tried_is_not_tried_again_before_the_next_publication()
    {
        var first = await NearAsync();
        var searches = _knowledge.Searches.Count;
        (await NearAsync()).ShouldBe(first);
        var ofAbstentionAlone = _knowledge.Searches.Count - searches;

        Publish("shore");
        searches = _knowledge.Searches.Count;
        await NearAsync();

        (_knowledge.Searches.Count - searches).ShouldBeGreaterThan(ofAbstentionAlone);
    }

    private async Task<IReadOnlyList<string>> NearAsync() =>
        await _services.GetRequiredService<SuggestNearby>().OfAsync(
            (await AskAsync("L'indemnité de tempête est-elle exportable à Mayotte pour les cosmonautes polaires retraités ?")).ShouldBeOfType<Answer.Abstention>(), [], 3, Token);

    private Task<Answer> AskAsync(string text) => _services.GetRequiredService<AnswerQuestion>().AskAsync(new Question { Text = text }, Token);

    private void Publish(string id) => _knowledge.Publish([
        new DocumentBuilder("Circulaire relative à l'indemnité de tempête").OfDocument(id)
            .Chunk("Le montant de l'indemnité de tempête est de 45 euros par jour pour les marins salariés.", "Montant de l'indemnité")
            .Chunk("La demande d'indemnité de tempête est adressée à l'antenne dans les quinze jours.", "Délai de demande").BuildOnPages()]);
}
