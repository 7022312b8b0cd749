using AgentHelpdesk.TeamsBot.Pages;

namespace AgentHelpdesk.TeamsBot.Security;

/// <summary>Stands before what the public address shows: our own names only, and nothing that a link holds goes on to anybody else.</summary>
internal sealed class PublicDoor(PublicHosts hosts, PageSpeech speech) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        SecurityHeaders.ShowToHoldersOfLink(context.HttpContext);
        return hosts.IsOurs(context.HttpContext.Request)
            ? await next(context)
            : Results.Text(speech.Of(context.HttpContext).HostUnknown, statusCode: StatusCodes.Status403Forbidden);
    }
}
