using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AgentHelpdesk.BotProtocol.Activities;
using Microsoft.Extensions.Logging;

namespace AgentHelpdesk.BotProtocol.Sending;

/// <summary>Calls the channel's connector: sends, replaces and removes messages, begins conversations, and asks who is in one.</summary>
public sealed class ConnectorClient
{
    private readonly ConnectorCalls _calls;
    private readonly ILogger<ConnectorClient> _logger;

    internal ConnectorClient(ConnectorCalls calls, ILogger<ConnectorClient> logger) => (_calls, _logger) = (calls, logger);

    internal TimeProvider Time => _calls.Time;

    internal ILogger Logger => _logger;

    /// <summary>Sends a message as the reply to the activity of the address; into the conversation where that names none.</summary>
    public async Task<SendOutcome> SendAsync(ReplyAddress address, Activity activity, CancellationToken cancellationToken) =>
        Outcome(await PostAsync(address, activity, cancellationToken));

    /// <summary>Shows that something is being written. Worth one attempt.</summary>
    public async Task<SendOutcome> ShowTypingAsync(ReplyAddress address, CancellationToken cancellationToken) =>
        Outcome(await PostAsync(address, new() { Type = ActivityType.Typing }, cancellationToken, attempts: 1));

    /// <summary>Puts a message in the place of one that the bot sent.</summary>
    public async Task<SendOutcome> UpdateAsync(ReplyAddress address, string activityId, Activity activity, CancellationToken cancellationToken) =>
        Outcome(await DeliverAsync(Call(address, HttpMethod.Put, $"{Activities(address)}/{Uri.EscapeDataString(activityId)}"), OutgoingActivity.To(address, activity), cancellationToken), activityId);

    /// <summary>Removes a message that the bot sent.</summary>
    public async Task<SendOutcome> DeleteAsync(ReplyAddress address, string activityId, CancellationToken cancellationToken) =>
        Outcome(await _calls.SendAsync(Call(address, HttpMethod.Delete, $"{Activities(address)}/{Uri.EscapeDataString(activityId)}"), cancellationToken), activityId);

    /// <summary>Begins, or finds again, the chat with the person of the address.</summary>
    public Task<ConversationOutcome> BeginChatAsync(ReplyAddress address, CancellationToken cancellationToken) => BeginAsync(address, new()
    {
        IsGroup = false,
        Bot = new() { Id = address.BotId },
        TenantId = address.TenantId,
        Members = [new() { Id = address.UserId }],
    }, cancellationToken);

    /// <summary>Begins a thread with its first message in a channel that the bot is in.</summary>
    public Task<ConversationOutcome> BeginThreadAsync(ReplyAddress address, string channelId, Activity message, CancellationToken cancellationToken) => BeginAsync(address, new()
    {
        IsGroup = true,
        Bot = new() { Id = address.BotId },
        TenantId = address.TenantId,
        ChannelData = new() { Channel = new(channelId) },
        Activity = MessageFitting.Fit(message),
    }, cancellationToken);

    /// <summary>Who the person of the address is, in the channel's own words.</summary>
    public async Task<MemberLookup> FindMemberAsync(ReplyAddress address, CancellationToken cancellationToken)
    {
        var call = Call(address, HttpMethod.Get, $"{Conversation(Roster(address))}/members/{Uri.EscapeDataString(address.UserId)}") with { Reads = true };
        return await _calls.SendAsync(call, cancellationToken) switch
        {
            CallOutcome.Done done when Read(done, ActivityJson.Wire.ChannelAccount) is { Id.Length: > 0 } member => new MemberLookup.Found(member),
            CallOutcome.Refused { Status: HttpStatusCode.NotFound } => new MemberLookup.NotThere(),
            _ => new MemberLookup.Unknown(),
        };
    }

    /// <summary>Who is in the conversation, some at a time. Null: the channel didn't say.</summary>
    public async Task<ChannelRoster?> ReadMembersAsync(ReplyAddress address, string? continuationToken, CancellationToken cancellationToken)
    {
        var next = continuationToken is null ? "" : $"&continuationToken={Uri.EscapeDataString(continuationToken)}";
        var call = Call(address, HttpMethod.Get, $"{Conversation(Roster(address))}/pagedmembers?pageSize=500{next}") with { Reads = true };
        return await _calls.SendAsync(call, cancellationToken) is CallOutcome.Done done ? Read(done, SendingJson.Wire.ChannelRoster) : null;
    }

