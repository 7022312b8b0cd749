namespace AgentHelpdesk.TeamsBot.Security;

/// <summary>Stands before the channel's address: turns away names that are not ours before a body is read.</summary>
internal sealed class ChannelDoor(PublicHosts hosts, ILogger<ChannelDoor> logger) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (hosts.MayBeTheChannel(context.HttpContext))
            return await next(context);

        // The name asked for is the caller's word; it stays out of the log.
        Log.HostRefused(logger);
        return Results.StatusCode(StatusCodes.Status403Forbidden);
    }
}

/// <summary>Marks an address that is open to other sites' requests because it asks each for a proof of its own, as the channel's token is.</summary>
internal sealed class ProvesItsSender;
