using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;

namespace AgentHelpdesk.Evaluation.Reading;

/// <summary>The numbers of a reading run, as written to summary.json and printed.</summary>
internal sealed record ReadingSummary
{
    public required int Documents { get; init; }
    public required int Read { get; init; }
    public required int Refused { get; init; }
    public required int Pages { get; init; }

    /// <summary>Wall time of reading and sectioning, one document after the other.</summary>
    public required double Seconds { get; init; }
    public required double PagesPerSecond { get; init; }

    /// <summary>The process's largest resident memory in megabytes (1 MB = 1,048,576 bytes).</summary>
    public required double PeakMemoryMegabytes { get; init; }
    public required ImmutableSortedDictionary<string, int> Problems { get; init; }
    public required ImmutableArray<GroupLine> Truth { get; init; }

    public static ReadingSummary Of(IReadOnlyCollection<ReadingLine> lines, double seconds, IEnumerable<(string Name, ReadingScore Score)> groups)
    {
        using var process = Process.GetCurrentProcess();
        var pages = lines.Sum(line => line.Pages);
        return new()
        {
            Documents = lines.Count,
            Read = lines.Count(line => line.Outcome == ReadingLine.Read),
            Refused = lines.Count(line => line.Outcome == ReadingLine.Refused),
            Pages = pages,
            Seconds = seconds,
            PagesPerSecond = seconds > 0 ? pages / seconds : 0,
            PeakMemoryMegabytes = process.PeakWorkingSet64 / 1048576.0,
            Problems = lines.SelectMany(line => line.Problems).CountBy(code => code).ToImmutableSortedDictionary(StringComparer.Ordinal),
            Truth = [.. groups.Select(group => GroupLine.Of(group.Name, group.Score))],
        };
    }

    public string ToText()
    {
        var head = string.Create(CultureInfo.InvariantCulture,
            $"{Documents} documents, {Read} read, {Refused} refused; {Pages} pages in {Seconds:0.0} s ({PagesPerSecond:0} pages/s); peak memory {PeakMemoryMegabytes:0} MB\n");
        var problems = string.Concat(Problems.Select(problem => $"{problem.Key}: {problem.Value}\n"));
        return Truth.IsEmpty ? head + problems : head + problems + "\n" + GroupLine.Table(Truth);
    }
}

/// <summary>One row of the comparison with the truth. Shares are null where nothing could be counted.</summary>
internal sealed record GroupLine
{
    public required string Group { get; init; }
    public required int Documents { get; init; }
    public required int Pages { get; init; }
    public required int Blocks { get; init; }

    /// <summary>Blocks whose words stand in one piece and in order in the content; lists and tables line by line.</summary>
    public double? BlocksWhole { get; init; }

    /// <summary>Blocks that are one block of what was read, no more and no less.</summary>
    public double? OwnBlock { get; init; }

    /// <summary>Of the blocks found whole: on the right page.</summary>
    public double? PageRight { get; init; }

    /// <summary>Of the blocks found whole: standing after the one before.</summary>
    public double? InOrder { get; init; }
    public double? HeadingsF1 { get; init; }

    /// <summary>Number and page of the articles' headings.</summary>
    public double? ArticleStartsF1 { get; init; }

    /// <summary>Of the blocks found whole: the nearest heading is right.</summary>
    public double? SectionRight { get; init; }

    /// <summary>Of the blocks found whole: the article, or that there is none, is right.</summary>
    public double? ArticleRight { get; init; }

    /// <summary>Cells of plain tables in the right row and column.</summary>
    public double? Cells { get; init; }

    /// <summary>Letters and digits of running headers and footers that are in the content.</summary>
    public required int RunningCharacters { get; init; }
    public required int ContentCharacters { get; init; }

    public static GroupLine Of(string group, ReadingScore score) => new()
    {
        Group = group,
        Documents = score.Documents,
        Pages = score.Pages,
        Blocks = score.Whole.Total,
        BlocksWhole = score.Whole.Share,
        OwnBlock = score.OwnBlock.Share,
        PageRight = score.PageRight.Share,
        InOrder = score.InOrder.Share,
        HeadingsF1 = score.Headings.F1,
        ArticleStartsF1 = score.Articles.F1,
        SectionRight = score.SectionRight.Share,
        ArticleRight = score.ArticleRight.Share,
        Cells = score.Cells.Share,
        RunningCharacters = score.RunningCharacters,
        ContentCharacters = score.ContentCharacters,
    };

    public static string Table(IEnumerable<GroupLine> lines)
    {
        var table = new TextTable(
            "documents", "n", "pages", "blocks", "whole", "own block", "page", "in order", "headings F1", "articles F1", "section", "article", "cells", "running chars");
        foreach (var line in lines)
        {
            table.Add(line.Group, $"{line.Documents}", $"{line.Pages}", $"{line.Blocks}", TextTable.Share(line.BlocksWhole), TextTable.Share(line.OwnBlock),
                TextTable.Share(line.PageRight), TextTable.Share(line.InOrder), TextTable.Share(line.HeadingsF1), TextTable.Share(line.ArticleStartsF1),
                TextTable.Share(line.SectionRight), TextTable.Share(line.ArticleRight), TextTable.Share(line.Cells), $"{line.RunningCharacters}");
        }

        return table.ToString();
    }
}
