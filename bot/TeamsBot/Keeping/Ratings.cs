using AgentHelpdesk.Knowledge.Embedded;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Conversations;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.TeamsBot.Keeping;

/// <summary>
/// What agents say of answers, in <c>bot.db</c>: with a copy of question and answer, which live longer here than in the conversation, and nothing about who
/// said it. A link to the conversation, for a second click and for erasing, lives as long as the conversation's turns do.
/// </summary>
internal sealed class Ratings(LocalDatabase database, TimeProvider time, IOptions<KeepingOptions> options)
{
    /// <summary>Durable when it returns. The same person's second click on the same answer takes the place of the first.</summary>
    /// <param name="given">The opinion.</param>
    /// <param name="today">The day in the installation's time zone.</param>
    public RatingJoin Add(GivenRating given, DateOnly today) => database.Write(statements =>
    {
        var (place, turn) = Find(statements, given);
        var join = turn is null ? RatingJoin.None : place.Message is null ? RatingJoin.Inferred : RatingJoin.Message;
        var click = $"{place.Rater}:{turn?.Id.Value ?? place.Message ?? ""}";
        statements.Execute("DELETE FROM rating_link WHERE until <= $now", ("$now", Now));
        var earlier = statements.Rows("SELECT rating FROM rating_link WHERE click = $click", row => (long?)row.Number(0), ("$click", click)).SingleOrDefault();
        if (earlier is { } rating)
            Replace(statements, rating, given, today);
        else
            Insert(statements, given, join, turn, today, (click, place.Conversation));
        RemoveExpired(statements, today);
        return join;
    });

    /// <summary>The language that the rated answer was given in; null: no such answer is kept.</summary>
    public Language? LanguageOf(GivenRating given) => database.Read(statements => Find(statements, given).Turn?.View.Language);

    /// <summary>Nothing that was said in the conversation is kept any more, as far as it is still known to be its.</summary>
    public static int Erase(LocalStatements statements, ConversationId conversation) => statements.Execute(
        "DELETE FROM rating WHERE key IN (SELECT rating FROM rating_link WHERE conversation = $conversation)", ("$conversation", conversation.Value));

    /// <summary>Removes what has expired, also where nobody rates any more.</summary>
    /// <param name="today">The day in the installation's time zone.</param>
    public void RemoveExpired(DateOnly today) => database.Write(statements => RemoveExpired(statements, today), emptiesLog: true);

    private static (RatedPlace Place, RatedTurn? Turn) Find(LocalStatements statements, GivenRating given)
    {
        foreach (var place in given.Places)
        {
            if (RatedTurn.Find(statements, place) is { } turn)
                return (place, turn);
        }

        return (given.Places[0], null);
    }

    private static void Replace(LocalStatements statements, long rating, GivenRating given, DateOnly today) => statements.Execute(
        // Pressing the same thumb once more, without words, takes no words away.
        """
        UPDATE rating SET rated_on = $day, reaction = $reaction,
            comment = CASE WHEN $comment = '' AND reaction = $reaction THEN comment ELSE $comment END WHERE key = $key
        """,
        ("$key", rating),
        ("$day", today.DayNumber),
        ("$reaction", AnswerJson.Kebab(given.Reaction)),
        ("$comment", given.Comment));

    private void Insert(
        LocalStatements statements, GivenRating given, RatingJoin join, RatedTurn? turn, DateOnly today, (string Click, ConversationId Conversation) link)
    {
        var answer = turn?.Answer();
        statements.Execute(
            """
            INSERT INTO rating (rated_on, reaction, comment, joined_by, question, reason, first_day, last_day, answer)
            VALUES ($day, $reaction, $comment, $join, $question, $reason, $first, $last, $answer)
            """,
            ("$day", today.DayNumber),
            ("$reaction", AnswerJson.Kebab(given.Reaction)),
            ("$comment", given.Comment),
            ("$join", AnswerJson.Kebab(join)),
            ("$question", answer?.Question),
            ("$reason", answer?.Reason),
            ("$first", answer?.AsOf.First.DayNumber),
            ("$last", answer?.AsOf.Last.DayNumber),
            ("$answer", answer?.Text));
        var key = statements.Number("SELECT last_insert_rowid()");
        foreach (var citation in answer?.Citations ?? [])
            RatedQuotes.Insert(statements, key, citation);
        statements.Execute(
            "INSERT INTO rating_link (rating, click, conversation, until) VALUES ($rating, $click, $conversation, $until)",
            ("$rating", key),
            ("$click", link.Click),
            ("$conversation", link.Conversation.Value),
            ("$until", Now + (long)TimeSpan.FromHours(options.Value.ConversationHours).TotalMilliseconds));
    }

    private int RemoveExpired(LocalStatements statements, DateOnly today) =>
        statements.Execute("DELETE FROM rating WHERE rated_on <= $expired", ("$expired", today.DayNumber - options.Value.RatingDays))
        + statements.Execute(
            "DELETE FROM rating WHERE key NOT IN (SELECT key FROM rating ORDER BY rated_on DESC, key DESC LIMIT $most)", ("$most", options.Value.MostRatings))
        + statements.Execute("DELETE FROM rating_link WHERE until <= $now", ("$now", Now));

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();
}
