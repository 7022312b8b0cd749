using AgentHelpdesk.BotProtocol.Activities;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.BotProtocol.Tokens;

/// <summary>Who sent an activity: the channel, by its token, or nobody we let in. Reasons are for the log, never for the sender.</summary>
public sealed class SenderCheck(IOptions<BotOptions> options)
{
    /// <param name="authorization">The header as it came; may be null.</param>
    /// <param name="activity">The body it came with.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<SenderOutcome> CheckAsync(string? authorization, Activity activity, CancellationToken cancellationToken) =>
        Task.FromResult<SenderOutcome>(options.Value.AllowAnonymous && string.IsNullOrEmpty(authorization) && IsLoopback(activity.ServiceUrl)
            ? new SenderOutcome.Accepted()
            : new SenderOutcome.Denied("no token"));

    private static bool IsLoopback(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.IsLoopback;
}
