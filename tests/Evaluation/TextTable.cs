using System.Globalization;
using System.Text;

namespace AgentHelpdesk.Evaluation;

/// <summary>A table for the terminal that is also one in Markdown.</summary>
internal sealed class TextTable(params string[] header)
{
    private readonly List<string[]> _rows = [header];

    public void Add(params string[] cells) => _rows.Add(cells);

    public override string ToString()
    {
        var widths = Enumerable.Range(0, header.Length).Select(column => Math.Max(2, _rows.Max(row => row[column].Length))).ToArray();
        var text = new StringBuilder();
        for (var i = 0; i < _rows.Count; i++)
        {
            text.AppendJoin("", _rows[i].Select((cell, column) => $"| {(column == 0 ? cell.PadRight(widths[0]) : cell.PadLeft(widths[column]))} ")).AppendLine("|");
            if (i == 0)
                text.AppendJoin("", widths.Select((width, column) => column == 0 ? $"| {new string('-', width)} " : $"| {new string('-', width - 1)}: ")).AppendLine("|");
        }

        return text.ToString();
    }

    public static string Share(double? value) => value is { } share ? share.ToString("0.000", CultureInfo.InvariantCulture) : "–";

    public static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
