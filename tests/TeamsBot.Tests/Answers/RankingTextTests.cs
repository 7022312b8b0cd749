using System.Collections.Immutable;
using System.Text.Json;
using AgentHelpdesk.Answering;
using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.Answering.Retrieval;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TestKit;

namespace AgentHelpdesk.TeamsBot.Tests.Answers;

public sealed class RankingTextTests
{
    [Fact]
    public void The_ranking_gives_each_legs_score_and_what_the_evidence_is_worth() =>
        Approved.Match(RankingText.Of(Found(), 2, Language.French), "tests/TeamsBot.Tests/Approved/ranking-fr.txt");

    [Fact]
    public void No_more_passages_are_shown_than_asked_for() => RankingText.Of(Found(), 1, Language.French).ShouldNotContain("2. score");

    [Fact]
    public void Machines_get_the_same_ranking_as_values()
    {
        using var json = JsonDocument.Parse(AnswerJson.Of(Found(), 2));

        var second = json.RootElement.GetProperty("passages")[1];
        second.GetProperty("rank").GetInt32().ShouldBe(2);
        second.GetProperty("sparse").GetDouble().ShouldBe(7.5);
        second.GetProperty("dense").ValueKind.ShouldBe(JsonValueKind.Null);
        json.RootElement.GetProperty("evidence").GetProperty("lack").GetString().ShouldBe("evidence-too-weak");
    }

    private static RetrievalOutcome Found() => new()
    {
        Question = new()
        {
            MaskedText = "montant ?",
            AsOf = AsOf.Day(SomeAnswers.Today),
            NamesDate = false,
            Today = SomeAnswers.Today,
            Terms = [],
            References = [],
            Aims = QuestionAims.Amount,
            ConcernsPerson = false,
            IsOutOfScope = false,
        },
        Publication = 3,
        Filter = SomeAnswers.Filter,
        DocumentsSearched = 13,
        Terms = [new(new() { Term = "montant", Id = 1, Start = 0, Length = 7 }, 2.5f, 4)],
        Passages = ImmutableArray.Create(SomeAnswers.Passage(), SomeAnswers.Passage(title: "Guide\u001b[2J", path: [], rank: 2)),
        Evidence = new() { Strength = .42, Lack = AbstentionReason.EvidenceTooWeak, MissingReferences = [] },
    };
}
