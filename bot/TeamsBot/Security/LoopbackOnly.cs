using System.Net;
using AgentHelpdesk.BotProtocol.Receiving;
using AgentHelpdesk.TeamsBot.Pages;

namespace AgentHelpdesk.TeamsBot.Security;

/// <summary>
/// The local pages have no sign-in, so they answer only to this machine: the peer and the name asked for are loopback (a foreign name
/// that resolves to 127.0.0.1 is refused) and no relay has touched the request. What can't be told is refused.
/// </summary>
internal sealed class LoopbackOnly(PageSpeech speech) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        IsLocal(context.HttpContext)
            ? await next(context)
            : Results.Text(speech.Of(context.HttpContext).LoopbackOnly, statusCode: StatusCodes.Status403Forbidden);

    internal static bool IsLocal(HttpContext context) => LocalCaller.IsLocal(context) && IsLoopbackName(context.Request.Host.Host);

    internal static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.AsSpan().Trim("[]"), out var address) && IPAddress.IsLoopback(address));
}
