using AgentHelpdesk.TeamsBot.Answers;

namespace AgentHelpdesk.TeamsBot.Keeping;

/// <summary>Untrusted text as one cell of a file that spreadsheets open.</summary>
internal static class CsvCell
{
    // What a spreadsheet takes for a formula, plain or full width; a text may begin with it on purpose.
    private const string FormulaSigns = "=+-@\t\r＝＋－＠";

    public static string Of(string value)
    {
        var plain = Printable.Line(value);
        var safe = plain.TrimStart() is [var first, ..] && FormulaSigns.Contains(first, StringComparison.Ordinal) ? "'" + plain : plain;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
