using System.Text.Json;
using AgentHelpdesk.Answering.Questions;

namespace AgentHelpdesk.Evaluation.Judging;

/// <summary>Whether a question asks for a decision on a person, and why it is taken so.</summary>
internal sealed record GuardLine(JsonElement Id, bool DecisionOnPerson, string Reason)
{
    public static GuardLine Of(TextCase given, QuestionReader reader)
    {
        var understood = reader.Read(new() { Text = given.Text });
        return new(given.Id, understood.ConcernsPerson, KebabCase.Of(understood.Person.ToString()));
    }
}
