using System.Collections.Immutable;
using AgentHelpdesk.BotProtocol.Activities;
using AgentHelpdesk.TeamsBot.Resources;

namespace AgentHelpdesk.TeamsBot.Teams.Speaking;

/// <summary>Sentences of the bot's own: a greeting, help, what a command came to, an apology. No model wrote them, so they bear no AI label.</summary>
internal static class PlainMessage
{
    /// <param name="sentence">Of the resources; what others wrote went through <see cref="Verbatim"/>.</param>
    /// <param name="messages">The language.</param>
    public static Activity Of(string sentence, Messages messages) => new()
    {
        Type = ActivityType.Message,
        TextFormat = "markdown",
        Text = sentence,
        Locale = messages.Language.Culture.Name,
    };

    /// <summary>Said once in a conversation. Without markup in a personal chat, since questions to press stand beside it.</summary>
    public static Activity Greeting(Messages messages, bool isPersonal, bool onlySamples, ImmutableArray<string> questions)
    {
        var text = new MessageText()
            .Paragraph(messages.Greeting)
            .Paragraph(messages.IntroCites).Line(messages.IntroDates).Line(messages.IntroInvents).Line(messages.GreetingDecides)
            .Paragraph(isPersonal ? messages.GreetingHelp : $"{messages.GreetingMention} {messages.GreetingHelp}")
            .Paragraph(onlySamples ? messages.GreetingSamples : null);
        return Of(text.ToString(), messages) with { SuggestedActions = isPersonal ? Suggested.Of(questions) : null };
    }

    public static Activity Help(Messages messages, bool isPersonal)
    {
        var text = new MessageText().Paragraph(MessageText.Bold(messages.TeamsHelpTitle)).Line($"• {messages.TeamsHelpAsk}");
        foreach (var (command, meaning) in new[]
        {
            (messages.CommandNew, messages.TeamsHelpNew),
            (messages.CommandLanguage, messages.TeamsHelpLanguage),
            (messages.CommandReport, messages.TeamsHelpReport),
            (messages.CommandErase, messages.TeamsHelpErase),
        })
        {
            text.Line($"• {messages.Labelled(MessageText.Bold(command), meaning)}");
        }

        return Of(text.Paragraph(messages.TeamsHelpPrivacy).Paragraph(isPersonal ? null : messages.TeamsHelpGroups).ToString(), messages);
    }
}
