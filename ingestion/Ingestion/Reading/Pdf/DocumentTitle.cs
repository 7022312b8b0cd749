using System.Text.RegularExpressions;

namespace AgentHelpdesk.Ingestion.Reading.Pdf;

/// <summary>Keeps the title of a PDF's properties when a person wrote it: programs put file names and their own there.</summary>
internal static partial class DocumentTitle
{
    public static string? Of(string? title)
    {
        var text = Blanks().Replace(title ?? "", " ").Trim().TrimStart('\uFEFF');
        return text.Length is < 5 or > 300 || !text.Contains(' ', StringComparison.Ordinal) || FileName().IsMatch(text) || !text.Any(char.IsLetter) || text.Contains('\uFFFD', StringComparison.Ordinal)
            ? null
            : text;
    }

    [GeneratedRegex(@"\s+|\p{Cc}+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\.(docx?|odt|pdf|xlsx?|pptx?|indd|qxd|rtf|tex|html?|dot)$|^Microsoft (Word|Excel|PowerPoint)|^(sans titre|untitled|document\s?\d*|diapositive|slide|présentation)\b", RegexOptions.IgnoreCase)]
    private static partial Regex FileName();
}
