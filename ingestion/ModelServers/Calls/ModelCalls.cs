using System.Net;
using System.Threading.RateLimiting;
using AgentHelpdesk.ModelServers.Wire;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace AgentHelpdesk.ModelServers.Calls;

/// <summary>
/// The one layer around calls of a model server: a free place is waited for, a circuit that a failing server opens, and tries again where that
/// can help. A place is kept from the first try to the last: a server that is short of breath is not asked by more.
/// </summary>
internal sealed class ModelCalls : IDisposable
{
    // Waiting calls are bounded by their time; the number is a last resort against a flood.
    private const int MaxWaiting = 10_000;

    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan BreakerWindow = TimeSpan.FromMinutes(1);

    private readonly CallLimits _limits;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly ConcurrencyLimiter _places;
    private readonly ResiliencePipeline _pipeline;

    public ModelCalls(CallLimits limits, TimeProvider time, ILogger logger)
    {
        _limits = limits;
        _time = time;
        _logger = logger;
        _places = new(new() { PermitLimit = limits.Concurrent, QueueLimit = MaxWaiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });
        var builder = new ResiliencePipelineBuilder { TimeProvider = time };
        if (limits.Retries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = limits.Retries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = FirstDelay,
                MaxDelay = CallLimits.LongestPause,
                ShouldHandle = attempt => ValueTask.FromResult(IsWorthAnother(attempt.Outcome.Exception)),
                DelayGenerator = attempt => ValueTask.FromResult(attempt.Outcome.Exception is ModelServerException { RetryAfter: { } asked } && asked > TimeSpan.Zero ? asked : (TimeSpan?)null),
                OnRetry = attempt =>
                {
                    Log.Retrying(logger, limits.Name, attempt.AttemptNumber + 1, Status(attempt.Outcome.Exception), attempt.RetryDelay.TotalMilliseconds);
                    return default;
                },
            });
        }

        _pipeline = builder.AddCircuitBreaker(new CircuitBreakerStrategyOptions
        {
            FailureRatio = 0.5,
            MinimumThroughput = limits.BreakerFailures,
            SamplingDuration = BreakerWindow,
            BreakDuration = limits.Break,
            ShouldHandle = attempt => ValueTask.FromResult(IsServerFailing(attempt.Outcome.Exception)),
            OnOpened = _ =>
            {
                Log.CircuitOpened(logger, limits.Name, limits.Break.TotalSeconds);
                return default;
            },
            OnClosed = _ =>
            {
                Log.CircuitClosed(logger, limits.Name);
                return default;
            },
        }).Build();
    }

    /// <summary>Waits for a place; to be given back when the call is over.</summary>
    /// <exception cref="HttpRequestException">429: none came free in time.</exception>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        var lease = _places.AttemptAcquire();
        if (lease.IsAcquired)
            return lease;
        using var patience = new CancellationTokenSource(_limits.Wait, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            if (await _places.AcquireAsync(1, either.Token) is { IsAcquired: true } waited)
                return waited;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Said below.
        }

        cancellationToken.ThrowIfCancellationRequested();
        throw new HttpRequestException($"Too many calls at once ({_limits.Concurrent} under way).", inner: null, HttpStatusCode.TooManyRequests);
    }

    /// <summary>Runs the call, again where that can help.</summary>
    /// <exception cref="HttpRequestException">503: the circuit is open; else what the server answered, or null for one not reached.</exception>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await _pipeline.ExecuteAsync(async token => await call(token), cancellationToken);
        }
        catch (BrokenCircuitException)
        {
            Log.CircuitIsOpen(_logger, _limits.Name);
            throw new HttpRequestException("The model server failed several times in a row and is left alone for now.", inner: null, HttpStatusCode.ServiceUnavailable);
        }
        catch (Exception exception) when (Noted(exception))
        {
            throw;
        }
    }

    // Said once a call; what the server wrote may repeat the prompt and stays out of the log.
    private bool Noted(Exception exception)
    {
        if (exception is HttpRequestException or TimeoutException or InvalidDataException)
            Log.CallFailed(_logger, _limits.Name, exception.GetType().Name, Status(exception));
        return false;
    }

    public void Dispose() => _places.Dispose();

    // A cut or unreadable answer, or one that took too long, would take as long again.
    private bool IsWorthAnother(Exception? exception) => exception is HttpRequestException { StatusCode: null or HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests } or HttpRequestException { StatusCode: >= HttpStatusCode.InternalServerError and not HttpStatusCode.NotImplemented }
        && !(exception is ModelServerException { RetryAfter: { } asked } && asked > _limits.MaxRetryAfter);

    private static bool IsServerFailing(Exception? exception) => exception is TimeoutException or InvalidDataException
        or HttpRequestException { StatusCode: null or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError and not HttpStatusCode.NotImplemented };

    private static int Status(Exception? exception) => (int?)(exception as HttpRequestException)?.StatusCode ?? 0;
}
