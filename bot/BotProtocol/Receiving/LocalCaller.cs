using System.Net;
using Microsoft.AspNetCore.Http;

namespace AgentHelpdesk.BotProtocol.Receiving;

/// <summary>Whether a request was made on this machine. A relay on it makes a stranger look local, so any trace of one counts against it.</summary>
internal static class LocalCaller
{
    private static readonly string[] RelayHeaders = ["Forwarded", "Via", "X-Real-IP", "X-Client-IP", "X-Original-Host"];

    public static bool IsLocal(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } peer && IPAddress.IsLoopback(peer)
        && !context.Request.Headers.Keys.Any(header =>
            RelayHeaders.Contains(header, StringComparer.OrdinalIgnoreCase) || header.StartsWith("X-Forwarded", StringComparison.OrdinalIgnoreCase));
}
