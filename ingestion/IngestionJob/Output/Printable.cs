using System.Globalization;
using System.Text;

namespace AgentHelpdesk.IngestionJob.Output;

/// <summary>Titles, file names and PDF text are untrusted: what a terminal would take for an order becomes a visible mark.</summary>
internal static class Printable
{
    public static string Text(string text)
    {
        var printable = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            var isOrder = character is not '\n' && (char.IsControl(character) || CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.Format);
            printable.Append(isOrder ? '\uFFFD' : character);
        }

        return printable.ToString();
    }
}
