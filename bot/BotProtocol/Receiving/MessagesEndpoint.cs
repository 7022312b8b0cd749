using System.Text.Json;
using AgentHelpdesk.BotProtocol.Activities;
using AgentHelpdesk.BotProtocol.Tokens;
using AgentHelpdesk.BotProtocol.Turns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace AgentHelpdesk.BotProtocol.Receiving;

/// <summary>The front door: reads the activity, checks who sent it, keeps what is to be done, and acknowledges.</summary>
public sealed class MessagesEndpoint(SenderCheck senders, IBot bot, TurnQueue queue, ILogger<MessagesEndpoint> logger)
{
    public const string Route = "/api/messages";

    public async Task<IResult> ReceiveAsync(HttpContext context)
    {
        if (await ReadAsync(context) is not { } activity)
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        switch (await senders.CheckAsync(context.Request.Headers.Authorization, activity, context.RequestAborted))
        {
            case SenderOutcome.Denied denied:
                Log.SenderDenied(logger, denied.Reason);
                return Results.StatusCode(StatusCodes.Status401Unauthorized);
            case SenderOutcome.Stranger stranger:
                Log.SenderDenied(logger, stranger.Reason);
                return Results.StatusCode(activity.Type == ActivityType.Invoke ? StatusCodes.Status403Forbidden : StatusCodes.Status200OK);
        }

        return activity.Type == ActivityType.Invoke ? await InvokeAsync(activity, context.RequestAborted) : await AcceptAsync(activity, context.RequestAborted);
    }

    private async Task<IResult> InvokeAsync(Activity activity, CancellationToken cancellationToken)
    {
        var reply = await bot.InvokeAsync(activity, cancellationToken);
        return reply.Body is { } body ? Results.Content(body.ToJsonString(), "application/json", statusCode: reply.Status) : Results.StatusCode(reply.Status);
    }

    private async Task<IResult> AcceptAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (bot.Read(activity) is not { } turn)
            return Results.Ok();
        return await queue.AcceptAsync(turn, cancellationToken) switch
        {
            Acceptance.Full => Results.StatusCode(StatusCodes.Status503ServiceUnavailable),
            _ => Results.Ok(),
        };
    }

    private static async Task<Activity?> ReadAsync(HttpContext context)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(context.Request.Body, ActivityJson.Wire.Activity, context.RequestAborted);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

public static class MessagesRoute
{
    /// <summary>Maps <c>POST /api/messages</c>. Its own check of tokens is the only thing that stands before it.</summary>
    public static IEndpointConventionBuilder MapBotMessages(this IEndpointRouteBuilder app) =>
        app.MapPost(MessagesEndpoint.Route, (HttpContext context, MessagesEndpoint endpoint) => endpoint.ReceiveAsync(context));
}
