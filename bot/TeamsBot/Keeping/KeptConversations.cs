using System.Collections.Immutable;
using AgentHelpdesk.Answering;
using AgentHelpdesk.Knowledge.Embedded;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Conversations;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.TeamsBot.Keeping;

/// <summary>The turns of conversations in <c>bot.db</c>: a while, and no more of them than the options say.</summary>
internal sealed class KeptConversations(LocalDatabase database, GroupedWrites writes, TimeProvider time, IOptions<KeepingOptions> options)
{
    /// <summary>A view of this many characters is no answer that a person reads again.</summary>
    private const int MostCharacters = 1 << 19;

    /// <summary>Removes whatever has expired or is too much in the same transaction.</summary>
    /// <param name="conversation">The conversation.</param>
    /// <param name="turn">What was answered.</param>
    /// <param name="instead">The turn whose date was changed: the new one takes its place, as on the page; null: it comes last.</param>
    /// <returns>False: the view is too large to be kept.</returns>
    public async Task<bool> AddAsync(ConversationId conversation, AnsweredTurn turn, TurnId? instead = null)
    {
        var view = ViewJson.Of(turn.View);
        if (view.Length > MostCharacters)
            return false;
        return await writes.WriteAsync(statements =>
        {
            var at = turn.At.ToUnixTimeMilliseconds();
            statements.Execute(
                "INSERT INTO conversation (id, used_at) VALUES ($id, $at) ON CONFLICT (id) DO UPDATE SET used_at = $at", ("$id", conversation.Value), ("$at", at));
            var key = statements.Number("SELECT key FROM conversation WHERE id = $id", ("$id", conversation.Value));
            var place = instead is { } old
                ? statements.Rows("SELECT key FROM turn WHERE conversation = $conversation AND id = $id", row => (long?)row.Number(0), ("$conversation", key), ("$id", old.Value)).SingleOrDefault()
                : null;
            statements.Execute("DELETE FROM turn WHERE key = $place", ("$place", place));
            statements.Execute(
                """
                INSERT INTO turn (key, conversation, id, at, asked_on, question, reason, first_day, last_day, terms, view)
                VALUES ($place, $conversation, $id, $at, $day, $question, $reason, $first, $last, $terms, $view)
                """,
                ("$place", place),
                ("$conversation", key),
                ("$id", turn.Id.Value),
                ("$at", at),
                ("$day", turn.Today.DayNumber),
                ("$question", turn.Question),
                ("$reason", turn.Reason is { } reason ? AnswerJson.Kebab(reason) : null),
                ("$first", turn.AsOf.First.DayNumber),
                ("$last", turn.AsOf.Last.DayNumber),
                ("$terms", string.Join('\n', turn.Terms)),
                ("$view", view));
            statements.Execute(
                "DELETE FROM turn WHERE conversation = $conversation AND key NOT IN (SELECT key FROM turn WHERE conversation = $conversation ORDER BY key DESC LIMIT $most)",
                ("$conversation", key),
                ("$most", options.Value.TurnsPerConversation));
            RemoveExpired(statements);
            return true;
        });
    }

    /// <summary>Oldest first; a turn that this program can't read any more is left out.</summary>
    public ImmutableArray<KeptTurn> Read(ConversationId conversation) => database.Read(statements => statements.Rows(
        "SELECT t.id, t.at, t.view FROM turn t JOIN conversation c ON c.key = t.conversation WHERE c.id = $id AND t.at > $expired ORDER BY t.key",
        row => TurnId.TryParse(row.Text(0), out var id) && ViewJson.Read(row.Text(2)) is { } view
            ? new KeptTurn(id, DateTimeOffset.FromUnixTimeMilliseconds(row.Number(1)), view)
            : null,
        ("$id", conversation.Value),
        ("$expired", Expired())).OfType<KeptTurn>().ToImmutableArray());

    /// <summary>What was asked, newest first, without what was no question at all.</summary>
    /// <param name="conversation">The conversation.</param>
    /// <param name="before">Only what came before this turn, if it is kept.</param>
    /// <param name="count">At most this many.</param>
    public ImmutableArray<string> ReadQuestions(ConversationId conversation, TurnId? before, int count) => database.Read(statements => statements.Rows(
        """
        SELECT t.question FROM turn t JOIN conversation c ON c.key = t.conversation
        WHERE c.id = $id AND t.at > $expired AND t.reason IS NOT $aside
            AND t.key < ifnull((SELECT key FROM turn WHERE id = $before AND conversation = c.key), 9223372036854775807)
        ORDER BY t.key DESC LIMIT $count
        """,
        row => row.Text(0),
        ("$id", conversation.Value),
        ("$expired", Expired()),
        ("$aside", AnswerJson.Kebab(AbstentionReason.OutOfScope)),
        ("$before", before?.Value),
        ("$count", count)).ToImmutableArray());

    public void Forget(ConversationId conversation) => database.Write(statements => Erase(statements, conversation), emptiesLog: true);

    /// <summary>The same as a part of another transaction.</summary>
    public static int Erase(LocalStatements statements, ConversationId conversation) =>
        statements.Execute("DELETE FROM conversation WHERE id = $id", ("$id", conversation.Value));

    /// <summary>Removes what has expired, also where nobody asks any more.</summary>
    public void RemoveExpired() => database.Write(RemoveExpired, emptiesLog: true);

    private int RemoveExpired(LocalStatements statements)
    {
        var removed = statements.Execute("DELETE FROM turn WHERE at <= $expired", ("$expired", Expired()));
        removed += statements.Execute("DELETE FROM conversation WHERE used_at <= $expired", ("$expired", Expired()));
        return removed + statements.Execute(
            "DELETE FROM conversation WHERE key NOT IN (SELECT key FROM conversation ORDER BY used_at DESC, key DESC LIMIT $most)",
            ("$most", options.Value.MostConversations));
    }

    private long Expired() => time.GetUtcNow().AddHours(-options.Value.ConversationHours).ToUnixTimeMilliseconds();
}
