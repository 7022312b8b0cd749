using System.Net;
using AgentHelpdesk.BotProtocol.Activities;
using Microsoft.Extensions.Logging;

namespace AgentHelpdesk.BotProtocol.Sending;

/// <summary>
/// The streaming protocol of a personal chat as far as this bot speaks it: informative updates, then the one verified message. An answer is
/// never streamed in pieces, because what was shown could not be taken back when its citations fail.
/// </summary>
internal sealed class AnswerStream(ReplyAddress address, ConnectorClient connector, ILogger logger)
{
    private const int MaxUpdate = 1_000;

    private string? _id;
    private int _sequence;
    private End _end = End.None;

    private enum End
    {
        None,

        /// <summary>The person pressed "Stop", or the conversation is closed: nothing more is said.</summary>
        Stopped,

        /// <summary>It lasted too long or was completed: its message stands and can be replaced.</summary>
        Over,

        /// <summary>There is none: the answer is a message of its own.</summary>
        NotAllowed,
    }

    public bool IsStopped => _end == End.Stopped;

    /// <summary>Shows what is being done.</summary>
    /// <returns>Whether more can be shown.</returns>
    public async Task<bool> UpdateAsync(string text)
    {
        var update = new Activity
        {
            Type = ActivityType.Typing,
            Text = TextCut.Line(text, MaxUpdate),
            Entities = [new Entity.StreamState("informative", _id, ++_sequence)],
        };
        // Worth one attempt: the next update says more.
        switch (await connector.PostAsync(address, update, CancellationToken.None, attempts: 1))
        {
            case CallOutcome.Done done:
                _id ??= ConnectorClient.IdIn(done);
                _end = _id is null ? End.NotAllowed : _end;
                break;
            case CallOutcome.Closed:
                _end = End.Stopped;
                break;
            case CallOutcome.Refused refused:
                Note(Reason(refused));
                break;
            default:
                // Whether a stream was begun is not known; of one that runs, an update is missing.
                _end = _id is null ? End.NotAllowed : _end;
                break;
        }

        return _end == End.None;
    }

    /// <summary>Sends the answer in the place of what was shown.</summary>
    public async Task<SendOutcome> FinishAsync(Activity message)
    {
        if (_id is not { } id || _end == End.NotAllowed)
            return await connector.SendAsync(address, message, CancellationToken.None);
        if (_end == End.None)
        {
            var final = message with { Entities = [new Entity.StreamState("final", id, null), .. message.Entities ?? []] };
            var outcome = await connector.PostAsync(address, final, CancellationToken.None);
            if (outcome is not CallOutcome.Refused refused)
                return outcome is CallOutcome.Done ? new SendOutcome.Sent(id) : ConnectorClient.Outcome(outcome);
            Note(Reason(refused));
        }

        return _end switch
        {
            End.Stopped => new SendOutcome.Stopped(),
            End.Over => await connector.UpdateAsync(address, id, message, CancellationToken.None),
            // Refused, hence not there: it may be sent in another way.
            _ => await connector.SendAsync(address, message, CancellationToken.None),
        };
    }

    private void Note(End end)
    {
        _end = end;
        Log.StreamEnded(logger, end.ToString());
    }

    private static End Reason(CallOutcome.Refused refused) => refused switch
    {
        { Status: not HttpStatusCode.Forbidden } => End.NotAllowed,
        { Error: var error } when error.Says("cancel") => End.Stopped,
        { Error: var error } when error.Says("exceeded streaming time") || error.Says("already completed") => End.Over,
        _ => End.NotAllowed,
    };
}
