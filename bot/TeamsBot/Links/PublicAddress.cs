using System.Globalization;
using System.Net;
using AgentHelpdesk.BotProtocol;

namespace AgentHelpdesk.TeamsBot.Links;

/// <summary>Where people and the channel reach the bot from elsewhere: <c>Bot:PublicUrl</c>.</summary>
/// <param name="Origin">"https://helpdesk.example.fr", without a slash at its end; a name in other letters is written as browsers send it.</param>
/// <param name="Host">"helpdesk.example.fr".</param>
internal sealed record PublicAddress(string Origin, string Host)
{
    /// <summary>The setting's full key.</summary>
    public const string Setting = $"{BotOptions.Section}:{nameof(BotOptions.PublicUrl)}";

    /// <summary>Null when none is set; one that can't be used has stopped the start.</summary>
    public static PublicAddress? Of(string setting) => FaultOf(setting) is null && Uri.TryCreate(setting, UriKind.Absolute, out var url)
        ? new(string.Create(CultureInfo.InvariantCulture, $"https://{Name(url)}{(url.IsDefaultPort ? "" : $":{url.Port}")}"), Name(url).Trim('[', ']'))
        : null;

    /// <summary>Why an address can't be the public one; null: it can, or there is none.</summary>
    public static PublicAddressFault? FaultOf(string setting)
    {
        if (setting.Length == 0)
            return null;
        if (!Uri.TryCreate(setting, UriKind.Absolute, out var url) || url.HostNameType is UriHostNameType.Unknown or UriHostNameType.Basic || url.IdnHost.Length == 0)
            return PublicAddressFault.Unreadable;
        if (url.Scheme != Uri.UriSchemeHttps)
            return PublicAddressFault.NotHttps;
        if (IsOfThisMachine(url))
            return PublicAddressFault.OfThisMachine;
        return url.AbsolutePath != "/" || url.Query.Length > 0 || url.Fragment.Length > 0 || url.UserInfo.Length > 0 || setting.AsSpan().ContainsAny('?', '#', '@')
            ? PublicAddressFault.MoreThanHost : null;
    }

    private static string Name(Uri url) => url.HostNameType == UriHostNameType.IPv6 ? url.Host : url.IdnHost.TrimEnd('.').ToLowerInvariant();

    // A name that resolves to this machine by rule, or an address that means "any" or "here".
    private static bool IsOfThisMachine(Uri url)
    {
        var host = url.IdnHost.TrimEnd('.');
        return url.IsLoopback || host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host, out var address) && (IPAddress.IsLoopback(address) || address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any)));
    }
}

/// <summary>What is wrong with an address that should be public.</summary>
internal enum PublicAddressFault
{
    /// <summary>No address, or without a host name.</summary>
    Unreadable,

    /// <summary>Not https: a link would be read, and its seal copied, on the way.</summary>
    NotHttps,

    /// <summary>Nobody else reaches it.</summary>
    OfThisMachine,

    /// <summary>A path, a question mark, a name before an "@": only scheme, host and port are of use.</summary>
    MoreThanHost,
}
