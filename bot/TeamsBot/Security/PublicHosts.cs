using AgentHelpdesk.BotProtocol;
using AgentHelpdesk.TeamsBot.Links;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.TeamsBot.Security;

/// <summary>
/// Under which names the host answers to others. A foreign name that was made to resolve to this machine is nobody's address of ours; what a relay
/// says of the name asked for (X-Forwarded-Host) is not believed.
/// </summary>
internal sealed class PublicHosts(IOptions<BotOptions> options)
{
    private readonly PublicAddress? _address = PublicAddress.Of(options.Value.PublicUrl);

    /// <summary>The public address's name, or this machine's own as relays send it that go by their own name for us.</summary>
    public bool IsOurs(HttpRequest request) =>
        LoopbackOnly.IsLoopbackName(request.Host.Host)
        || (_address is not null && _address.Host.Equals(request.Host.Host.Trim('[', ']').TrimEnd('.'), StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Whether the channel may be heard: in development modes this machine alone; else under the public address's name where one is set, and under any
    /// name where none is, since the token is what counts.
    /// </summary>
    public bool MayBeTheChannel(HttpContext context) =>
        options.Value.AllowAnonymous || options.Value.AllowEmulator ? LoopbackOnly.IsLocal(context) : _address is null || IsOurs(context.Request);
}