    /// <summary>Somebody wrote from there at this moment: the bot may write there, whatever it was told before.</summary>
    internal void Reopen(ReplyAddress address, DateTimeOffset written) => _calls.Closed.Reopen(address.ConversationId, written);

    internal Task<CallOutcome> PostAsync(ReplyAddress address, Activity activity, CancellationToken cancellationToken, int? attempts = null)
    {
        var call = Call(address, HttpMethod.Post, Activities(address));
        return DeliverAsync(attempts is { } most ? call with { Attempts = most } : call, OutgoingActivity.To(address, activity), cancellationToken);
    }

    internal static SendOutcome Outcome(CallOutcome outcome, string? activityId = null) => outcome switch
    {
        CallOutcome.Done done => new SendOutcome.Sent(IdIn(done) ?? activityId),
        CallOutcome.Closed => new SendOutcome.ConversationClosed(),
        CallOutcome.Refused refused => new SendOutcome.Refused((int)refused.Status, refused.Error.Code),
        CallOutcome.NotAllowed => new SendOutcome.Refused(0, ""),
        _ => new SendOutcome.Unreachable(),
    };

    /// <summary>What the channel calls what it took; it doesn't always say.</summary>
    internal static string? IdIn(CallOutcome.Done done) => Read(done, SendingJson.Wire.MadeConversation)?.Id is { Length: > 0 } id ? id : null;

    /// <summary>Sends, and where the channel refuses the form or the size, sends a lesser form: an answer is worth more than its looks.</summary>
    private async Task<CallOutcome> DeliverAsync(ConnectorCall call, Activity activity, CancellationToken cancellationToken)
    {
        for (var message = activity; ;)
        {
            var body = JsonSerializer.SerializeToUtf8Bytes(message, ActivityJson.Wire.Activity);
            var outcome = await _calls.SendAsync(call with { Body = ImmutableArray.Create(body) }, cancellationToken);
            if (outcome is not CallOutcome.Refused refused || Lesser(message, refused) is not { } lesser)
                return outcome;
            Log.MessageLessened(_logger, (int)refused.Status, refused.Error.Code);
            message = lesser;
            // Of a stream no two requests may come within a second.
            if (message.Entities is { } entities && entities.Any(entity => entity is Entity.StreamState))
                await Task.Delay(TimeSpan.FromSeconds(1.05), Time, cancellationToken);
        }
    }

    private static Activity? Lesser(Activity message, CallOutcome.Refused refused) => refused switch
    {
        { Status: HttpStatusCode.RequestEntityTooLarge } => MessageFitting.Smaller(message),
        { Error: var error } when error.IsAboutSize => MessageFitting.Smaller(message),
        { Status: HttpStatusCode.BadRequest } => MessageFitting.Plainer(message),
        _ => null,
    };

    private async Task<ConversationOutcome> BeginAsync(ReplyAddress address, NewConversation wanted, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(wanted, SendingJson.Wire.NewConversation);
        var outcome = await _calls.SendAsync(Call(address, HttpMethod.Post, "/v3/conversations") with { Body = ImmutableArray.Create(body) }, cancellationToken);
        return outcome is CallOutcome.Done done && Read(done, SendingJson.Wire.MadeConversation) is { Id: { Length: > 0 } id } made
            ? new ConversationOutcome.Begun(id, made.ActivityId)
            : new ConversationOutcome.NotBegun(Outcome(outcome));
    }

    private static ConnectorCall Call(ReplyAddress address, HttpMethod method, string path) => new()
    {
        Method = method,
        Path = path,
        ServiceUrl = address.ServiceUrl,
        TenantId = address.TenantId,
        ConversationId = address.ConversationId,
    };

    // A thread has no members of its own: they are its channel's.
    private static string Roster(ReplyAddress address) => address.ConversationId.Split(";messageid=", 2)[0];

    private static string Conversation(string id) => $"/v3/conversations/{Uri.EscapeDataString(id)}";

    private static string Activities(ReplyAddress address) => $"{Conversation(address.ConversationId)}/activities";

    // What the channel answers may be empty or no JSON at all: a message is sent all the same.
    private static T? Read<T>(CallOutcome.Done done, JsonTypeInfo<T> type) where T : class
    {
        try
        {
            return done.Body.IsEmpty ? null : JsonSerializer.Deserialize(done.Body.Span, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
