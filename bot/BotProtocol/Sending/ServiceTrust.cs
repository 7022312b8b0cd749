using Microsoft.Extensions.Options;

namespace AgentHelpdesk.BotProtocol.Sending;

/// <summary>How far the address that an activity asks replies to be sent to is trusted.</summary>
internal enum ServiceTrust
{
    /// <summary>Nothing is sent there.</summary>
    None,

    /// <summary>This machine, in development: replies go there, the bot's token does not.</summary>
    WithoutToken,

    /// <summary>Replies go there with the bot's token.</summary>
    WithToken,
}

/// <summary>
/// The second fence around the bot's token. The first is that only the address of an activity whose own token proved it is ever replied to;
/// should that fail one day, the token still goes to hosts of the channel alone.
/// </summary>
internal sealed class ServiceHosts(IOptions<BotOptions> options)
{
    private readonly HashSet<string> _hosts = new(options.Value.ServiceHosts.Split(' ', StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);

    public ServiceTrust Of(string serviceUrl)
    {
        if (!Uri.TryCreate(serviceUrl, UriKind.Absolute, out var uri) || uri.UserInfo.Length > 0 || uri.Query.Length > 0 || uri.Fragment.Length > 0)
            return ServiceTrust.None;
        if (uri.IsLoopback && uri.Scheme is ("http" or "https"))
            return Development();
        return uri.Scheme == Uri.UriSchemeHttps && uri.IsDefaultPort && _hosts.Contains(uri.IdnHost) ? ServiceTrust.WithToken : ServiceTrust.None;
    }

    // A stranger on this machine may ask for replies where nobody proves anything, but never for the token; the emulator proves itself by one.
    private ServiceTrust Development() => options.Value switch
    {
        { AllowAnonymous: true } => ServiceTrust.WithoutToken,
        { AllowEmulator: true } => ServiceTrust.WithToken,
        _ => ServiceTrust.None,
    };
}
