using System.Text.RegularExpressions;
using AgentHelpdesk.Ingestion.Reading.Layout;

namespace AgentHelpdesk.Ingestion.Reading.Joining;

/// <summary>The words that open a remark in French administrative texts, followed by a colon.</summary>
internal static partial class NoteWords
{
    public static bool Begin(Line line) => Opening().IsMatch(line.Text);

    [GeneratedRegex(@"^(NOTA( BENE)?|N\.?\s?B\.?|Nota|À noter|A noter|À savoir|A savoir|Attention|Remarque|Important|Rappel)\s*(\(\d+\)\s*)?[:.–-]", RegexOptions.IgnoreCase)]
    private static partial Regex Opening();
}
