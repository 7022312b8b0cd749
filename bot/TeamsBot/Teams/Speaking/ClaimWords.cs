using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Resources;

namespace AgentHelpdesk.TeamsBot.Teams.Speaking;

/// <summary>A claim as lines to be read, its [n] after the last words; the same for text, card and the card's fallback.</summary>
/// <param name="Words">As printed, untrusted; a table's rows as lines.</param>
/// <param name="IsItem">An item of a list, without the sign before it.</param>
/// <param name="IsInForce">A table's row that answers on the date asked.</param>
/// <param name="Sources">What stands behind it; empty but on the last line.</param>
/// <param name="Remark">A sentence of the bot after it; null: none.</param>
internal sealed partial record ClaimWords(string Words, bool IsItem, bool IsInForce, ImmutableArray<SourceView> Sources, string? Remark)
{
    /// <summary>Longer lines are no sentences; the whole one stands in the source.</summary>
    private const int MostCharacters = 1_200;

    public string Marks => string.Concat(Sources.Select(source => $" [{source.Number}]"));

    public string Sign => IsItem ? "• " : "";

    /// <summary>As it stands in a text that is read as Markdown.</summary>
    public string Written => $"{Sign}{Verbatim.Of(Words)}{Marks}{(Remark is null ? "" : $" ({Remark})")}";

    /// <summary>As it stands where no markup is read.</summary>
    public string Plain => $"{Sign}{Words}{Marks}{(Remark is null ? "" : $" ({Remark})")}";

    public static ImmutableArray<ClaimWords> Of(AnswerPart part, Messages messages) => [.. part.Claims.SelectMany(claim => Of(claim, part.Claims.Length > 1, messages))];

    private static IEnumerable<ClaimWords> Of(ClaimView claim, bool isOneOfSeveral, Messages messages)
    {
        var lines = claim.Table is { } table ? [.. Rows(table, messages), .. Lines(claim, false)] : Lines(claim, isOneOfSeveral).ToImmutableArray();
        for (var i = 0; i < lines.Length; i++)
            yield return i < lines.Length - 1 ? lines[i] : lines[i] with { Sources = claim.Sources, Remark = claim.Cut };
    }

    private static IEnumerable<ClaimWords> Lines(ClaimView claim, bool isOneOfSeveral)
    {
        var hasItems = claim.Lines.Any(line => line.IsItem);
        foreach (var line in claim.Lines)
        {
            // The signs of a list are many; numbers and letters are words, since the text refers to them.
            var bare = line.IsItem ? ListSign().Replace(line.Text, "") : line.Text;
            yield return new(Printable.Shorten(bare, MostCharacters), line.IsItem ? bare.Length < line.Text.Length : isOneOfSeveral && !hasItems, false, [], null);
        }
    }

    private static IEnumerable<ClaimWords> Rows(TableView table, Messages messages)
    {
        if (table.Caption.Text.Length > 0)
            yield return new(Printable.Shorten(table.Caption.Text, MostCharacters), false, false, [], null);
        if (!table.Header.IsEmpty)
            yield return new(Joined(table.Header), false, false, [], null);
        foreach (var row in table.Rows)
        {
            // Said in words too: where there is only text nothing is bold.
            var isInForce = row.Standing == RowStanding.InForce;
            yield return new(Joined(isInForce ? row.Cells.SetItem(0, new($"{row.Cells[0].Text} ({messages.InForce})")) : row.Cells), false, isInForce, [], null);
        }
    }

    private static string Joined(ImmutableArray<Wording> cells) => Printable.Shorten(string.Join(" | ", cells.Select(cell => cell.Text)), MostCharacters);

    [GeneratedRegex(@"^[-–—•·▪◦*>]\s*", RegexOptions.CultureInvariant)]
    private static partial Regex ListSign();
}
