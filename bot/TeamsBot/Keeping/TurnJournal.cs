using System.Collections.Concurrent;
using System.Text.Json;
using AgentHelpdesk.BotProtocol.Sending;
using AgentHelpdesk.BotProtocol.Turns;
using AgentHelpdesk.Knowledge.Embedded;
using AgentHelpdesk.TeamsBot.Teams;

namespace AgentHelpdesk.TeamsBot.Keeping;

/// <summary>
/// Accepted turns in <c>bot.db</c>. A turn is marked by being erased: what may no longer be worked on needs neither its text nor its address.
/// That its activity was seen stays for an hour, as a digest.
/// </summary>
internal sealed class TurnJournal(GroupedWrites writes, LocalDatabase database, Pseudonyms pseudonyms, TimeProvider time, ILogger<TurnJournal> logger) : ITurnJournal
{
    /// <summary>Far longer than a channel delivers again, and than a person waits.</summary>
    private static readonly TimeSpan SeenFor = TimeSpan.FromHours(1);

    /// <summary>Whoever asked yesterday has asked elsewhere since, and an address that nobody answers is kept for nothing.</summary>
    private static readonly TimeSpan LeftFor = TimeSpan.FromHours(24);

    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);

    /// <summary>An hour of what the machine can take, and some tens of megabytes.</summary>
    private const int MostSeen = 500_000;

    // Erasing twice costs a wait for the disk: only what is still there is erased.
    private readonly ConcurrentDictionary<string, bool> _open = new();

    public async Task<bool> AddAsync(PendingTurn turn, CancellationToken cancellationToken)
    {
        var address = JsonSerializer.Serialize(turn.Address);
        var digests = turn.Address.ActivityId.Length == 0 ? [] : pseudonyms.DigestsOf("activity", turn.Address.ChannelId, turn.Address.ConversationId, turn.Address.ActivityId);
        var now = time.GetUtcNow();
        _open[turn.Key] = true;
        var isNew = false;
        try
        {
            isNew = await writes.WriteAsync(statements =>
            {
                statements.Execute("DELETE FROM seen_activity WHERE seen_at <= $expired", ("$expired", (now - SeenFor).ToUnixTimeMilliseconds()));
                if (digests.Any(digest => statements.Number("SELECT count(*) FROM seen_activity WHERE digest = $digest", ("$digest", digest)) > 0))
                    return false;
                if (!digests.IsEmpty)
                {
                    statements.Execute("INSERT INTO seen_activity (digest, seen_at) VALUES ($digest, $now)", ("$digest", digests[0]), ("$now", now.ToUnixTimeMilliseconds()));
                    statements.Execute("DELETE FROM seen_activity WHERE key <= last_insert_rowid() - $most", ("$most", MostSeen));
                }

                statements.Execute(
                    "INSERT INTO pending_turn (key, received_at, kind, text, value) VALUES ($key, $at, $kind, $text, $value)",
                    ("$key", turn.Key),
                    ("$at", turn.ReceivedAt.ToUnixTimeMilliseconds()),
                    ("$kind", turn.Kind.ToString()),
                    ("$text", turn.Text),
                    ("$value", turn.Value?.GetRawText()));
                statements.Execute("INSERT INTO reply_address (turn, address) VALUES ($key, $address)", ("$key", turn.Key), ("$address", address));
                return true;
            });
            return isNew;
        }
        finally
        {
            if (!isNew)
                _open.TryRemove(turn.Key, out _);
        }
    }

    public async Task MarkSendingAsync(string key, CancellationToken cancellationToken)
    {
        // An answer that could not be marked could be sent a second time after a restart. So it waits for the file, which may only be held for a moment.
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                await EraseAsync(key);
                return;
            }
            catch (Exception exception)
            {
                Log.AnswerWaitsForItsMark(logger, exception);
                await Task.Delay(Between, time, cancellationToken);
            }
        }
    }

    public async Task RemoveAsync(string key, CancellationToken cancellationToken)
    {
        if (_open.ContainsKey(key))
            await EraseAsync(key);
    }

    public async Task<IReadOnlyList<PendingTurn>> ReadLeftAsync(CancellationToken cancellationToken)
    {
        RemoveExpired();
        var rows = database.Read(statements => statements.Rows(
            "SELECT t.key, t.received_at, t.kind, t.text, t.value, a.address FROM pending_turn t LEFT JOIN reply_address a ON a.turn = t.key ORDER BY t.received_at, t.rowid",
            row => (Key: row.Text(0), At: row.Number(1), Kind: row.Text(2), Text: row.Text(3), Value: row.TextOrNull(4), Address: row.TextOrNull(5))));
        var left = new List<PendingTurn>(rows.Count);
        foreach (var row in rows)
        {
            _open[row.Key] = true;
            try
            {
                left.Add(new()
                {
                    Key = row.Key,
                    Address = JsonSerializer.Deserialize<ReplyAddress>(row.Address ?? "null") ?? throw new JsonException("A turn has no address."),
                    Kind = Enum.Parse<TurnKind>(row.Kind),
                    Text = row.Text,
                    Value = row.Value is { } value ? JsonSerializer.Deserialize<JsonElement>(value) : null,
                    ReceivedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.At),
                });
            }
            catch (Exception exception) when (exception is JsonException or ArgumentException)
            {
                // Written by another program: nobody could be answered.
                Log.TurnUnreadable(logger, exception);
                await EraseAsync(row.Key);
            }
        }

        return left;
    }

    /// <summary>Removes what has expired, also where nobody asks any more.</summary>
    public void RemoveExpired()
    {
        var now = time.GetUtcNow();
        database.Write(
            statements => statements.Execute("DELETE FROM seen_activity WHERE seen_at <= $expired", ("$expired", (now - SeenFor).ToUnixTimeMilliseconds()))
                + statements.Execute("DELETE FROM pending_turn WHERE received_at <= $expired", ("$expired", (now - LeftFor).ToUnixTimeMilliseconds())),
            emptiesLog: true);
    }

    private async Task EraseAsync(string key)
    {
        await writes.WriteAsync(statements => statements.Execute("DELETE FROM pending_turn WHERE key = $key", ("$key", key)), erases: true);
        _open.TryRemove(key, out _);
    }
}
