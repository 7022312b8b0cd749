using System.Globalization;
using AgentHelpdesk.Knowledge.Embedded;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Conversations;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.TeamsBot.Keeping.Records;

/// <summary>Writes the records of turns to <c>bot.db</c>, behind the answers: a turn waits for none of it, and what can't be kept is logged and left out.</summary>
internal sealed class TurnRecords(LocalDatabase database, GroupedWrites writes, IOptions<KeepingOptions> options, ILogger<TurnRecords> logger)
{
    /// <summary>A record of this many characters explains nothing to a person.</summary>
    private const int MostCharacters = 1 << 19;

    /// <summary>More than these behind a file that does not answer are left out: each holds an answer in memory.</summary>
    private const int MostWaiting = 1_000;

    /// <summary>Counting costs more than writing one.</summary>
    private const int BetweenCounts = 64;

    private int _waiting;
    private int _uncounted;

    /// <summary>Returns when the record is durable, or was left out; never throws.</summary>
    public async Task KeepAsync(TurnOutcome.Answered answered)
    {
        if (options.Value.RecordDays == 0)
            return;
        try
        {
            if (Interlocked.Increment(ref _waiting) > MostWaiting)
                Log.RecordsLeftOut(logger, MostWaiting);
            else if (!await writes.WriteAsync(statements => Insert(statements, answered)))
                Log.RecordTooLarge(logger);
        }
        catch (Exception exception)
        {
            Log.RecordNotKept(logger, exception);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    /// <summary>Erases the records of a conversation's turns as far as they are still known to be its; a part of another transaction, before the turns go.</summary>
    public static int Erase(LocalStatements statements, ConversationId conversation) => statements
        .Rows("SELECT t.id FROM turn t JOIN conversation c ON c.key = t.conversation WHERE c.id = $id", row => row.Text(0), ("$id", conversation.Value))
        .Sum(id => statements.Execute("DELETE FROM turn_record WHERE key = $key", ("$key", KeyOf(id))));

    /// <summary>Removes what has expired or is too much.</summary>
    /// <param name="today">The day in the installation's time zone.</param>
    public void RemoveExpired(DateOnly today) => database.Write(
        statements => statements.Execute("DELETE FROM turn_record WHERE on_day <= $expired", ("$expired", today.DayNumber - options.Value.RecordDays)) + RemoveOverflow(statements),
        emptiesLog: true);

    /// <summary>The first 60 bits of the id.</summary>
    internal static long KeyOf(string id) => long.Parse(id.AsSpan(0, 15), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private bool Insert(LocalStatements statements, TurnOutcome.Answered answered)
    {
        var record = TurnRecordBuilder.Build(answered);
        var document = TurnRecordJson.Of(record);
        if (document.Length > MostCharacters)
            return false;
        var key = KeyOf(record.Turn);
        statements.Execute(
            "INSERT INTO turn_record (key, id, on_day, document) VALUES ($key, $id, $day, $document)",
            ("$key", key),
            ("$id", record.Turn),
            ("$day", record.Day.DayNumber),
            ("$document", document));
        foreach (var revision in TurnRecordBuilder.Sources(record))
            statements.Execute("INSERT INTO record_source (revision, record) VALUES ($revision, $key)", ("$revision", revision), ("$key", key));
        if (++_uncounted % BetweenCounts == 0)
            RemoveOverflow(statements);
        return true;
    }

    private int RemoveOverflow(LocalStatements statements) => statements.Execute(
        "DELETE FROM turn_record WHERE key IN (SELECT key FROM turn_record ORDER BY on_day, key LIMIT max(0, (SELECT count(*) FROM turn_record) - $most))",
        ("$most", options.Value.MostRecords));
}
