namespace AgentHelpdesk.TeamsBot.Keeping.Records;

/// <summary>Tables of <c>bot.db</c> for the records of turns, and for what the model was used for.</summary>
internal static class RecordTables
{
    // The key is made from the turn's random id, so that the order of the rows says nothing: which questions came one after the other, maybe of one
    // person, is not kept. The day, not the moment. A record's id is that of its turn: as long as the turn is kept, for some hours, its conversation
    // is known by it; afterwards nothing leads from a record to one.
    public const string Definition =
        """
        CREATE TABLE turn_record (
            key INTEGER PRIMARY KEY,
            id TEXT NOT NULL,
            on_day INTEGER NOT NULL,
            document TEXT NOT NULL
        ) STRICT;
        CREATE INDEX turn_record_day ON turn_record (on_day);
        CREATE TABLE record_source (
            revision TEXT NOT NULL,
            record INTEGER NOT NULL REFERENCES turn_record (key) ON DELETE CASCADE,
            PRIMARY KEY (revision, record)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX record_source_record ON record_source (record);
        CREATE TABLE model_use (
            day INTEGER PRIMARY KEY,
            calls INTEGER NOT NULL,
            estimated INTEGER NOT NULL,
            input_tokens INTEGER NOT NULL,
            output_tokens INTEGER NOT NULL,
            billionths INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE model_failure (
            day INTEGER NOT NULL,
            reason TEXT NOT NULL,
            times INTEGER NOT NULL,
            PRIMARY KEY (day, reason)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE model_switch (
            one INTEGER PRIMARY KEY CHECK (one = 1),
            is_off INTEGER NOT NULL,
            reason TEXT NOT NULL,
            changed_on INTEGER NOT NULL
        ) STRICT;
        """;
}
