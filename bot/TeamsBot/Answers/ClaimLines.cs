using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace AgentHelpdesk.TeamsBot.Answers;

/// <summary>Tells the items of a list from the sentence before them: the words carry their own markers.</summary>
internal static partial class ClaimLines
{
    public static ImmutableArray<ClaimLine> Split(string text) =>
        [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select((line, i) => new ClaimLine(Printable.Tied(Printable.Line(line)), i > 0 && Marker().IsMatch(line)))];

    [GeneratedRegex(@"^(?:[-–—•·▪◦*>]|\(?(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{1,5})[°)./]+(?:\s*[-–)])?|\d{1,2}\s?°)\s*\S", RegexOptions.CultureInvariant)]
    private static partial Regex Marker();
}
