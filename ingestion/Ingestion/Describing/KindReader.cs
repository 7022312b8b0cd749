using System.Collections.Immutable;

namespace AgentHelpdesk.Ingestion.Describing;

/// <summary>Reads what kind of document it calls itself.</summary>
internal static class KindReader
{
    /// <summary>A longer line is a sentence that happens to begin with the word.</summary>
    private const int LongestLine = 80;

    public static Proposed<string>? Read(FrontMatter front, ImmutableArray<FrontLine> largest)
    {
        foreach (var line in largest)
        {
            if (At(front, line, 0) is { } kind)
                return kind;
        }

        foreach (var line in front.Introduction)
        {
            if (line.BeginsUpper && line.Plain.Length <= LongestLine && !Citing.IsCited(front, line) && At(front, line, 0) is { } kind && !IsTitleOnly(kind.Value))
                return kind;
        }

        return InTitle(front, largest) ?? OfForm(front);
    }

    /// <summary>The kind that a text begins with; null when it begins with none.</summary>
    public static string? KindOf(string plain)
    {
        foreach (var (word, kind) in DescribingPatterns.Kinds)
        {
            if (!plain.StartsWith(word, StringComparison.Ordinal))
                continue;
            var rest = plain.AsSpan(word.Length).TrimStart('s');
            if (rest.IsEmpty || (!char.IsLetterOrDigit(rest[0]) && rest[0] is not '\'' and not '-'))
                return kind != "code" || DescribingPatterns.CodeName.IsMatch(plain) ? kind : null;
        }

        return null;
    }

    public static bool IsKindAlone(string plain) => DescribingPatterns.Kinds.Any(known => known.Plain == plain);

    private static bool IsTitleOnly(string kind) => kind == "code" || DescribingPatterns.LawKinds.Contains(kind);

    private static Proposed<string>? At(FrontMatter front, FrontLine line, int start)
    {
        var plain = line.Plain[start..];
        var text = plain.TrimStart('-', ' ');
        foreach (var article in (ReadOnlySpan<string>)["le ", "la ", "l'", "les "])
        {
            if (text.StartsWith(article, StringComparison.Ordinal) && KindOf(text[article.Length..]) is not null)
                text = text[article.Length..];
        }

        // "Note : …" remarks on something.
        if (KindOf(text) is not { } kind || (kind == "note" && text.AsSpan(4).TrimStart().StartsWith(":")))
            return null;
        var at = line.Start + start + plain.Length - text.Length;
        var length = DescribingPatterns.Kinds.First(known => text.StartsWith(known.Plain, StringComparison.Ordinal)).Plain.Length;
        var printed = front.PrintedAt(at, length);
        return new(kind, printed.Words, printed.Page);
    }

    // "Allocation de rentrée : barème", "Pension – guide de l'agent".
    private static Proposed<string>? InTitle(FrontMatter front, ImmutableArray<FrontLine> largest)
    {
        foreach (var line in largest)
        {
            for (var i = line.Plain.IndexOfAny([':', '-', '(']); i >= 0 && i + 1 < line.Plain.Length; i = line.Plain.IndexOfAny([':', '-', '('], i + 1))
            {
                if (line.Plain[i + 1] == ' ' && At(front, line, i + 2) is { } kind && !IsTitleOnly(kind.Value))
                    return kind;
            }
        }

        return null;
    }

    private static Proposed<string>? OfForm(FrontMatter front)
    {
        var form = DescribingPatterns.FormNumber.Match(front.Flow[..front.IntroductionEnd]);
        return form.Success && front.PrintedAt(form.Index, form.Length) is var printed ? new("formulaire", printed.Words, printed.Page) : null;
    }
}
