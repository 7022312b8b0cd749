using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgentHelpdesk.Ingestion.Reading;
using AgentHelpdesk.Knowledge.Text;

namespace AgentHelpdesk.Ingestion.Describing;

/// <summary>Reads the title: the object that the page states, a code's name with its divisions, else the largest lines.</summary>
internal static class TitleReader
{
    private const int LongestTitle = 300;

    public static Proposed<string>? Read(ReadDocument document, FrontMatter front, ImmutableArray<FrontLine> largest, string? kind) =>
        // A law's notice has an object too; it is known by its heading.
        (kind is not null && DescribingPatterns.LawKinds.Contains(kind) && !largest.IsEmpty ? null : Stated(front)) ?? (kind == "code" ? OfCode(document, front, largest) : null) ?? Printed(front, largest);

    // "Objet : …", perhaps over several lines of its frame.
    private static Proposed<string>? Stated(FrontMatter front)
    {
        var lines = front.Introduction;
        for (var i = 0; i < lines.Length; i++)
        {
            var label = DescribingPatterns.TitleLabel.Match(lines[i].Plain);
            if (!label.Success)
                continue;
            var from = lines[i].Start + label.Length;
            var to = lines[i].End;
            // An empty label is that of the next line.
            for (var next = i + 1; next < lines.Length && to - from < LongestTitle && !DescribingPatterns.Label.IsMatch(lines[next].Plain); next++)
            {
                var isSame = lines[next].Block == lines[i].Block && lines[i].Block.Kind != BlockKind.Table;
                if (!isSame && !string.IsNullOrWhiteSpace(front.Flow[from..to]))
                    break;
                to = lines[next].End;
            }

            var printed = front.PrintedAt(from, to - from);
            return printed.Words.Trim() is { Length: > 2 and <= LongestTitle + 100 } words ? new(words, words, printed.Page) : null;
        }

        return null;
    }

    // "Code de la sécurité sociale – Livre VI – Titre I": with the divisions that the whole document lies in.
    private static Proposed<string>? OfCode(ReadDocument document, FrontMatter front, ImmutableArray<FrontLine> largest)
    {
        if (largest.IsEmpty || !DescribingPatterns.CodeName.IsMatch(largest[0].Plain))
            return null;
        var start = largest[0].Start;
        var end = largest[^1].End;
        var name = front.Flow[start..end];
        var first = DescribingPatterns.DivisionLabel.Match(name);
        var parts = new List<string> { front.PrintedAt(start, first.Success ? first.Index : name.Length).Words.TrimEnd(' ', '-', '–', '—', ':', ',') };
        foreach (Match division in DescribingPatterns.DivisionLabel.Matches(front.Flow[start..front.IntroductionEnd]))
        {
            // Further down, a sentence mentions divisions too: those of the cover begin their line.
            var at = start + division.Index;
            if (front.LineAt(at) is { } line && (at == line.Start || line.Block == largest[0].Block) && !HasOthers(document, division.Value))
            {
                parts.Add(front.PrintedAt(at, division.Length).Words);
                end = Math.Max(end, at + division.Length);
            }
        }

        return new(string.Join(" – ", parts.Distinct(StringComparer.OrdinalIgnoreCase)), front.PrintedAt(start, end - start).Words, largest[0].Block.Page);
    }

    private static bool HasOthers(ReadDocument document, string division)
    {
        var word = division.Split(' ')[0];
        return document.Blocks
            .Where(block => block.Kind == BlockKind.Heading && block.Text.Length <= LongestTitle)
            .Select(block => PlainLetters.Fold(block.Text).ToLowerInvariant())
            .Where(heading => heading.StartsWith(word, StringComparison.Ordinal))
            .Any(heading => DescribingPatterns.DivisionLabel.Match(heading) is { Success: true, Index: 0 } other && Number(other.Value) != Number(division));
    }

    private static string Number(string division) => division.Replace(" ", "", StringComparison.Ordinal).Replace("er", "", StringComparison.Ordinal);

    private static Proposed<string>? Printed(FrontMatter front, ImmutableArray<FrontLine> largest)
    {
        if (largest.IsEmpty)
            return null;
        var (start, end) = (largest[0].Start, largest[^1].End);
        var after = front.Introduction.FirstOrDefault(line => line.Start > end);
        if (after is not null && IsOnlyDesignation(front.Flow[start..end]))
        {
            // "CIRCULAIRE N° 2024-07" names the document; what it is about stands below.
            if (DescribingPatterns.About.IsMatch(after.Plain))
                end = EndOf(front, after);
            else if (after.Block.Kind == BlockKind.Heading && !DescribingPatterns.DateLine.IsMatch(after.Plain) && !DescribingPatterns.EffectLine.IsMatch(after.Plain))
                (start, end) = (after.Start, EndOf(front, after));
        }

        var printed = front.PrintedAt(start, end - start);
        return printed.Words.Length is > 2 and <= LongestTitle + 100 ? new(printed.Words, printed.Words, printed.Page) : null;
    }

    private static int EndOf(FrontMatter front, FrontLine first) => front.Lines.Last(line => line.Block == first.Block).End;

    private static bool IsOnlyDesignation(string flow)
    {
        var text = flow.Replace('\n', ' ').Trim();
        var designation = DescribingPatterns.Designation.Match(text);
        if (KindReader.KindOf(text) is not { } kind || !DescribingPatterns.Letters.Contains(kind))
            return false;
        return KindReader.IsKindAlone(text) || (designation.Success && DescribingPatterns.DateLine.IsMatch(designation.Groups["rest"].Value.Trim(' ', ',', '-')));
    }
}
