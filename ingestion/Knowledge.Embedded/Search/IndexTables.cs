namespace AgentHelpdesk.Knowledge.Embedded.Search;

/// <summary>
/// The index's tables. Every write takes the next number of <c>index_change</c>; rows carry the change that wrote their content
/// (<c>staged</c>) and the last that touched them (<c>changed</c>), so that another process's memory follows by reading only what is new.
/// </summary>
internal static class IndexTables
{
    public const string Definition = """
        CREATE TABLE index_entry (
            id INTEGER PRIMARY KEY,
            document TEXT NOT NULL,
            revision TEXT NOT NULL,
            valid_from INTEGER NOT NULL,
            valid_until INTEGER NOT NULL,
            audience TEXT NOT NULL,
            kind TEXT NOT NULL,
            articles TEXT NOT NULL,
            shown_from INTEGER NOT NULL,
            shown_until INTEGER,
            staged INTEGER NOT NULL,
            changed INTEGER NOT NULL,
            sparse BLOB NOT NULL,
            dense BLOB NOT NULL
        ) STRICT;
        CREATE INDEX index_entry_changed ON index_entry (changed);
        CREATE INDEX index_entry_shown_from ON index_entry (shown_from);
        CREATE INDEX index_entry_shown_until ON index_entry (shown_until) WHERE shown_until IS NOT NULL;

        CREATE TABLE index_removal (
            id INTEGER PRIMARY KEY,
            changed INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX index_removal_changed ON index_removal (changed);

        CREATE TABLE index_change (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            number INTEGER NOT NULL,
            forgotten INTEGER NOT NULL
        ) STRICT;
        INSERT INTO index_change VALUES (1, 0, 0);
        """;
}
