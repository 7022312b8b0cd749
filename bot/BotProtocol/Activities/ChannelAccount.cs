namespace AgentHelpdesk.BotProtocol.Activities;

/// <summary>A person or a bot, as the channel names it to this bot alone.</summary>
public sealed record ChannelAccount
{
    /// <summary>"29:…" for a person, "28:{app id}" for a bot; opaque.</summary>
    public string? Id { get; init; }

    public string? Name { get; init; }

    /// <summary>The person's id in the directory.</summary>
    public string? AadObjectId { get; init; }

    /// <summary>The person's own tenant, where the channel says it.</summary>
    public string? TenantId { get; init; }

    /// <summary>Of a member: "user", "guest" or "anonymous", where the channel says it.</summary>
    public string? UserRole { get; init; }

    /// <summary>Of a member: a guest's holds "#EXT#".</summary>
    public string? UserPrincipalName { get; init; }
}
