using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Text;

namespace AgentHelpdesk.Answering.Retrieval;

/// <summary>What a candidate's words have to do with the question, each from 0 to 1: what a sum over terms can't see.</summary>
internal readonly record struct PassageFeatures
{
    // Two words of the question stand together when at most two others part them.
    private const int Near = 3;

    /// <summary>Share of the question, by worth, that stands in title, headings or text.</summary>
    public required double Coverage { get; init; }

    /// <summary>Share of its nearest headings' words that the question asks for.</summary>
    public required double HeadingMatch { get; init; }

    /// <summary>Share of the title's words that the question asks for.</summary>
    public required double TitleMatch { get; init; }

    /// <summary>Share of the question's neighbouring words that are neighbours here too.</summary>
    public required double Proximity { get; init; }

    /// <summary>1 for a list of questions, which leads to answers and is none.</summary>
    public required double ListsQuestions { get; init; }

    public static PassageFeatures Of(Candidate candidate, QuestionWords question)
    {
        var chunk = candidate.Chunk.Chunk;
        var title = TermsOf(candidate.Chunk.Revision.Description.Title);
        var headings = chunk.Locator.SectionPath.Select(TermsOf).ToArray();
        var text = TermsOf(chunk.Text);
        return new()
        {
            Coverage = question.ShareOf(headings.SelectMany(heading => heading).Concat(title).Concat(text)),
            HeadingMatch = headings.TakeLast(2).Select(question.MatchOf).DefaultIfEmpty(0).Max(),
            TitleMatch = question.MatchOf(title),
            Proximity = Math.Max(
                question.ShareOfNeighbours([text], Near),
                question.ShareOfNeighbours([title, .. headings], Near)),
            ListsQuestions = ListsQuestionsIn(chunk.Text) ? 1 : 0,
        };
    }

    private static string[] TermsOf(string text) => [.. FrenchAnalyzer.Analyze(text).Select(token => token.Term)];

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
}

/// <summary>The words of a question with their worth, to be looked for in passages.</summary>
internal sealed class QuestionWords
{
    private readonly Dictionary<string, double> _worth;
    private readonly ImmutableArray<(string First, string Second)> _neighbours;
    private readonly double _total;
    private readonly double _neighbourTotal;

    public QuestionWords(ImmutableArray<WeighedTerm> terms)
    {
        var asked = terms.Where(term => !term.Term.IsExpansion).OrderBy(term => term.Term.Start).ThenByDescending(term => term.Term.Length).ToArray();
        _worth = asked.ToDictionary(term => term.Term.Term, term => (double)term.Weight, StringComparer.Ordinal);
        _total = _worth.Values.Sum();
        _neighbours = [.. asked.Zip(asked.Skip(1), (first, second) => (first.Term.Term, second.Term.Term))];
        _neighbourTotal = _neighbours.Sum(WorthOf);
    }

    /// <summary>Share of the question, by worth, that is among these terms.</summary>
    public double ShareOf(IEnumerable<string> terms) =>
        _total > 0 ? terms.Distinct(StringComparer.Ordinal).Sum(term => _worth.GetValueOrDefault(term)) / _total : 0;

    /// <summary>Share of these terms that the question has; little when they are little of the question.</summary>
    public double MatchOf(IReadOnlyCollection<string> terms)
    {
        var distinct = terms.Distinct(StringComparer.Ordinal).ToArray();
        return distinct.Length == 0 ? 0 : (double)distinct.Count(_worth.ContainsKey) / distinct.Length * Math.Min(1, 3 * ShareOf(distinct));
    }

    /// <summary>Share of the question's neighbouring words, by worth, that are near each other in one of these texts.</summary>
    public double ShareOfNeighbours(IReadOnlyList<string[]> texts, int near)
    {
        if (_neighbourTotal <= 0)
            return 0;
        var positions = texts.Select(text => text.Index().Where(term => _worth.ContainsKey(term.Item))
            .ToLookup(term => term.Item, term => term.Index, StringComparer.Ordinal)).ToArray();
        return _neighbours.Where(pair => positions.Any(text => AreNear(text, pair, near))).Sum(WorthOf) / _neighbourTotal;
    }

    private static bool AreNear(ILookup<string, int> positions, (string First, string Second) pair, int near) =>
        positions[pair.First].Any(first => positions[pair.Second].Any(second => first != second && Math.Abs(first - second) <= near));

    private double WorthOf((string First, string Second) pair) => _worth[pair.First] + _worth[pair.Second];
}
