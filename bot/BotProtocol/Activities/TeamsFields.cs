namespace AgentHelpdesk.BotProtocol.Activities;

/// <summary>What Teams alone says or wants to know.</summary>
public sealed record TeamsFields
{
    public NamedId? Tenant { get; init; }

    public NamedId? Team { get; init; }

    public NamedId? Channel { get; init; }

    /// <summary>Of a conversation update: "teamMemberAdded", "channelRenamed"…</summary>
    public string? EventType { get; init; }

    /// <summary>Of a message to people: shows the feedback buttons.</summary>
    public FeedbackLoop? FeedbackLoop { get; init; }
}

/// <param name="Id">Opaque.</param>
/// <param name="Name">For people; may be absent.</param>
public sealed record NamedId(string? Id, string? Name = null);

/// <param name="Type">"default" for the channel's own form, "custom" for the bot's.</param>
public sealed record FeedbackLoop(string Type);
