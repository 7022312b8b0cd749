using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Embedded;
using AgentHelpdesk.TeamsBot.Keeping.Records;

namespace AgentHelpdesk.TeamsBot.Keeping;

/// <summary>The tables of <c>bot.db</c>. No column holds a person, and every text in it was masked before.</summary>
internal static class BotSchema
{
    // The step to version 2: what the channel needs.
    private static readonly ImmutableArray<string> Channel = [DayKeys, PendingTurns, SeenActivities, Remembered, RatingTables.Definition];

    public static readonly LocalSchema Tables = new()
    {
        FileName = "bot.db",
        Definitions = [Conversations, Reports, .. Channel, RecordTables.Definition],
        Steps = [string.Join('\n', Channel), RecordTables.Definition],
        // An answer waits for its keeping: a file held by another program must not hold the answer up.
        LongestWait = TimeSpan.FromSeconds(1),
        ErasesDeleted = true,
        WhenDamaged = "Move it away: the bot makes a new one; conversations, reported questions and records in it are lost, answers go on.",
    };

    // Days are day numbers, moments milliseconds since 1970. `terms` is one a line.
    private const string Conversations =
        """
        CREATE TABLE conversation (
            key INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            used_at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX conversation_used ON conversation (used_at);
        CREATE TABLE turn (
            key INTEGER PRIMARY KEY,
            conversation INTEGER NOT NULL REFERENCES conversation (key) ON DELETE CASCADE,
            id TEXT NOT NULL UNIQUE,
            at INTEGER NOT NULL,
            asked_on INTEGER NOT NULL,
            question TEXT NOT NULL,
            reason TEXT,
            first_day INTEGER NOT NULL,
            last_day INTEGER NOT NULL,
            terms TEXT NOT NULL,
            is_reported INTEGER NOT NULL DEFAULT 0,
            view TEXT NOT NULL
        ) STRICT;
        CREATE INDEX turn_conversation ON turn (conversation, key);
        CREATE INDEX turn_at ON turn (at);
        """;

    // The day of a report, not its moment: who was at work at which minute is nobody's business.
    private const string Reports =
        """
        CREATE TABLE report (
            key INTEGER PRIMARY KEY,
            question TEXT NOT NULL,
            reason TEXT NOT NULL,
            first_day INTEGER NOT NULL,
            last_day INTEGER NOT NULL,
            terms TEXT NOT NULL,
            reported_on INTEGER NOT NULL,
            times INTEGER NOT NULL,
            UNIQUE (question, reason, first_day, last_day)
        ) STRICT;
        CREATE INDEX report_day ON report (reported_on);
        """;

    // What the pseudonyms of a day are made with. Once its key is gone, nothing leads from a conversation of Teams to what is kept of it.
    private const string DayKeys =
        """
        CREATE TABLE day_key (
            day INTEGER PRIMARY KEY,
            key TEXT NOT NULL
        ) STRICT;
        """;

    // Accepted and not yet being answered. The address is the one place that names a person: apart from what was asked, and gone first.
    private const string PendingTurns =
        """
        CREATE TABLE pending_turn (
            key TEXT PRIMARY KEY,
            received_at INTEGER NOT NULL,
            kind TEXT NOT NULL,
            text TEXT NOT NULL,
            value TEXT
        ) STRICT;
        CREATE TABLE reply_address (
            turn TEXT PRIMARY KEY REFERENCES pending_turn (key) ON DELETE CASCADE,
            address TEXT NOT NULL
        ) STRICT;
        """;

    // Keyed digests of conversation and activity: a repeated delivery is known, a conversation is not.
    private const string SeenActivities =
        """
        CREATE TABLE seen_activity (
            key INTEGER PRIMARY KEY,
            digest TEXT NOT NULL UNIQUE,
            seen_at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX seen_activity_at ON seen_activity (seen_at);
        """;

    // Which language somebody chose, which conversation was greeted: digests under a key that nothing else in this file is made with.
    private const string Remembered =
        """
        CREATE TABLE remembered_key (
            one INTEGER PRIMARY KEY,
            key TEXT NOT NULL
        ) STRICT;
        CREATE TABLE remembered (
            what TEXT NOT NULL,
            who TEXT NOT NULL,
            value TEXT NOT NULL,
            used_on INTEGER NOT NULL,
            UNIQUE (what, who)
        ) STRICT;
        CREATE INDEX remembered_used ON remembered (used_on);
        """;
}
