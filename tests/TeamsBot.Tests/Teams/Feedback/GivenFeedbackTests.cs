using System.Text.Json;
using AgentHelpdesk.TeamsBot.Keeping;
using AgentHelpdesk.TeamsBot.Teams.Feedback;

namespace AgentHelpdesk.TeamsBot.Tests.Teams.Feedback;

public sealed class GivenFeedbackTests
{
    [Theory]
    [InlineData("""{"actionName":"feedback","actionValue":{"reaction":"like","feedback":"{\"feedbackText\":\"clair\"}"}}""", "clair")]
    [InlineData("""{"actionName":"feedback","actionValue":{"reaction":"like","feedback":{"feedbackText":"clair"}}}""", "clair")]
    [InlineData("""{"actionName":"feedback","actionValue":{"reaction":"like","feedback":"clair"}}""", "clair")]
    [InlineData("""{"actionName":"feedback","actionValue":{"reaction":"like","feedback":"10"}}""", "10")]
    [InlineData("""{"actionName":"feedback","actionValue":{"reaction":"like","feedback":"{pas du JSON"}}""", "{pas du JSON")]
    [InlineData("""{"actionName":"feedback","actionValue":{"reaction":"like","feedback":"{\"pourquoi\":\"clair\",\"note\":5,\"autre\":\"net\"}"}}""", "clair\nnet")]
    [InlineData("""{"actionName":"feedback","actionValue":{"reaction":"like"}}""", "")]
    [InlineData("""{"actionName":"feedback","actionValue":{"reaction":"like","feedback":null}}""", "")]
    [InlineData("""{"actionName":"feedback","actionValue":"{\"reaction\":\"Like\"}"}""", "")]
    [InlineData("""{"data":{"actionName":"feedback","actionValue":{"reaction":"like"}}}""", "")]
    public void A_thumb_is_read_in_every_form_that_clients_send(string value, string comment) =>
        Read(value).ShouldBe(new(Reaction.Like, comment));

    [Theory]
    [InlineData("""{"actionName":"feedback","actionValue":{"reaction":"love"}}""")]
    [InlineData("""{"actionName":"feedback","actionValue":{"reaction":7}}""")]
    [InlineData("""{"actionName":"feedback","actionValue":[]}""")]
    [InlineData("""{"actionName":"feedback"}""")]
    [InlineData("""{"actionName":"other","actionValue":{"reaction":"like"}}""")]
    [InlineData("""{"data":{"data":{"actionName":"feedback","actionValue":{"reaction":"like"}}}}""")]
    [InlineData("\"like\"")]
    [InlineData("[]")]
    [InlineData("null")]
    public void Anything_else_is_no_thumb(string value) => Read(value).ShouldBeNull();

    private static GivenFeedback? Read(string value)
    {
        using var json = JsonDocument.Parse(value);
        return GivenFeedback.Read(json.RootElement.Clone());
    }
}
