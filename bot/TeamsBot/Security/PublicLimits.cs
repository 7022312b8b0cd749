using AgentHelpdesk.TeamsBot.Settings;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.TeamsBot.Security;

/// <summary>
/// How many pages the public address shows a minute. Two counts: a stranger who tries addresses uses up his own, and never that of the agents, whose
/// links are whole. Callers can't be told apart behind a relay, so both are for all together.
/// </summary>
internal sealed class PublicLimits(IOptions<WebOptions> options, TimeProvider time)
{
    private readonly SlidingMinute _opened = new(options.Value.PublicPagesPerMinute, time);
    private readonly SlidingMinute _refused = new(options.Value.PublicPagesPerMinute, time);

    /// <summary>One more page or piece of a PDF for the holder of a whole link.</summary>
    public bool MayOpen() => _opened.TryTake();

    /// <summary>One more page that says why a link doesn't open.</summary>
    public bool MayExplain() => _refused.TryTake();
}
