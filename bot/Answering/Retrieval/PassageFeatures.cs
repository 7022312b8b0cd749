using System.Text.RegularExpressions;
using AgentHelpdesk.Knowledge.Chunks;

namespace AgentHelpdesk.Answering.Retrieval;

/// <summary>What a candidate's words have to do with the question, each from 0 to 1: what a sum over terms can't see.</summary>
internal readonly partial record struct PassageFeatures
{
    // Two words of the question stand together when at most two others part them.
    private const int Near = 3;

    /// <summary>Share of the question, by worth, that stands in title, headings or text.</summary>
    public required double Coverage { get; init; }

    /// <summary>Share of the words of one of its headings or captions that the question asks for, the best of them.</summary>
    public required double HeadingMatch { get; init; }

    /// <summary>Share of the title's words that the question asks for.</summary>
    public required double TitleMatch { get; init; }

    /// <summary>Share of the question's neighbouring words that are neighbours here too.</summary>
    public required double Proximity { get; init; }

    /// <summary>1 when the question asks for an amount and one stands here.</summary>
    public required double GivesAmount { get; init; }

    /// <summary>1 for a list of questions, which leads to answers and is none.</summary>
    public required double ListsQuestions { get; init; }

    public static PassageFeatures Of(Candidate candidate, AskedTerms question, KnownTerms known)
    {
        var chunk = candidate.Chunk.Chunk;
        var title = known.Of(candidate.Chunk.Revision.Description.Title);
        var headings = chunk.Locator.SectionPath.Select(known.Of).ToArray();
        var text = known.Of(chunk.Text);
        return new()
        {
            Coverage = question.ShareOf(headings.SelectMany(heading => heading).Concat(title).Concat(text)),
            HeadingMatch = headings.TakeLast(2).Concat(HeadingsInside(chunk).Select(known.Of)).Select(question.MatchOf).DefaultIfEmpty(0).Max(),
            TitleMatch = question.MatchOf(title),
            Proximity = Math.Max(
                question.ShareOfNeighbours([text], Near),
                question.ShareOfNeighbours([title, .. headings], Near)),
            GivesAmount = question.AsksForAmount && Amount().IsMatch(chunk.Text) ? 1 : 0,
            ListsQuestions = ListsQuestionsIn(chunk.Text) ? 1 : 0,
        };
    }

    private static IEnumerable<string> HeadingsInside(Chunk chunk) => chunk.Parts
        .Where(part => part.Kind is ChunkPartKind.Heading or ChunkPartKind.Caption)
        .Select(part => chunk.Text.Substring(part.Range.Start, part.Range.Length));

    private static bool ListsQuestionsIn(string text)
    {
        var (lines, questions) = (0, 0);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.IsWhiteSpace())
                continue;
            lines++;
            questions += line.TrimEnd().EndsWith("?") ? 1 : 0;
        }

        return questions >= 2 && questions * 5 > lines * 2;
    }

    [GeneratedRegex(@"\d(?:[\d\s]*\d)?(?:,\d+)?\s?(?:€|%|euros?\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Amount();
}
