using System.Text.RegularExpressions;
using AgentHelpdesk.Answering.Retrieval;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>How well a stretch of words fits the question: the question's words in it, and the kind of value asked for.</summary>
internal sealed partial class QuestionFit
{
    // What a figure must fit the kind asked for, to be taken for the value.
    private const double LeastFit = 0.4;

    // "quinze années d'activité" is no age: ages are told in "ans".
    private const double SpanShare = 0.6;

    private readonly QuestionWords words;
    private readonly WantedFact wanted;
    private readonly TypedQuestion typed;

    public QuestionFit(RetrievalOutcome retrieval)
    {
        var named = new NamedRule(retrieval.Question);
        words = QuestionWords.Of(retrieval, term => named.Covers(term) && retrieval.Passages.Any(named.IsIn));
        wanted = WantedFact.Of(retrieval.Question);
        typed = new(retrieval.Question.MaskedText);
    }

    public bool WantsFigure => wanted.IsFigure;

    /// <summary>0 where no figure of the kind asked for stands.</summary>
    public double FigureIn(string text) => wanted.FigureIn(text) is var fit && fit >= LeastFit ? fit * (wanted.IsAge && !Years().IsMatch(text) ? SpanShare : 1) : 0;

    /// <summary>What of each of the question's words the text says, by worth.</summary>
    public double[] Said(string text) => words.Said(QuestionWords.TermsOf(text));

    public double Covered(string text) => words.Covered(QuestionWords.TermsOf(text));

    /// <summary>How much a label (of a row, of a column) is the one the question names.</summary>
    public double Names(string label)
    {
        if (label.Length == 0)
            return 0;
        var terms = QuestionWords.TermsOf(label);
        var strange = terms.Count(term => !words.Holds(term));
        var score = words.Covered(terms) - (0.01 * strange);
        return typed.Holds(label) ? score + 0.3 + (0.01 * Math.Min(20, label.Length)) : score;
    }

    [GeneratedRegex(@"\bans?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Years();
}
