using AgentHelpdesk.Answering;
using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.Evaluation.Questions;
using AgentHelpdesk.Evaluation.Retrieval;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Evaluation.Tests;

public sealed class RetrievalRunTests
{
    [Fact]
    public async Task Warms_up_with_twenty_questions_then_asks_each_once_with_its_kinds_and_twenty_passages()
    {
        var asked = new List<Question>();
        EvaluationQuestion[] questions =
        [
            new() { Id = "a", Question = "Un ?", Kind = "k", Scope = new(["code"]) },
            new() { Id = "b", Question = "Deux ?", Kind = "u", Answerable = false },
        ];
        var run = new RetrievalRun((question, _) => { asked.Add(question); return Task.FromResult(Abstention(question.Text)); }, new ResultLines([]), _ => false);
        var scores = await run.RunAsync([.. questions], TestContext.Current.CancellationToken);

        asked.Count.ShouldBe(22);
        asked[^2].Kinds.ShouldBe(["code"]);
        asked[^1].Kinds.ShouldBeEmpty();
        asked.ShouldAllBe(question => question.PassageCount == 20 && question.AsOf == null);
        scores.Select(score => score.Result.Id).ShouldBe(["a", "b"]);
        scores[0].Result.Answer.ShouldBe(new AnswerLine("abstention", "nothing-found", "", "", []));
        var overall = KindScore.Of("all", scores);
        overall.AnswerableAnswered.ShouldBe(0);
        overall.UnanswerableAnswered.ShouldBe(0);
        overall.ValueInAnswer.ShouldBeNull();
    }

    private static Answer Abstention(string text) => new Answer.Abstention(AbstentionReason.NothingFound)
    {
        MaskedQuestion = text,
        AsOf = AsOf.Day(new(2026, 6, 15)),
        Today = new(2026, 6, 15),
        Publication = 1,
        Filter = new() { Publication = 1, AsOf = AsOf.Day(new(2026, 6, 15)), Audiences = [Audience.Everyone] },
        DocumentsSearched = 0,
        SearchedTerms = [],
        Passages = [],
    };
}
