using System.Collections.Immutable;
using AgentHelpdesk.BotProtocol.Activities;
using AgentHelpdesk.BotProtocol.Sending;
using AgentHelpdesk.BotProtocol.Turns;

namespace AgentHelpdesk.BotProtocol.Receiving;

/// <summary>The replies of a turn whose sender waits for them in the response's body: nothing goes through the connector, and progress can't be shown.</summary>
internal sealed class BodyReplies(ReplyAddress address) : ITurnReplies
{
    private Activity? _answer;

    public CancellationToken Stopped => CancellationToken.None;

    /// <summary>What the bot said, as the body carries it.</summary>
    public ImmutableArray<Activity> Said => _answer is { } answer ? [answer] : [];

    public Task ShowProgressAsync(string text, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<SendOutcome> AnswerAsync(Activity message, CancellationToken cancellationToken)
    {
        var answer = message with
        {
            ChannelId = address.ChannelId,
            From = new() { Id = address.BotId },
            Recipient = new() { Id = address.UserId },
            Conversation = new() { Id = address.ConversationId, Type = address.ConversationType, TenantId = address.TenantId.Length > 0 ? address.TenantId : null },
            ReplyToId = address.ActivityId.Length > 0 ? address.ActivityId : null,
        };
        if (Interlocked.CompareExchange(ref _answer, answer, null) is not null)
            throw new InvalidOperationException("A turn has one answer, and it was given already.");
        return Task.FromResult<SendOutcome>(new SendOutcome.Sent(null));
    }
}
