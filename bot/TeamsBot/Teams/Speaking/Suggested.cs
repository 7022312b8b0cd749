using System.Collections.Immutable;
using AgentHelpdesk.BotProtocol.Activities;
using AgentHelpdesk.TeamsBot.Answers;

namespace AgentHelpdesk.TeamsBot.Teams.Speaking;

/// <summary>Questions to press below a message. Pressing one says it.</summary>
internal static class Suggested
{
    /// <summary>More are not shown.</summary>
    public const int Most = 3;

    private const int MostCharacters = 100;

    /// <returns>Null: there is nothing to press.</returns>
    public static SuggestedActions? Of(ImmutableArray<string> questions) =>
        questions.IsEmpty ? null : new([.. questions.Take(Most).Select(question => new CardAction("imBack", Printable.Shorten(question, MostCharacters), question))]);
}
