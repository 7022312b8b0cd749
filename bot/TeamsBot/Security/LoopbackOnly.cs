using System.Net;
using AgentHelpdesk.TeamsBot.Pages;

namespace AgentHelpdesk.TeamsBot.Security;

/// <summary>
/// The local pages have no sign-in, so they answer only to this machine: the peer and the name asked for are loopback (a foreign name
/// that resolves to 127.0.0.1 is refused) and no relay has touched the request. What can't be told is refused.
/// </summary>
internal sealed class LoopbackOnly(PageSpeech speech) : IEndpointFilter
{
    // A relay on this machine makes a stranger look local: any trace of one closes the page.
    private static readonly string[] RelayHeaders =
    [
        "Forwarded", "Via", "X-Real-IP", "X-Client-IP", "X-Cluster-Client-IP", "True-Client-IP", "CF-Connecting-IP", "Fastly-Client-IP",
        "X-ProxyUser-Ip", "Client-IP", "X-Host", "X-Rewrite-URL",
    ];

    private static readonly string[] RelayPrefixes = ["X-Forwarded", "X-Original", "X-Envoy-", "X-ARR-", "X-Azure-", "X-Amzn-", "X-AppGW-"];

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        IsLocal(context.HttpContext)
            ? await next(context)
            : Results.Text(speech.Of(context.HttpContext).LoopbackOnly, statusCode: StatusCodes.Status403Forbidden);

    // No browser has spoken HTTP/1.0 for long; relays in their first settings do, and give themselves away by nothing else.
    internal static bool IsLocal(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } peer && IPAddress.IsLoopback(peer)
        && IsLoopbackName(context.Request.Host.Host)
        && !HttpProtocol.IsHttp10(context.Request.Protocol)
        && !context.Request.Headers.Keys.Any(IsTraceOfRelay);

    internal static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.AsSpan().Trim("[]"), out var address) && IPAddress.IsLoopback(address));

    private static bool IsTraceOfRelay(string header) =>
        RelayHeaders.Contains(header, StringComparer.OrdinalIgnoreCase)
        || RelayPrefixes.Any(prefix => header.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
