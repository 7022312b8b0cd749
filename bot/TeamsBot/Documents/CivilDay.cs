using AgentHelpdesk.Answering;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.TeamsBot.Documents;

/// <summary>"Today" for the whole installation: the day in its time zone, the same that questions are answered for.</summary>
internal sealed class CivilDay(IOptions<AnsweringOptions> options, TimeProvider time)
{
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(options.Value.TimeZone);

    public DateOnly Today => DateOnly.FromDateTime(Local(time.GetUtcNow()));

    /// <summary>A moment as the clock on the wall showed it.</summary>
    public DateTime Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, _zone).DateTime;
}
