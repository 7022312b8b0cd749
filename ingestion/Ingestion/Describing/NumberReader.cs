using System.Collections.Immutable;

namespace AgentHelpdesk.Ingestion.Describing;

/// <summary>
/// Reads the document's own number: beside the word that names its kind, or under a label of its own. Position, drafting words and
/// layout tell it from the numbers of the texts it cites.
/// </summary>
internal static class NumberReader
{
    public static Proposed<string>? Read(FrontMatter front, ImmutableArray<FrontLine> largest)
    {
        if (!largest.IsEmpty && Designated(front, largest[0].Start, largest[^1].End, isTitle: true) is { } title)
            return title;
        var lines = front.Introduction.Where(line => !Citing.IsCited(front, line)).ToArray();
        foreach (var line in lines.Where(line => line.BeginsUpper))
        {
            foreach (var start in Starts(line))
            {
                if (Designated(front, line.Start + start, line.End, isTitle: false) is { } number)
                    return number;
            }
        }

        // A label that may stand above other texts' numbers as well is believed with the number alone.
        foreach (var line in front.Introduction)
        {
            if (Labelled(front, line) is { } number)
                return number;
        }

        return OfForm(front);
    }

    // "Direction des retraites - Circulaire n° 2024-07": the number may open a part of the line.
    private static IEnumerable<int> Starts(FrontLine line)
    {
        yield return 0;
        for (var i = line.Plain.IndexOf(" - ", StringComparison.Ordinal); i >= 0; i = line.Plain.IndexOf(" - ", i + 3, StringComparison.Ordinal))
            yield return i + 3;
    }

    private static Proposed<string>? Designated(FrontMatter front, int start, int end, bool isTitle)
    {
        var text = front.Flow[start..end].Replace('\n', ' ');
        var match = DescribingPatterns.Designation.Match(text);
        if (!match.Success || KindReader.KindOf(match.Groups["kind"].Value) is not { } kind || kind == "annexe" || (!isTitle && DescribingPatterns.LawKinds.Contains(kind)))
            return null;
        var number = match.Groups["number"];
        var between = match.Groups["between"].Value;
        // "Note relative à la circulaire n° 2019-07" has the number of another text.
        if (DescribingPatterns.Between.IsMatch(between) || !(match.Groups["sign"].Success || IsWhole(number.Value)))
            return null;
        var printed = front.PrintedAt(start, number.Index + number.Length);
        return new(front.PrintedAt(start + number.Index, number.Length).Words, printed.Words, printed.Page);
    }

    private static Proposed<string>? Labelled(FrontMatter front, FrontLine line)
    {
        var match = DescribingPatterns.LabelledNumber.Match(line.Plain);
        if (!match.Success || !IsWhole(match.Groups["number"].Value))
            return null;
        var number = match.Groups["number"];
        // Digits alone on a line may be anything; letters or a sign make a number of them.
        var isSaid = match.Groups["sign"].Success || number.Index > 0 || number.Value.Any(char.IsAsciiLetter);
        if (!isSaid || (number.Index == 0 && Citing.IsCited(front, line)))
            return null;
        var printed = front.PrintedAt(line.Start, number.Index + number.Length);
        return new(front.PrintedAt(line.Start + number.Index, number.Length).Words, printed.Words, printed.Page);
    }

    private static Proposed<string>? OfForm(FrontMatter front)
    {
        var form = DescribingPatterns.FormNumber.Match(front.Flow[..front.IntroductionEnd]);
        if (!form.Success)
            return null;
        var printed = front.PrintedAt(form.Index, form.Length);
        return new(front.PrintedAt(form.Groups["number"].Index, form.Groups["number"].Length).Words, printed.Words, printed.Page);
    }

    /// <summary>With its year and something more: no date, no month, no span of years.</summary>
    private static bool IsWhole(string number)
    {
        var parts = number.Split(['-', '/', '_', '.', ' '], StringSplitOptions.RemoveEmptyEntries);
        var years = parts.Count(part => part.Length == 4 && part.All(char.IsAsciiDigit) && part[..2] is "19" or "20" && part.Length == 4);
        var isDate = parts.Length == 3 && parts.All(part => part.Length is 1 or 2 or 4 && part.All(char.IsAsciiDigit));
        return years is > 0 && years < parts.Length && !isDate;
    }
}
