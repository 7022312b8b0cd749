using System.Net.Http.Json;
using System.Text.Json;
using AgentHelpdesk.BotProtocol.Activities;

namespace AgentHelpdesk.BotProtocol.Sending;

/// <summary>Calls the channel's connector: sends, replaces and removes messages, and asks who is in a conversation.</summary>
public sealed class ConnectorClient(HttpClient http)
{
    public Task<SendOutcome> SendAsync(ReplyAddress address, Activity activity, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, Activities(address), address, activity, cancellationToken);

    public Task<SendOutcome> UpdateAsync(ReplyAddress address, string activityId, Activity activity, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Put, $"{Activities(address)}/{Uri.EscapeDataString(activityId)}", address, activity, cancellationToken);

    private static string Activities(ReplyAddress address) => $"{address.ServiceUrl}/v3/conversations/{Uri.EscapeDataString(address.ConversationId)}/activities";

    private async Task<SendOutcome> SendAsync(HttpMethod method, string url, ReplyAddress address, Activity activity, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, url) { Content = JsonContent.Create(Addressed(activity, address), ActivityJson.Wire.Activity) };
        using var reply = await http.SendAsync(request, cancellationToken);
        if (!reply.IsSuccessStatusCode)
            return new SendOutcome.Refused((int)reply.StatusCode, "");
        var body = await reply.Content.ReadAsByteArrayAsync(cancellationToken);
        return new SendOutcome.Sent(body.Length == 0 ? null : JsonSerializer.Deserialize(body, ActivityJson.Wire.Activity)?.Id);
    }

    private static Activity Addressed(Activity activity, ReplyAddress address) => activity with
    {
        ChannelId = address.ChannelId,
        From = new() { Id = address.BotId },
        Recipient = new() { Id = address.UserId },
        Conversation = new() { Id = address.ConversationId, Type = address.ConversationType, TenantId = address.TenantId },
        ReplyToId = address.ActivityId,
    };
}
