using AgentHelpdesk.TeamsBot.Answers;

namespace AgentHelpdesk.TeamsBot.Links;

/// <summary>Addresses of citations that an agent can open from Teams: under the public address, signed, for some hours.</summary>
internal sealed class PublicLinks
{
    /// <summary>Opens the words of <paramref name="source"/> among their neighbours; null: the bot has no public address, so there is no link.</summary>
    public string? Of(SourceView source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return null;
    }
}
