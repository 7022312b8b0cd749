using AgentHelpdesk.Answering.Grounding;
using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Index;
using AgentHelpdesk.TestKit;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using static AgentHelpdesk.Answering.Tests.Grounding.AskWithModel;

namespace AgentHelpdesk.Answering.Tests.Grounding;

public sealed class RewrittenTurnTests
{
    [Fact]
    public async Task A_follow_up_completed_by_the_model_is_searched_shown_and_recorded()
    {
        const string Whole = "Quel est le plafond de ressources pour un enfant ?";
        var knowledge = new InMemoryKnowledge();
        var chunks = new RuleBook().Section("Titre I").Paragraph(Rule).Build();
        knowledge.Publish([(chunks[0].Revision, [.. chunks.Select(chunk => chunk.Chunk)])]);
        using var client = new ToldChatClient(
            ToldChatClient.Says($$"""{"question":"{{Whole}}"}"""), ToldChatClient.Says(Answer(Claim("Le plafond de ressources est de 27 141 € pour un enfant.", Rule))));
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<ICatalogueReader>(knowledge);
        services.AddSingleton<IIndexReader>(knowledge);
        services.AddSingleton<IChatClient>(client);
        services.AddAnswering();
        services.Configure<AnsweringOptions>(options => options.MinimumEvidence = 0);
        await using var provider = services.BuildServiceProvider();

        var answer = await provider.GetRequiredService<AnswerQuestion>().AskAsync(
            new Question { Text = "et pour un enfant ?", Earlier = ["Quel est le plafond de ressources pour un couple ?"] }, TestContext.Current.CancellationToken);

        var grounded = answer.ShouldBeOfType<Answer.Grounded>();
        grounded.UnderstoodAs.ShouldBe(Whole);
        grounded.Writer.ShouldBe(WriterKind.Model);
        grounded.Writing.Calls.Select(call => call.Purpose).ShouldBe([ModelCallPurpose.Rewrite, ModelCallPurpose.Answer]);
    }
}
