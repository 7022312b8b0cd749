using AgentHelpdesk.BotProtocol.Activities;
using AgentHelpdesk.BotProtocol.Tokens;
using AgentHelpdesk.BotProtocol.Turns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace AgentHelpdesk.BotProtocol.Receiving;

/// <summary>The front door: reads the activity, checks who sent it, keeps what is to be done, and acknowledges. Outside it says a status, no more.</summary>
public sealed class MessagesEndpoint(
    SenderCheck senders, IBot bot, TurnQueue queue, AwaitedTurns awaited, TimeProvider time, ILogger<MessagesEndpoint> logger)
{
    public const string Route = "/api/messages";

    // Seconds after which a sender whose activity was not taken may come again.
    private const string RetryAfter = "5";

    public async Task<IResult> ReceiveAsync(HttpContext context)
    {
        var authorization = context.Request.Headers.Authorization.ToString();
        if (!senders.IsWorthReading(authorization))
            return Deny("no token");
        switch (await ActivityBody.ReadAsync(context.Request, time, context.RequestAborted))
        {
            case BodyOutcome.Read read:
                return await ReceiveAsync(context, authorization, read.Activity);
            case BodyOutcome.Refused refused:
                Log.ActivityUnreadable(logger, refused.Status);
                return Results.StatusCode(refused.Status);
            default:
                throw new InvalidOperationException("A body came to an outcome that no case names.");
        }
    }

    private async Task<IResult> ReceiveAsync(HttpContext context, string authorization, Activity activity)
    {
        switch (await senders.CheckAsync(authorization, activity, LocalCaller.IsLocal(context), context.RequestAborted))
        {
            case SenderOutcome.Accepted:
                return await AnswerAsync(context, activity);
            case SenderOutcome.Stranger stranger:
                Log.SenderDenied(logger, stranger.Reason);
                return AwaitedTurns.Nothing(activity);
            case SenderOutcome.Undecided undecided:
                Log.SenderDenied(logger, undecided.Reason);
                return ComeAgain(context);
            case SenderOutcome.Denied denied:
                return Deny(denied.Reason);
            default:
                throw new InvalidOperationException("A sender came to an outcome that no case names.");
        }
    }

    private async Task<IResult> AnswerAsync(HttpContext context, Activity activity)
    {
        if (activity.Type == ActivityType.Invoke)
            return await awaited.InvokeAsync(activity);
        if (bot.Read(activity) is not { } turn)
            return activity.ExpectsReplies ? AwaitedTurns.Nothing(activity) : Results.Ok();
        return activity.ExpectsReplies ? await awaited.RunAsync(turn) : await AcceptAsync(context, turn);
    }

    // A turn that can't be kept is not acknowledged: the channel brings it again.
    private async Task<IResult> AcceptAsync(HttpContext context, PendingTurn turn) =>
        await queue.AcceptAsync(turn, context.RequestAborted) == Acceptance.Full ? ComeAgain(context) : Results.Ok();

    private IResult Deny(string reason)
    {
        Log.SenderDenied(logger, reason);
        return Results.StatusCode(StatusCodes.Status401Unauthorized);
    }

    private static IResult ComeAgain(HttpContext context)
    {
        context.Response.Headers.RetryAfter = RetryAfter;
        return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
    }
}

public static class MessagesRoute
{
    /// <summary>Maps <c>POST /api/messages</c>. Its own check of tokens is the only thing that stands before it.</summary>
    public static IEndpointConventionBuilder MapBotMessages(this IEndpointRouteBuilder app) =>
        app.MapPost(MessagesEndpoint.Route, (HttpContext context, MessagesEndpoint endpoint) => endpoint.ReceiveAsync(context));
}
