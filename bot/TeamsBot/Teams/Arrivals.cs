using System.Collections.Immutable;
using AgentHelpdesk.Answering.Suggestions;
using AgentHelpdesk.BotProtocol.Activities;
using AgentHelpdesk.BotProtocol.Sending;
using AgentHelpdesk.BotProtocol.Turns;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.TeamsBot.Keeping;
using AgentHelpdesk.TeamsBot.Teams.Speaking;

namespace AgentHelpdesk.TeamsBot.Teams;

/// <summary>
/// Greets once in a conversation. The channel tells of one arrival in two ways and may tell of it again whenever the chat is opened, so a
/// greeting is remembered before it is said.
/// </summary>
internal sealed class Arrivals(
    Remembered remembered, AgentLanguage languages, SuggestQuestions suggestions, ICatalogueReader catalogue, TimeProvider time, ILogger<Arrivals> logger)
{
    // The questions are looked for in the background; a greeting without them is better than one that comes late.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Whether the activity says that the bot came in: it is among the added, or was installed.</summary>
    public static bool IsOne(Activity activity) => activity.Recipient?.Id is { Length: > 0 } bot && activity.Type switch
    {
        ActivityType.ConversationUpdate => activity.MembersAdded?.Any(member => member.Id == bot) ?? false,
        ActivityType.InstallationUpdate => activity.Action == "add",
        _ => false,
    };

    public async Task GreetAsync(PendingTurn turn, ITurnReplies replies, CancellationToken cancellationToken)
    {
        if (!IsFirst(turn.Address))
            return;
        var messages = languages.ForGreeting(turn.Address);
        var (onlySamples, questions) = await KnownAsync(turn.Address.IsPersonal, cancellationToken);
        await replies.AnswerAsync(PlainMessage.Greeting(messages, turn.Address.IsPersonal, onlySamples, questions), cancellationToken);
    }

    // A thread is not another conversation: the channel was greeted. Where nothing can be remembered nobody is greeted: better never than at every look.
    private bool IsFirst(ReplyAddress address)
    {
        try
        {
            return remembered.Add(Remembered.Greeted, address.ChannelId, address.ConversationId.Split(";messageid=")[0]);
        }
        catch (Exception exception)
        {
            Log.KeepingFailed(logger, exception);
            return false;
        }
    }

    private async Task<(bool OnlySamples, ImmutableArray<string> Questions)> KnownAsync(bool isPersonal, CancellationToken cancellationToken)
    {
        try
        {
            var state = await catalogue.ReadStateAsync(cancellationToken);
            var questions = isPersonal && state.Documents > 0
                ? (await suggestions.OfCorpusAsync(Suggested.Most, cancellationToken).WaitAsync(Patience, time, cancellationToken)).Answerable : [];
            return (state is { OnlySamples: true, Documents: > 0 }, questions);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NothingSuggested(logger, exception);
            return (false, []);
        }
    }
}
