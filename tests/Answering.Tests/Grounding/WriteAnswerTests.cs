using AgentHelpdesk.Answering.Grounding;
using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.Answering.Retrieval;
using AgentHelpdesk.ModelDoubles;
using AgentHelpdesk.TestKit;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace AgentHelpdesk.Answering.Tests.Grounding;

public sealed class WriteAnswerTests
{
    private const string Rule = "Le plafond de ressources est fixé à 27 141 euros pour un enfant.";

    private static readonly FakeTimeProvider Time = new(new(2026, 3, 16, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_model_s_claim_is_shown_when_its_words_stand_in_the_passage()
    {
        var written = await WriteAsync($$"""{"claims":[{"text":"Le plafond de ressources est de 27 141 € pour un enfant.","passage":1,"quote":"{{Rule}}"}]}""");

        written.Record.Writer.ShouldBe(WriterKind.Model);
        written.Record.Fallback.ShouldBeNull();
        written.Verified.Claims.ShouldHaveSingleItem().Text.ShouldBe("Le plafond de ressources est de 27 141 € pour un enfant.");
    }

    [Fact]
    public async Task The_extractive_writer_answers_when_nothing_of_the_model_stands()
    {
        var written = await WriteAsync($$"""{"claims":[{"text":"Le plafond de ressources est de 31 000 €.","passage":1,"quote":"{{Rule}}"}]}""");

        written.Record.Writer.ShouldBe(WriterKind.Extractive);
        written.Record.Fallback.ShouldBe(FallbackReason.Unverified);
        written.Verified.Claims.ShouldHaveSingleItem().Text.ShouldBe(Rule);
    }

    private static async Task<WrittenAnswer> WriteAsync(string said)
    {
        var knowledge = new InMemoryKnowledge();
        var chunks = new RuleBook().Section("Titre I").Paragraph(Rule).Build();
        knowledge.Publish([(chunks[0].Revision, [.. chunks.Select(chunk => chunk.Chunk)])]);
        var options = Options.Create(new AnsweringOptions { MinimumEvidence = 0 });
        var search = new SearchPassages(new QuestionReader(Time, options, new(Options.Create(new PrivacyOptions()))), knowledge, knowledge, Time, options, NullLogger<SearchPassages>.Instance);
        var retrieval = await search.SearchAsync(new() { Text = "plafond de ressources pour un enfant" }, TestContext.Current.CancellationToken);
        using var client = new ScriptedChatClient((_, _) => said);
        var model = new ModelWriter(Options.Create(new ModelWriterOptions()), Time, client);
        return await new WriteAnswer(new ExtractiveWriter(knowledge, Options.Create(new ExtractiveWriterOptions())), model, new OpenGate())
            .WriteAsync(retrieval, null, TestContext.Current.CancellationToken);
    }
}
