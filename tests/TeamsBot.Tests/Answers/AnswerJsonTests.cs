using System.Text.Json;
using AgentHelpdesk.Answering;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TestKit;

namespace AgentHelpdesk.TeamsBot.Tests.Answers;

public sealed class AnswerJsonTests
{
    [Fact]
    public void A_grounded_answer_is_written_as_documented() =>
        Approved.Match(AnswerJson.Of(SomeAnswers.Grounded([SomeAnswers.Claim()])) + "\n", "tests/TeamsBot.Tests/Approved/grounded.json");

    [Fact]
    public void An_abstention_gives_its_reason_as_a_code_and_no_claims()
    {
        using var json = JsonDocument.Parse(AnswerJson.Of(SomeAnswers.Abstention(AbstentionReason.NothingInForce, SomeAnswers.Passage())));

        json.RootElement.GetProperty("status").GetString().ShouldBe("abstention");
        json.RootElement.GetProperty("reason").GetString().ShouldBe("nothing-in-force");
        json.RootElement.GetProperty("claims").ValueKind.ShouldBe(JsonValueKind.Null);
        json.RootElement.GetProperty("nearest").GetArrayLength().ShouldBe(1);
    }
}
