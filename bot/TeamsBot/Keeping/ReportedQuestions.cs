using System.Collections.Immutable;
using AgentHelpdesk.Answering;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.Knowledge.Embedded;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Conversations;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.TeamsBot.Keeping;

/// <summary>What agents handed to the knowledge managers because no rule was found: the question, masked, and nothing about who asked.</summary>
internal sealed class ReportedQuestions(LocalDatabase database, IOptions<KeepingOptions> options)
{
    /// <summary>Copies a kept abstention; the same turn counts once, the same question of several turns is one row with a count.</summary>
    /// <returns>False: no such abstention is kept.</returns>
    public bool Add(ConversationId conversation, TurnId turn) => database.Write(statements =>
    {
        var found = statements.Rows(
            "SELECT t.key, t.is_reported, t.asked_on FROM turn t JOIN conversation c ON c.key = t.conversation WHERE t.id = $turn AND c.id = $conversation AND t.reason IS NOT NULL",
            row => (Key: row.Number(0), IsReported: row.Number(1) != 0, Day: row.Number(2)),
            ("$turn", turn.Value),
            ("$conversation", conversation.Value));
        if (found is not [var kept])
            return false;
        if (kept.IsReported)
            return true;
        statements.Execute(
            """
            INSERT INTO report (question, reason, first_day, last_day, terms, reported_on, times)
            SELECT question, reason, first_day, last_day, terms, asked_on, 1 FROM turn WHERE key = $key
            ON CONFLICT (question, reason, first_day, last_day)
            DO UPDATE SET times = times + 1, reported_on = max(reported_on, excluded.reported_on), terms = excluded.terms
            """,
            ("$key", kept.Key));
        statements.Execute("UPDATE turn SET is_reported = 1 WHERE key = $key", ("$key", kept.Key));
        RemoveExpired(statements, kept.Day);
        return true;
    });

    /// <summary>Newest first.</summary>
    /// <param name="since">Only those reported on this day or later; null: all.</param>
    public ImmutableArray<ReportedQuestion> Read(DateOnly? since) => database.Read(statements => statements.Rows(
        "SELECT reported_on, question, reason, first_day, last_day, terms, times FROM report WHERE reported_on >= $since ORDER BY reported_on DESC, key DESC",
        row => new ReportedQuestion
        {
            On = Day(row.Number(0)),
            Question = row.Text(1),
            Reason = row.Text(2),
            AsOf = new(Day(row.Number(3)), Day(row.Number(4))),
            Terms = [.. row.Text(5).Split('\n', StringSplitOptions.RemoveEmptyEntries)],
            Times = row.Number(6),
        },
        ("$since", (since ?? DateOnly.MinValue).DayNumber)).ToImmutableArray());

    /// <summary>Removes what has expired, also where nobody reports any more.</summary>
    /// <param name="today">The day in the installation's time zone.</param>
    public void RemoveExpired(DateOnly today) => database.Write(statements => RemoveExpired(statements, today.DayNumber), emptiesLog: true);

    private int RemoveExpired(LocalStatements statements, long today) =>
        statements.Execute("DELETE FROM report WHERE reported_on <= $expired", ("$expired", today - options.Value.ReportDays))
        + statements.Execute(
            "DELETE FROM report WHERE key NOT IN (SELECT key FROM report ORDER BY reported_on DESC, key DESC LIMIT $most)",
            ("$most", options.Value.MostReports));

    private static DateOnly Day(long number) => DateOnly.FromDayNumber((int)number);
}

/// <summary>A question without an answer, as often as it was reported.</summary>
internal sealed record ReportedQuestion
{
    /// <summary>The last day it was reported.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Masked; a follow-up as it was understood.</summary>
    public required string Question { get; init; }

    /// <summary>The code of an <see cref="AbstentionReason"/>, as in files.</summary>
    public required string Reason { get; init; }

    public required AsOf AsOf { get; init; }

    public required ImmutableArray<string> Terms { get; init; }

    public required long Times { get; init; }
}
