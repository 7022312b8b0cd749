using AgentHelpdesk.BotProtocol.Activities;

namespace AgentHelpdesk.BotProtocol.Sending;

/// <summary>What the bot says, as it leaves: within the channel's limits and with the addresses that it asks for.</summary>
internal static class OutgoingActivity
{
    /// <summary>Neither id nor time: the channel gives both.</summary>
    public static Activity To(ReplyAddress address, Activity activity) => MessageFitting.Fit(activity with
    {
        Id = null,
        ChannelId = address.ChannelId,
        From = new() { Id = address.BotId },
        Recipient = new() { Id = address.UserId },
        Conversation = new() { Id = address.ConversationId, Type = NotEmpty(address.ConversationType), TenantId = NotEmpty(address.TenantId) },
        ReplyToId = NotEmpty(address.ActivityId),
    });

    private static string? NotEmpty(string text) => text.Length > 0 ? text : null;
}
