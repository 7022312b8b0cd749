using System.Security.Cryptography;
using AgentHelpdesk.TeamsBot.Pages;
using AgentHelpdesk.TeamsBot.Settings;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.TeamsBot.Security;

/// <summary>The last catch of a request: one sentence for the person, the cause for the log, a reference for both.</summary>
internal sealed class RequestFailures(RequestDelegate next, ChatPages pages, IOptions<WebOptions> limits, ILogger<RequestFailures> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller left; nobody is there to be told.
        }
        catch (BadHttpRequestException exception) when (!context.Response.HasStarted)
        {
            var tooLarge = exception.StatusCode == StatusCodes.Status413PayloadTooLarge;
            var reply = await pages.TurnAwayAsync(
                context, messages => tooLarge ? messages.RequestTooLarge(limits.Value.MaxRequestKilobytes) : messages.RequestUnreadable, exception.StatusCode);
            await reply.ExecuteAsync(context);
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            var reference = RandomNumberGenerator.GetHexString(8, lowercase: true);
            Log.RequestFailed(logger, reference, exception);
            var reply = await pages.TurnAwayAsync(context, messages => messages.TurnFailed(reference), StatusCodes.Status500InternalServerError);
            await reply.ExecuteAsync(context);
        }
    }
}
