using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AgentHelpdesk.BotProtocol.Activities;

/// <summary>
/// The channel's envelope, in and out: the fields that a bot in Teams reads or writes. Fields that it doesn't know are left out. Ids are opaque
/// strings. Everything in a received one is untrusted until its token was checked, and what people typed stays untrusted after.
/// </summary>
public sealed record Activity
{
    /// <summary>One of <see cref="ActivityType"/>; unknown ones are acknowledged and ignored.</summary>
    public string? Type { get; init; }

    public string? Id { get; init; }

    /// <summary>"msteams"; "emulator" for the playground.</summary>
    public string? ChannelId { get; init; }

    /// <summary>Where replies go; only as true as the token that came with it.</summary>
    public string? ServiceUrl { get; init; }

    public ChannelAccount? From { get; init; }

    public ChannelAccount? Recipient { get; init; }

    public ConversationAccount? Conversation { get; init; }

    /// <summary>What was typed, with mentions; null when a card or a file came alone.</summary>
    public string? Text { get; init; }

    /// <summary>"plain" or "markdown".</summary>
    public string? TextFormat { get; init; }

    /// <summary>Shown in a notification instead of the text.</summary>
    public string? Summary { get; init; }

    public string? Locale { get; init; }

    /// <summary>The activity that this one belongs to.</summary>
    public string? ReplyToId { get; init; }

    /// <summary>Of an invoke or an event: one of <see cref="InvokeName"/>.</summary>
    public string? Name { get; init; }

    /// <summary>Of an installation update: "add", "remove", "add-upgrade", "remove-upgrade".</summary>
    public string? Action { get; init; }

    /// <summary>"expectReplies": the replies are awaited in the response's body.</summary>
    public string? DeliveryMode { get; init; }

    /// <summary>Of an invoke, or what a card's buttons and fields sent.</summary>
    public JsonElement? Value { get; init; }

    public TeamsFields? ChannelData { get; init; }

    public ImmutableArray<Entity>? Entities { get; init; }

    public ImmutableArray<Attachment>? Attachments { get; init; }

    public SuggestedActions? SuggestedActions { get; init; }

    public ImmutableArray<ChannelAccount>? MembersAdded { get; init; }

    public ImmutableArray<ChannelAccount>? MembersRemoved { get; init; }

    /// <summary>Of a message to people: the sentence that stands below its text where that is too long for the channel and had to be cut.</summary>
    [JsonIgnore]
    public string? CutNotice { get; init; }

    [JsonIgnore]
    public bool ExpectsReplies => DeliveryMode == "expectReplies";
}

/// <summary>The types of activity that this bot tells apart.</summary>
public static class ActivityType
{
    public const string Message = "message";
    public const string Typing = "typing";
    public const string Invoke = "invoke";
    public const string ConversationUpdate = "conversationUpdate";
    public const string InstallationUpdate = "installationUpdate";
    public const string MessageUpdate = "messageUpdate";
    public const string MessageDelete = "messageDelete";
}

/// <summary>The names of invokes that this bot answers.</summary>
public static class InvokeName
{
    public const string Feedback = "message/submitAction";
    public const string FeedbackForm = "message/fetchTask";
    public const string CardAction = "adaptiveCard/action";
    /// <summary>Of all that a search in the compose box or from a message asks, also in chats that the bot is not in.</summary>
    public const string SearchPrefix = "composeExtension/";

    public const string Search = "composeExtension/query";
    public const string SearchForm = "composeExtension/fetchTask";
    public const string SearchSubmit = "composeExtension/submitAction";
    public const string SearchSelected = "composeExtension/selectItem";
}
