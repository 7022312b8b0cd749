using System.Collections.Immutable;
using AgentHelpdesk.Answering.Questions;

namespace AgentHelpdesk.Answering.Retrieval;

/// <summary>The words of a question with their worth, to be looked for in passages.</summary>
internal sealed class AskedTerms
{
    private readonly Dictionary<string, double> _worth;
    private readonly ImmutableArray<(string First, string Second)> _neighbours;
    private readonly double _total;
    private readonly double _neighbourTotal;

    public AskedTerms(UnderstoodQuestion question, ImmutableArray<WeighedTerm> terms)
    {
        AsksForAmount = question.Aims.HasFlag(QuestionAims.Amount);
        var asked = terms.Where(term => !term.Term.IsExpansion).OrderBy(term => term.Term.Start).ThenByDescending(term => term.Term.Length).ToArray();
        _worth = asked.ToDictionary(term => term.Term.Term, term => (double)term.Weight, StringComparer.Ordinal);
        _total = _worth.Values.Sum();
        _neighbours = [.. asked.Zip(asked.Skip(1), (first, second) => (first.Term.Term, second.Term.Term))];
        _neighbourTotal = _neighbours.Sum(WorthOf);
    }

    public bool AsksForAmount { get; }

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
