using System.Threading.RateLimiting;
using AgentHelpdesk.TeamsBot.Pages;
using AgentHelpdesk.TeamsBot.Settings;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.TeamsBot.Security;

/// <summary>How many questions at once and a minute; a question beyond that is turned away in one sentence.</summary>
internal sealed class RequestLimits(IOptions<WebOptions> options, ChatPages pages, TimeProvider time) : IEndpointFilter, IDisposable
{
    private readonly RateLimiter _concurrency = new ConcurrencyLimiter(new()
    {
        PermitLimit = options.Value.ConcurrentQuestions,
        QueueLimit = options.Value.ConcurrentQuestions,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    private readonly SlidingMinute _asked = new(options.Value.QuestionsPerMinute, time);

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        using var permit = await _concurrency.AcquireAsync(1, context.HttpContext.RequestAborted);
        if (permit.IsAcquired && _asked.TryTake())
            return await next(context);
        context.HttpContext.Response.Headers.RetryAfter = "5";
        return await pages.TurnAwayAsync(context.HttpContext, messages => messages.TooManyQuestions, StatusCodes.Status429TooManyRequests);
    }

    public void Dispose() => _concurrency.Dispose();
}
