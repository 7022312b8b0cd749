using System.Collections.Immutable;
using System.Security.Cryptography;
using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.Knowledge.Embedded;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.TeamsBot.Keeping;

/// <summary>
/// A key for each civil day of the installation, kept while what was made with it may still be kept, then erased. Where they can't be kept the
/// day's key lives as long as the program: answers go on, and a restart forgets what they lean on.
/// </summary>
internal sealed class DayKeys(LocalDatabase database, QuestionReader questions, IOptions<KeepingOptions> options, ILogger<DayKeys> logger)
{
    private readonly Lock _gate = new();
    private volatile KeyRing? _ring;

    /// <summary>Today's first, then those of the days before that are still kept.</summary>
    public ImmutableArray<byte[]> Read()
    {
        var today = questions.Today.DayNumber;
        if (_ring is { } known && known.Day == today)
            return known.Keys;
        lock (_gate)
        {
            if (_ring is not { } ring || ring.Day != today)
                _ring = ring = Open(today, _ring);
            return ring.Keys;
        }
    }

    /// <summary>Erases the keys of days of which nothing is kept any more, also where nobody asks.</summary>
    public void RemoveExpired() => database.Write(
        statements => statements.Execute("DELETE FROM day_key WHERE day < $first", ("$first", FirstKept(questions.Today.DayNumber))), emptiesLog: true);

    private KeyRing Open(int today, KeyRing? before)
    {
        try
        {
            return new(today, database.Write(statements =>
            {
                statements.Execute("DELETE FROM day_key WHERE day < $first", ("$first", FirstKept(today)));
                statements.Execute("INSERT INTO day_key (day, key) VALUES ($day, $key) ON CONFLICT (day) DO NOTHING", ("$day", today), ("$key", RandomNumberGenerator.GetHexString(64, lowercase: true)));
                // A day before this one first: a clock that was put back must not make tomorrow's key today's.
                return statements.Rows("SELECT key FROM day_key ORDER BY day = $day DESC, day DESC", row => Convert.FromHexString(row.Text(0)), ("$day", today)).ToImmutableArray();
            }));
        }
        catch (Exception exception)
        {
            Log.DayKeyNotKept(logger, exception);
            return new(today, [RandomNumberGenerator.GetBytes(32), .. before?.Keys ?? []]);
        }
    }

    // What was kept in the last minute of a day lives that many hours into the days after it.
    private long FirstKept(int today) => today - 1 - (options.Value.ConversationHours / 24);

    private sealed record KeyRing(int Day, ImmutableArray<byte[]> Keys);
}
