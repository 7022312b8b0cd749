using AgentHelpdesk.Answering;
using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.EndToEnd.Talk;

/// <summary>Questions offered over the sample documents: each is answered, one is refused.</summary>
public sealed class SampleSuggestionTests(SampleTalk talk, ITestOutputHelper output) : IClassFixture<SampleTalk>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Six_questions_over_several_documents_are_answered_and_one_is_refused()
    {
        await talk.Helpdesk.Suggestions.PrepareAsync(6, TimeSpan.FromSeconds(20), Token);
        var suggested = await talk.Helpdesk.Suggestions.OfCorpusAsync(6, Token);
        foreach (var question in suggested.Answerable)
            output.WriteLine(question);

        suggested.Answerable.Length.ShouldBe(6);
        suggested.Answerable.ShouldBeUnique();
        var documents = new HashSet<DocumentId>();
        foreach (var question in suggested.Answerable)
        {
            question.ShouldEndWith("\u202f?");
            var answer = (await talk.Helpdesk.AskAsync(new Question { Text = question }, Token)).ShouldBeOfType<Answer.Grounded>(question);
            documents.Add(answer.Citations[0].Passage.Chunk.Revision.Document);
        }

        documents.Count.ShouldBeGreaterThanOrEqualTo(5);
        (await talk.Helpdesk.AskAsync(new Question { Text = suggested.Refused.ShouldNotBeNull() }, Token)).ShouldBeOfType<Answer.Abstention>();
    }

    [Fact]
    public async Task A_document_offers_three_questions_that_it_answers_itself()
    {
        var questions = await talk.Helpdesk.Suggestions.OfDocumentAsync(DocumentId.Parse("guide-pension-de-rivage"), 3, Token);
        foreach (var question in questions)
            output.WriteLine(question);

        questions.Length.ShouldBe(3);
    }

    [Fact]
    public async Task An_unknown_document_offers_none() =>
        (await talk.Helpdesk.Suggestions.OfDocumentAsync(DocumentId.Parse("nowhere"), 3, Token)).ShouldBeEmpty();
}
