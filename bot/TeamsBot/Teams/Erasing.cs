using AgentHelpdesk.BotProtocol.Sending;
using AgentHelpdesk.Knowledge.Embedded;
using AgentHelpdesk.TeamsBot.Conversations;
using AgentHelpdesk.TeamsBot.Keeping;
using AgentHelpdesk.TeamsBot.Keeping.Records;

namespace AgentHelpdesk.TeamsBot.Teams;

/// <summary>
/// Erases whatever is still known to be a conversation's: its turns with the messages they were sent as, their records, what was said of them, the language
/// that the person chose. Turns of a conversation are worked on in order, so nothing asked before the order is still waiting. What was reported to the
/// knowledge managers, and ratings of conversations that expired, are nobody's any more and stay. So does that the conversation was greeted:
/// without it whoever had everything erased would be written to unasked.
/// </summary>
internal sealed class Erasing(LocalDatabase database, Pseudonyms pseudonyms, ConversationQueue queue, AgentLanguage languages, ILogger<Erasing> logger)
{
    /// <returns>False: it could not be done, and may be tried again.</returns>
    public async Task<bool> EraseAsync(ReplyAddress address, CancellationToken cancellationToken)
    {
        var places = new Stack<IDisposable>();
        try
        {
            var names = pseudonyms.AllOf(address);

            // A question asked over there, under the same name, would keep itself after the order to forget.
            foreach (var name in names)
                places.Push(await queue.EnterAsync(name, cancellationToken));
            database.Write(
                statements => names.Sum(name => Ratings.Erase(statements, name) + TurnRecords.Erase(statements, name) + KeptConversations.Erase(statements, name)), emptiesLog: true);
            languages.Forget(address);
            return true;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.ConversationNotErased(logger, exception);
            return false;
        }
        finally
        {
            while (places.TryPop(out var place))
                place.Dispose();
        }
    }
}
