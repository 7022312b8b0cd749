using System.Collections.Immutable;
using System.Globalization;
using AgentHelpdesk.Knowledge.Embedded;

namespace AgentHelpdesk.TeamsBot.Keeping.Records;

/// <summary>Reads records for those who answer for the answers.</summary>
internal sealed class TurnRecordList(LocalDatabase database)
{
    private const int Together = 100;

    /// <summary>Fewer digits name too many turns.</summary>
    public const int FewestDigits = 8;

    private const int DigitsInKey = 15;

    /// <summary>The newest day first.</summary>
    /// <param name="since">Only those of this day or later; null: all.</param>
    public ImmutableArray<RecordedTurn> Read(DateOnly? since) => database.Read(statements => statements.Rows(
        """
        SELECT id, on_day, json_extract(document, '$.question'), json_extract(document, '$.status'), json_extract(document, '$.reason'),
            json_extract(document, '$.writer'), json_extract(document, '$.fallback'), ifnull(json_extract(document, '$.isCached'), 0),
            json_array_length(document, '$.claims'), json_extract(document, '$.publication')
        FROM turn_record WHERE on_day >= $since AND json_valid(document) ORDER BY on_day DESC, key
        """,
        row => new RecordedTurn
        {
            Id = row.Text(0),
            Day = DateOnly.FromDayNumber((int)row.Number(1)),
            Question = row.TextOrNull(2) ?? "",
            Status = row.TextOrNull(3) ?? "",
            Reason = row.TextOrNull(4),
            Writer = row.TextOrNull(5),
            Fallback = row.TextOrNull(6),
            IsCached = row.Number(7) != 0,
            Claims = (int)row.Number(8),
            Publication = row.Number(9),
        },
        ("$since", (since ?? DateOnly.MinValue).DayNumber)).ToImmutableArray());

    /// <summary>Each document as it is kept, the oldest day first.</summary>
    public IEnumerable<string> Documents(DateOnly? since, DateOnly? until)
    {
        var (day, key) = ((long)(since ?? DateOnly.MinValue).DayNumber, long.MinValue);
        while (true)
        {
            var rows = database.Read(statements => statements.Rows(
                "SELECT on_day, key, document FROM turn_record WHERE (on_day, key) > ($day, $key) AND on_day <= $until ORDER BY on_day, key LIMIT $count",
                row => (Day: row.Number(0), Key: row.Number(1), Document: row.Text(2)),
                ("$day", day),
                ("$key", key),
                ("$until", (until ?? DateOnly.MaxValue).DayNumber),
                ("$count", Together)));
            foreach (var row in rows)
                yield return row.Document;
            if (rows.Count < Together)
                yield break;
            (day, key) = (rows[^1].Day, rows[^1].Key);
        }
    }

    /// <summary>The documents of the turns whose id begins so; more than one: the digits name several.</summary>
    /// <param name="digits">At least <see cref="FewestDigits"/> hexadecimal digits.</param>
    public ImmutableArray<string> Find(string digits)
    {
        var known = digits.Length > DigitsInKey ? digits[..DigitsInKey] : digits;
        var first = long.Parse(known.PadRight(DigitsInKey, '0'), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        var last = long.Parse(known.PadRight(DigitsInKey, 'f'), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return database.Read(statements => statements.Rows(
            "SELECT document FROM turn_record WHERE key BETWEEN $first AND $last AND substr(id, 1, $length) = $digits LIMIT 2",
            row => row.Text(0),
            ("$first", first),
            ("$last", last),
            ("$length", digits.Length),
            ("$digits", digits)).ToImmutableArray());
    }
}

/// <summary>A recorded turn as a line of a list.</summary>
internal sealed record RecordedTurn
{
    public required string Id { get; init; }

    public required DateOnly Day { get; init; }

    public required string Question { get; init; }

    public required string Status { get; init; }

    public required string? Reason { get; init; }

    public required string? Writer { get; init; }

    public required string? Fallback { get; init; }

    public required bool IsCached { get; init; }

    public required int Claims { get; init; }

    public required long Publication { get; init; }
}
