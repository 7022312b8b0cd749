using AgentHelpdesk.TeamsBot.Pages;

namespace AgentHelpdesk.TeamsBot.Security;

/// <summary>
/// Against forged requests: what a browser sends on behalf of another site says so in headers that no page can set. A request that
/// carries neither is refused too. No token and no key ring is needed (docs/decisions/0009).
/// </summary>
internal sealed class SameOriginOnly(PageSpeech speech) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        ComesFromOwnPage(context.HttpContext.Request)
            ? await next(context)
            : Results.Text(speech.Of(context.HttpContext).ForeignRequest, statusCode: StatusCodes.Status403Forbidden);

    internal static bool ComesFromOwnPage(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers.Origin.ToString();
        if (site.Length > 0 && site != "same-origin")
            return false;
        return origin.Length > 0
            ? origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase)
            : site == "same-origin";
    }
}
