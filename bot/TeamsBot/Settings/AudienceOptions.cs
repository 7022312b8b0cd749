namespace AgentHelpdesk.TeamsBot.Settings;

/// <summary>What callers may read until they have roles of their own (<c>Audience:*</c>).</summary>
public sealed class AudienceOptions
{
    public const string Section = "Audience";

    /// <summary>The audiences of every caller, separated by spaces ("caf 974"); empty: only what is meant for everyone. Default empty.</summary>
    public string Default { get; init; } = "";
}
