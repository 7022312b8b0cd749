using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace AgentHelpdesk.ChannelDoubles;

/// <summary>
/// The other direction: delivers an activity as the channel does. One that isn't acknowledged in time, or for the time being not taken, comes
/// again, the same activity with the same id; an invoke doesn't, its sender sees an error. When Teams comes again is not documented: these are
/// the times that were reported.
/// </summary>
public sealed class ChannelDelivery(HttpClient bot, TimeProvider time)
{
    /// <summary>How long the channel waits for its acknowledgement.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Before it comes again, where the bot doesn't say how long.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(1);

    public int MostDeliveries { get; init; } = 4;

    /// <returns>What each delivery came to: an HTTP status, or 0 where none came in time.</returns>
    public async Task<IReadOnlyList<int>> DeliverAsync(JsonObject activity, CancellationToken cancellationToken, string? authorization = null)
    {
        var statuses = new List<int>();
        while (true)
        {
            var (status, retryAfter) = await OnceAsync(activity, authorization, cancellationToken);
            statuses.Add(status);
            if (status is not (0 or 429 or >= 500) || (string?)activity["type"] == "invoke" || statuses.Count == MostDeliveries)
                return statuses;
            await Task.Delay(retryAfter ?? Pause, time, cancellationToken);
        }
    }

    private async Task<(int Status, TimeSpan? RetryAfter)> OnceAsync(JsonObject activity, string? authorization, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = JsonContent.Create(activity) };
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var reply = await bot.SendAsync(request, either.Token);
            return ((int)reply.StatusCode, reply.Headers.RetryAfter?.Delta);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (0, null);
        }
        catch (HttpRequestException)
        {
            return (0, null);
        }
    }
}
