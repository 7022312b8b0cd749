using System.Net;
using Microsoft.AspNetCore.Http;

namespace AgentHelpdesk.BotProtocol.Receiving;

/// <summary>Whether a request was made on this machine. A relay on it makes a stranger look local, so any trace of one counts against it.</summary>
public static class LocalCaller
{
    private static readonly string[] RelayHeaders =
    [
        "Forwarded", "Via", "X-Real-IP", "X-Client-IP", "X-Cluster-Client-IP", "True-Client-IP", "CF-Connecting-IP", "Fastly-Client-IP",
        "X-ProxyUser-Ip", "Client-IP", "X-Host", "X-Rewrite-URL",
    ];

    private static readonly string[] RelayPrefixes = ["X-Forwarded", "X-Original", "X-Envoy-", "X-ARR-", "X-Azure-", "X-Amzn-", "X-AppGW-"];

    // No browser and no channel has spoken HTTP/1.0 for long; relays in their first settings do, and give themselves away by nothing else.
    public static bool IsLocal(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } peer && IPAddress.IsLoopback(peer)
        && !HttpProtocol.IsHttp10(context.Request.Protocol)
        && !context.Request.Headers.Keys.Any(IsTraceOfRelay);

    private static bool IsTraceOfRelay(string header) =>
        RelayHeaders.Contains(header, StringComparer.OrdinalIgnoreCase)
        || RelayPrefixes.Any(prefix => header.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
