using System.Globalization;
using System.Text;

namespace AgentHelpdesk.Ingestion.Inbox;

/// <summary>What a sender calls a file, made fit to be shown: it is text, and never becomes a path.</summary>
internal static class UploadName
{
    /// <summary>The longest name that file systems know.</summary>
    private const int Longest = 255;

    public static string Clean(string? name)
    {
        // Browsers send folders with some drops, and Windows separates them the other way.
        var last = (name ?? "").Split('/', '\\')[^1];
        var kept = new StringBuilder(last.Length);
        foreach (var rune in last.EnumerateRunes())
        {
            // Format characters turn the direction of writing around ("gpj.exe" for "exe.jpg") or hide letters.
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned) && rune != Rune.ReplacementChar)
                kept.Append(rune);
        }

        var clean = kept.ToString().Normalize().Trim();
        return clean is "" or "." or ".." ? "document.pdf" : Shorten(clean);
    }

    // The extension stays: it says what the sender took the file for.
    private static string Shorten(string name)
    {
        if (name.Length <= Longest)
            return name;
        var extension = Path.GetExtension(name) is { Length: > 1 and <= 8 } kept ? kept : "";
        var stem = name[..(Longest - extension.Length - 1)];
        if (char.IsHighSurrogate(stem[^1]))
            stem = stem[..^1];
        return stem.TrimEnd() + "…" + extension;
    }
}
