namespace AgentHelpdesk.TeamsBot.Keeping;

/// <summary>Tables of <c>bot.db</c> for what agents say of answers.</summary>
internal static class RatingTables
{
    // `sent` goes with its turn: which message of the channel an answer was is known as long as the answer is. What ties a rating to a
    // conversation stands in a table of its own and goes when the conversation does: what stays then is a question, an answer and an opinion
    // of nobody. The day of a rating, not its moment, as with reports.
    public const string Definition =
        """
        CREATE TABLE sent (
            message TEXT PRIMARY KEY,
            turn INTEGER NOT NULL REFERENCES turn (key) ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX sent_turn ON sent (turn);
        CREATE TABLE rating (
            key INTEGER PRIMARY KEY,
            rated_on INTEGER NOT NULL,
            reaction TEXT NOT NULL,
            comment TEXT NOT NULL,
            joined_by TEXT NOT NULL,
            question TEXT,
            reason TEXT,
            first_day INTEGER,
            last_day INTEGER,
            answer TEXT
        ) STRICT;
        CREATE INDEX rating_day ON rating (rated_on);
        CREATE TABLE rating_citation (
            key INTEGER PRIMARY KEY,
            rating INTEGER NOT NULL REFERENCES rating (key) ON DELETE CASCADE,
            number INTEGER NOT NULL,
            revision TEXT NOT NULL,
            title TEXT NOT NULL,
            path TEXT NOT NULL,
            pages TEXT NOT NULL,
            validity TEXT NOT NULL,
            quote TEXT NOT NULL,
            passage TEXT NOT NULL
        ) STRICT;
        CREATE INDEX rating_citation_rating ON rating_citation (rating);
        CREATE INDEX rating_citation_revision ON rating_citation (revision);
        CREATE TABLE rating_link (
            rating INTEGER PRIMARY KEY REFERENCES rating (key) ON DELETE CASCADE,
            click TEXT NOT NULL UNIQUE,
            conversation TEXT NOT NULL,
            until INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX rating_link_conversation ON rating_link (conversation);
        CREATE INDEX rating_link_until ON rating_link (until);
        """;
}
