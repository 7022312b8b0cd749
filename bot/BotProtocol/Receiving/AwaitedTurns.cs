using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgentHelpdesk.BotProtocol.Activities;
using AgentHelpdesk.BotProtocol.Sending;
using AgentHelpdesk.BotProtocol.Tokens;
using AgentHelpdesk.BotProtocol.Turns;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.BotProtocol.Receiving;

/// <summary>
/// What is done while the sender waits: invokes, and messages whose replies go into the response's body. It has its own time limit, shorter than the
/// channel's patience, and never the request's: what was begun for somebody who hangs up (a rating being stored) is brought to its end.
/// </summary>
public sealed class AwaitedTurns(IBot bot, MemberCheck members, IOptions<BotOptions> options, TimeProvider time, ILogger<AwaitedTurns> logger) : IDisposable
{
    public static readonly TimeSpan InvokeLimit = TimeSpan.FromSeconds(10);

    /// <summary>The channel gives up after some 15 seconds.</summary>
    public static readonly TimeSpan TurnLimit = TimeSpan.FromSeconds(12);

    private readonly SemaphoreSlim _places = new(options.Value.ConcurrentTurns);

    /// <summary>The answer to whom nothing is said.</summary>
    public static IResult Nothing(Activity activity) =>
        activity.Type == ActivityType.Invoke ? Results.StatusCode(StatusCodes.Status403Forbidden) : activity.ExpectsReplies ? Body([]) : Results.Ok();

    public async Task<IResult> InvokeAsync(Activity activity)
    {
        using var limit = new CancellationTokenSource(InvokeLimit, time);
        try
        {
            if (await CheckAsync(activity, limit.Token).WaitAsync(limit.Token) != Membership.Member)
                return Nothing(activity);
            var reply = await bot.InvokeAsync(activity, limit.Token).WaitAsync(limit.Token);
            return reply.Body is { } body
                ? Results.Content(body.ToJsonString(ActivityJson.Wire.Options), "application/json; charset=utf-8", statusCode: reply.Status)
                : Results.StatusCode(reply.Status);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            Log.AwaitedTooLong(logger);
            return Results.StatusCode(StatusCodes.Status504GatewayTimeout);
        }
        catch (Exception exception)
        {
            Log.InvokeFailed(logger, RandomNumberGenerator.GetHexString(8, lowercase: true), exception);
            return Results.StatusCode(StatusCodes.Status500InternalServerError);
        }
    }

    /// <summary>Runs a turn and gives its replies as the response's body.</summary>
    public async Task<IResult> RunAsync(PendingTurn turn)
    {
        var replies = new BodyReplies(turn.Address);
        using var limit = new CancellationTokenSource(TurnLimit, time);
        try
        {
            await _places.WaitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            Log.AwaitedTooLong(logger);
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        var running = RunAsync(turn, replies, limit.Token);
        try
        {
            await running.WaitAsync(limit.Token);
        }
        catch (Exception exception)
        {
            var reference = RandomNumberGenerator.GetHexString(8, lowercase: true);
            Log.TurnFailed(logger, turn.Key, reference, exception);
            if (replies.Said.IsEmpty)
                await bot.ApologizeAsync(turn, replies, reference, CancellationToken.None);
        }
        finally
        {
            // A turn that doesn't heed its limit keeps its place until it ends.
            _ = running.ContinueWith(_ => _places.Release(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }

        return Body(replies.Said);
    }

    public void Dispose() => _places.Dispose();

    private async Task RunAsync(PendingTurn turn, BodyReplies replies, CancellationToken cancellationToken)
    {
        if (await members.CheckAsync(turn.Address, cancellationToken) == Membership.Member)
            await bot.RunAsync(turn, replies, cancellationToken);
    }

    private async Task<Membership> CheckAsync(Activity activity, CancellationToken cancellationToken) => ReplyAddress.Of(activity) switch
    {
        null => Membership.Unknown,
        { } address when activity.Name?.StartsWith(InvokeName.SearchPrefix, StringComparison.Ordinal) == true => await members.CheckAnywhereAsync(address, cancellationToken),
        { } address => await members.CheckAsync(address, cancellationToken),
    };

    private static IResult Body(ImmutableArray<Activity> said)
    {
        var activities = said.Select(activity => JsonSerializer.SerializeToNode(activity, ActivityJson.Wire.Activity)).ToArray();
        return Results.Content(new JsonObject { ["activities"] = new JsonArray(activities) }
            .ToJsonString(ActivityJson.Wire.Options), "application/json; charset=utf-8");
    }
}
