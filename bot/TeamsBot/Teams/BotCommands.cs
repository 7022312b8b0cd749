using AgentHelpdesk.BotProtocol.Activities;
using AgentHelpdesk.BotProtocol.Turns;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Conversations;
using AgentHelpdesk.TeamsBot.Resources;
using AgentHelpdesk.TeamsBot.Teams.Speaking;

namespace AgentHelpdesk.TeamsBot.Teams;

/// <summary>Does what an order to the bot says, and tells what it came to.</summary>
internal sealed class BotCommands(Conversation conversations, Pseudonyms pseudonyms, AgentLanguage languages, Erasing erasing)
{
    public async Task AnswerAsync(PendingTurn turn, BotCommand command, ITurnReplies replies, CancellationToken cancellationToken)
    {
        // Who chose a language is spoken to in it; anybody else in that of the order's word.
        var messages = Messages.In(languages.Chosen(turn.Address) ?? command.Language);
        var message = command switch
        {
            BotCommand.Help => PlainMessage.Help(messages, turn.Address.IsPersonal),
            BotCommand.BeginAgain => await BeginAgainAsync(turn, messages, cancellationToken),
            BotCommand.Speak { Chosen: { } language } => Speak(turn, language, messages),
            BotCommand.Speak => PlainMessage.Of(messages.LanguageAsked, messages),
            BotCommand.Erase => await EraseAsync(turn, messages, cancellationToken),
            BotCommand.Report => PlainMessage.Of(await ReportAsync(turn, messages, cancellationToken), messages),
            _ => throw new InvalidOperationException("An order was given that no case names."),
        };
        await replies.AnswerAsync(message, cancellationToken);
    }

    private Activity Speak(PendingTurn turn, Language language, Messages before)
    {
        var messages = Messages.In(language);
        return languages.Choose(turn.Address, language) ? PlainMessage.Of(messages.LanguageChosen, messages) : PlainMessage.Of(before.LanguageNotKept, before);
    }

    private async Task<Activity> BeginAgainAsync(PendingTurn turn, Messages messages, CancellationToken cancellationToken)
    {
        foreach (var conversation in pseudonyms.AllOf(turn.Address))
            await conversations.ForgetAsync(conversation, cancellationToken);
        return PlainMessage.Of(messages.BegunAgain, messages);
    }

    private async Task<Activity> EraseAsync(PendingTurn turn, Messages messages, CancellationToken cancellationToken) =>
        PlainMessage.Of(await erasing.EraseAsync(turn.Address, cancellationToken) ? messages.Erased : messages.NotErased, messages);

    private async Task<string> ReportAsync(PendingTurn turn, Messages messages, CancellationToken cancellationToken)
    {
        var conversation = pseudonyms.Of(turn.Address);
        if (await conversations.ReadAsync(conversation, cancellationToken) is not [.., { View: AnswerView.Abstention } last])
            return messages.NothingToReport;
        return await conversations.ReportAsync(conversation, last.Id, cancellationToken) ? messages.Reported : messages.NotReported;
    }
}
