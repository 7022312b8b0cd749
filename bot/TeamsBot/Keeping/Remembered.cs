using System.Security.Cryptography;
using System.Text;
using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.Knowledge.Embedded;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.TeamsBot.Keeping;

/// <summary>
/// What is remembered for longer than a day's conversations: which language somebody chose, which conversation was greeted. Under a key of its
/// own that nothing else is made with, so that it can't be joined with what was asked; it expires when it was not used for a while.
/// </summary>
internal sealed class Remembered(LocalDatabase database, QuestionReader questions, IOptions<KeepingOptions> options)
{
    public const string Language = "language";
    public const string Greeted = "greeted";

    /// <summary>Used again after so many days, it is written down as used: not at every turn.</summary>
    private const int DaysBetweenMarks = 7;

    /// <summary>What was used longest ago goes first.</summary>
    private const int Most = 100_000;

    private volatile byte[]? _key;

    /// <returns>Null: nothing is remembered.</returns>
    public string? Read(string what, params ReadOnlySpan<string> who)
    {
        var digest = DigestOf(what, who);
        var today = questions.Today.DayNumber;
        var found = database.Read(statements => statements.Rows(
            "SELECT value, used_on FROM remembered WHERE what = $what AND who = $who AND used_on > $expired",
            row => (Value: row.Text(0), UsedOn: row.Number(1)), ("$what", what), ("$who", digest), ("$expired", Expired(today))));
        if (found is not [var kept])
            return null;
        if (kept.UsedOn <= today - DaysBetweenMarks)
            Keep(what, kept.Value, who);
        return kept.Value;
    }

    public void Keep(string what, string value, params ReadOnlySpan<string> who)
    {
        var digest = DigestOf(what, who);
        database.Write(statements => statements.Execute(
            "INSERT INTO remembered (what, who, value, used_on) VALUES ($what, $who, $value, $today) ON CONFLICT (what, who) DO UPDATE SET value = $value, used_on = $today",
            ("$what", what), ("$who", digest), ("$value", value), ("$today", questions.Today.DayNumber)));
    }

    /// <returns>False: it was remembered before.</returns>
    public bool Add(string what, params ReadOnlySpan<string> who)
    {
        var digest = DigestOf(what, who);
        return database.Write(statements => statements.Execute(
            "INSERT INTO remembered (what, who, value, used_on) VALUES ($what, $who, '', $today) ON CONFLICT (what, who) DO NOTHING",
            ("$what", what), ("$who", digest), ("$today", questions.Today.DayNumber))) > 0;
    }

    public void Forget(string what, params ReadOnlySpan<string> who)
    {
        var digest = DigestOf(what, who);
        database.Write(statements => statements.Execute("DELETE FROM remembered WHERE what = $what AND who = $who", ("$what", what), ("$who", digest)), emptiesLog: true);
    }

    public void RemoveExpired() => database.Write(
        statements => statements.Execute("DELETE FROM remembered WHERE used_on <= $expired", ("$expired", Expired(questions.Today.DayNumber)))
            + statements.Execute("DELETE FROM remembered WHERE rowid NOT IN (SELECT rowid FROM remembered ORDER BY used_on DESC, rowid DESC LIMIT $most)", ("$most", Most)),
        emptiesLog: true);

    private long Expired(int today) => today - options.Value.ChoiceDays;

    private string DigestOf(string what, ReadOnlySpan<string> who)
    {
        // Lengths stand before the parts: two ids never become one text.
        var text = new StringBuilder(what);
        foreach (var part in who)
            text.Append('\n').Append(part.Length).Append(':').Append(part);
        return Convert.ToHexStringLower(HMACSHA256.HashData(_key ??= Key(), Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 16));
    }

    // Made with the first thing remembered; of two made at once the file keeps one.
    private byte[] Key() => database.Write(statements =>
    {
        statements.Execute("INSERT INTO remembered_key (one, key) VALUES (1, $key) ON CONFLICT (one) DO NOTHING", ("$key", RandomNumberGenerator.GetHexString(64, lowercase: true)));
        return Convert.FromHexString(statements.Rows("SELECT key FROM remembered_key", row => row.Text(0))[0]);
    });
}
