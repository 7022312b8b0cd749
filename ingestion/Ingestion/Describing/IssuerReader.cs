using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace AgentHelpdesk.Ingestion.Describing;

/// <summary>Reads who issues the document: an institution in the letterhead, else a label, a direction, a minister, a branch.</summary>
internal static class IssuerReader
{
    private const int LongestName = 160;

    /// <summary>A longer block is text that mentions an institution.</summary>
    private const int LongestLetterhead = 400;

    private static readonly ImmutableArray<Regex> Ranks =
        [DescribingPatterns.Issuer, DescribingPatterns.Direction, DescribingPatterns.Minister, DescribingPatterns.Body, DescribingPatterns.Branch];

    public static Proposed<string>? Read(FrontMatter front, ImmutableArray<FrontLine> largest)
    {
        var lines = front.Introduction
            .Where(line => line.BeginsUpper && line.Block.Text.Length <= LongestLetterhead && !largest.Contains(line) && !Citing.IsCited(front, line))
            .ToArray();
        for (var rank = 0; rank < Ranks.Length; rank++)
        {
            var isSubjectToo = Ranks[rank] == DescribingPatterns.Body;
            foreach (var line in lines.Where(line => !isSubjectToo || largest.IsEmpty || line.Start < largest[0].Start))
            {
                if (Named(front, line, Ranks[rank]) is { } issuer)
                    return issuer;
            }

            if (rank == 0 && Labelled(front) is { } labelled)
                return labelled;
        }

        return null;
    }

    private static Proposed<string>? Labelled(FrontMatter front)
    {
        foreach (var line in front.Introduction)
        {
            if (DescribingPatterns.IssuerLabel.Match(line.Plain) is { Success: true } label && Named(front, line.Start + label.Length, line.End) is { } issuer)
                return issuer;
        }

        return null;
    }

    private static Proposed<string>? Named(FrontMatter front, FrontLine line, Regex pattern)
    {
        for (var start = 0; start >= 0 && start < line.Plain.Length; start = NextPart(line.Plain, start))
        {
            if (!pattern.IsMatch(line.Plain.AsSpan(start)))
                continue;
            var end = NextPart(line.Plain, start) is > 0 and var next ? line.Plain.LastIndexOf('-', next) : line.Plain.Length;
            return Named(front, line.Start + start, end == line.Plain.Length ? EndOfName(front, line) : line.Start + end);
        }

        return null;
    }

    private static int NextPart(string plain, int start) => plain.IndexOf(" - ", start, StringComparison.Ordinal) is >= 0 and var dash ? dash + 3 : -1;

    // "Caisse nationale de l'assurance maladie / des travailleurs salariés": a name goes on in small letters.
    private static int EndOfName(FrontMatter front, FrontLine line)
    {
        var i = front.Lines.IndexOf(line);
        while (i + 1 < front.Lines.Length && front.Lines[i + 1].Block == line.Block && !front.Lines[i + 1].BeginsUpper)
            i++;
        return front.Lines[i].End;
    }

    private static Proposed<string>? Named(FrontMatter front, int start, int end)
    {
        var printed = front.PrintedAt(start, end - start);
        // Where reading put a letterhead's lines into one, the next begins with its own capital.
        var name = DescribingPatterns.NextInLetterhead.Match(printed.Words) is { Success: true } next ? printed.Words[..next.Groups["next"].Index] : printed.Words;
        name = name.Trim().TrimEnd(',', ';', ':', '.', '-', '–').TrimEnd();
        return name.Length is > 2 and <= LongestName && !DescribingPatterns.Verb.IsMatch(name.ToLowerInvariant()) ? new(name, name, printed.Page) : null;
    }
}
