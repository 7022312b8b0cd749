using System.Collections.Immutable;
using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.Answering.Retrieval;
using AgentHelpdesk.Knowledge.Text;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>
/// The question's words with what each is worth here, and how much of them a text holds. A word and the words added for it (an acronym
/// and its long form) are one: either says it.
/// </summary>
internal sealed class QuestionWords
{
    private readonly ImmutableArray<Word> words;
    private readonly double total;

    /// <summary>No word of any text: stands among a text's terms for a value of the kind that is asked for.</summary>
    public const string Wanted = "\0";

    // A word that no document has may be a typing error or another form of one that they have.
    private const double UnknownShare = 0.5;

    // The date asked chooses the revision and the row; that a sentence repeats it says little.
    private const double DateShare = 0.3;

    private QuestionWords(IEnumerable<Word> words)
    {
        this.words = [.. words.Where(word => word.Weight > 0)];
        total = this.words.Sum(word => word.Weight);
    }

    /// <param name="retrieval">The question and what its terms are worth.</param>
    /// <param name="isElsewhere">Terms that choose the place of the answer, and are not looked for in its sentences.</param>
    public static QuestionWords Of(RetrievalOutcome retrieval, Func<QuestionTerm, bool> isElsewhere)
    {
        var text = retrieval.Question.MaskedText;
        var dates = retrieval.Question.NamesDate ? FrenchDates.Find(FoldedText.Of(text), retrieval.Question.Today).ToArray() : [];
        return new(retrieval.Terms
            .Where(term => !isElsewhere(term.Term))
            .GroupBy(term => term.Term.Start)
            .Select(group => WordOf(
                group,
                Array.Exists(dates, date => date.Start <= group.Key && group.Key < date.Start + date.Length) ? DateShare : 1,
                group.Any(term => WantedFact.IsNamedBy(text.AsSpan(term.Term.Start, term.Term.Length))))));
    }

    /// <summary>Distinct words.</summary>
    public int Count => words.Length;

    public static HashSet<string> TermsOf(string text) => [.. FrenchAnalyzer.Analyze(text).Select(token => token.Term)];

    /// <summary>The share of the question, by worth, that these terms say: 0 to 1.</summary>
    public double Covered(IReadOnlySet<string> terms) => total == 0 ? 0 : words.Sum(word => word.Weight * word.SaidBy(terms)) / total;

    /// <summary>The same, where a word that only the surroundings say counts for less.</summary>
    public double Covered(IReadOnlySet<string> own, params ReadOnlySpan<(IReadOnlySet<string> Terms, double Share)> around)
    {
        if (total == 0)
            return 0;
        var sum = 0.0;
        foreach (var word in words)
        {
            var said = word.SaidBy(own);
            foreach (var (terms, share) in around)
                said = Math.Max(said, share * word.SaidBy(terms));
            sum += word.Weight * said;
        }

        return sum / total;
    }

    /// <summary>What of each word these terms say, by its worth; over all words it sums up to <see cref="Covered(IReadOnlySet{string})"/>.</summary>
    public double[] Said(IReadOnlySet<string> terms) => [.. words.Select(word => total == 0 ? 0 : word.Weight * word.SaidBy(terms) / total)];

    /// <summary>The share that <paramref name="terms"/> say beyond <paramref name="said"/>.</summary>
    public double Added(IReadOnlySet<string> terms, IReadOnlySet<string> said) =>
        total == 0 ? 0 : words.Sum(word => word.Weight * Math.Max(0, word.SaidBy(terms) - word.SaidBy(said))) / total;

    public bool Holds(string term) => words.Any(word => word.Own.Any(own => own.Term == term));

    private static Word WordOf(IGrouping<int, WeighedTerm> group, double share, bool namesWanted)
    {
        // A reference and its parts share their first character: the parts count once, together.
        var own = group.Where(term => !term.Term.IsExpansion).Select(term => (term.Term.Term, (double)term.Weight)).ToImmutableArray();
        var added = group.Where(term => term.Term.IsExpansion).Select(term => (term.Term.Term, (double)term.Weight)).ToImmutableArray();
        var weight = own.IsEmpty ? added.Sum(term => term.Item2) : own.Max(term => term.Item2);
        var known = group.Any(term => term.DocumentFrequency > 0) ? 1 : UnknownShare;
        return new(own, added, weight * share * known, namesWanted);
    }

    private sealed record Word(ImmutableArray<(string Term, double Weight)> Own, ImmutableArray<(string Term, double Weight)> Added, double Weight, bool NamesWanted)
    {
        public double SaidBy(IReadOnlySet<string> terms) => NamesWanted && terms.Contains(Wanted) ? 1 : Math.Max(Share(Own, terms), Share(Added, terms));

        private static double Share(ImmutableArray<(string Term, double Weight)> part, IReadOnlySet<string> terms)
        {
            var whole = part.Sum(term => term.Weight);
            return whole == 0 ? 0 : part.Where(term => terms.Contains(term.Term)).Sum(term => term.Weight) / whole;
        }
    }
}
