using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;

namespace AgentHelpdesk.BotProtocol.Sending;

/// <summary>
/// Carries calls to the connector: only to addresses that are trusted, within the channel's limits, again where the channel says that it is worth
/// trying again, and never for longer than its patience.
/// </summary>
internal sealed class ConnectorCalls(
    HttpClient http, ServiceHosts hosts, BotToken token, OutboundLimiter limiter, ClosedConversations closed, TimeProvider time, ILogger<ConnectorClient> logger) : IDisposable
{
    /// <summary>Longer than a connector is usually gone, shorter than a person waits.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private static readonly TimeSpan AttemptLimit = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(20);

    public TimeProvider Time => time;

    public ClosedConversations Closed => closed;

    public async Task<CallOutcome> SendAsync(ConnectorCall call, CancellationToken cancellationToken)
    {
        var trust = hosts.Of(call.ServiceUrl);
        if (trust == ServiceTrust.None)
        {
            Log.AddressNotAllowed(logger);
            return new CallOutcome.NotAllowed();
        }

        if (closed.Contains(call.ConversationId))
            return new CallOutcome.Closed();
        var started = time.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            if (!await limiter.WaitAsync(call, Patience - time.GetElapsedTime(started), cancellationToken))
                return GivenUp(attempt - 1);
            var (outcome, retryAfter) = await AttemptAsync(call, trust, cancellationToken);
            if (outcome is not null)
                return Told(call, outcome);
            var delay = retryAfter ?? Delay(attempt);
            if (attempt >= call.Attempts || time.GetElapsedTime(started) + delay > Patience)
                return GivenUp(attempt);
            await Task.Delay(delay, time, cancellationToken);
        }
    }

    public void Dispose() => http.Dispose();

    /// <returns>No outcome: try again, after the time named or one of our own.</returns>
    private async Task<(CallOutcome? Outcome, TimeSpan? RetryAfter)> AttemptAsync(ConnectorCall call, ServiceTrust trust, CancellationToken cancellationToken)
    {
        var bearer = trust == ServiceTrust.WithToken ? await token.ReadAsync(cancellationToken) : null;
        if (trust == ServiceTrust.WithToken && bearer is null)
            return default;
        using var limit = new CancellationTokenSource(AttemptLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var request = Request(call, bearer);
            using var reply = await http.SendAsync(request, either.Token);
            var body = await reply.Content.ReadAsByteArrayAsync(either.Token);
            if (reply.StatusCode == HttpStatusCode.Unauthorized && bearer is not null)
                token.Forget(bearer);
            return reply.IsSuccessStatusCode ? (new CallOutcome.Done(body), null)
                : IsPassing(reply.StatusCode) ? (null, Asked(call, reply))
                : (new CallOutcome.Refused(reply.StatusCode, ConnectorError.Read(body)), null);
        }
        catch (HttpRequestException exception)
        {
            return call.IsRepeatable || NeverLeft(exception.HttpRequestError) ? default : (new CallOutcome.Unreachable(), null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return call.IsRepeatable ? default : (new CallOutcome.Unreachable(), null);
        }
    }

    private CallOutcome Told(ConnectorCall call, CallOutcome outcome)
    {
        switch (outcome)
        {
            case CallOutcome.Refused { Status: HttpStatusCode.Forbidden, Error.IsClosing: true } refused:
                Log.ConversationClosed(logger, refused.Error.Code);
                closed.Add(call.ConversationId);
                return new CallOutcome.Closed();
            case CallOutcome.Refused refused:
                Log.SendRefused(logger, (int)refused.Status, refused.Error.Code);
                return refused;
            case CallOutcome.Unreachable:
                Log.AnswerLost(logger);
                return outcome;
            default:
                return outcome;
        }
    }

    private CallOutcome.Unreachable GivenUp(int attempts)
    {
        Log.SendGivenUp(logger, attempts);
        return new();
    }

    // How long the channel wants to be left alone holds for everything that waits for this conversation.
    private TimeSpan? Asked(ConnectorCall call, HttpResponseMessage reply)
    {
        var asked = reply.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - time.GetUtcNow(),
            _ => (TimeSpan?)null,
        };
        if (asked is not { } wait || wait <= TimeSpan.Zero)
            return null;
        if (reply.StatusCode == HttpStatusCode.TooManyRequests)
            limiter.Hold(call, wait);
        return wait;
    }

    private static HttpRequestMessage Request(ConnectorCall call, string? bearer)
    {
        var request = new HttpRequestMessage(call.Method, call.ServiceUrl + call.Path);
        if (bearer is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        if (!call.Body.IsEmpty)
        {
            request.Content = new ReadOnlyMemoryContent(call.Body.AsMemory());
            request.Content.Headers.ContentType = new("application/json", "utf-8");
        }

        return request;
    }

    /// <summary>The channel's list of what to try again; anything else would be refused again, or may be done already.</summary>
    private static bool IsPassing(HttpStatusCode status) => status is HttpStatusCode.TooManyRequests or HttpStatusCode.PreconditionFailed
        or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    private static bool NeverLeft(HttpRequestError error) =>
        error is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    /// <summary>1, 2, 4… seconds, each up to a half more, so that those who failed together don't come back together.</summary>
    private static TimeSpan Delay(int attempt)
    {
        var seconds = Math.Min(LongestDelay.TotalSeconds, Math.Pow(2, attempt - 1));
        return TimeSpan.FromSeconds(seconds * RandomNumberGenerator.GetInt32(1000, 1501) / 1000);
    }
}
