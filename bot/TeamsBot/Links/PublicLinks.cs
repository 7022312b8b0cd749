using AgentHelpdesk.BotProtocol;
using AgentHelpdesk.TeamsBot.Answers;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.TeamsBot.Links;

/// <summary>Addresses of citations that an agent can open from Teams: under the public address, signed, for some hours.</summary>
internal sealed class PublicLinks(IOptions<BotOptions> options)
{
    /// <summary>Opens the words of <paramref name="source"/> among their neighbours; null: the bot has no public address, so there is no link.</summary>
    public string? Of(SourceView source) => options.Value.PublicUrl is { Length: > 0 } address ? address.TrimEnd('/') + source.PassageUrl : null;
}
