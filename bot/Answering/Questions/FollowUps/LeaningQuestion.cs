using System.Text.RegularExpressions;
using AgentHelpdesk.Knowledge.Text;

namespace AgentHelpdesk.Answering.Questions.FollowUps;

/// <summary>A question that leans on the one before it, and what may be made of the two.</summary>
/// <param name="Asked">Masked.</param>
/// <param name="Earlier">Masked and itself completed.</param>
public sealed partial record LeaningQuestion(string Asked, string Earlier)
{
    // Both in one, with the words that join them.
    private const int LongestAddition = 40;

    /// <summary>
    /// Whether a rewriting is the two questions and nothing else: one line, each word, figure, date and reference of it in one of them, all that
    /// the new question says still said, and it says more than the new question alone.
    /// </summary>
    public bool Allows(string rewritten)
    {
        var text = rewritten.Trim();
        if (text.Length == 0 || text.Length > Asked.Length + Earlier.Length + LongestAddition || text.Any(char.IsControl) || Markup().IsMatch(text))
            return false;
        var (made, asked, earlier) = (WordsOf(text), WordsOf(Asked), WordsOf(Earlier));
        if (made.Count == 0 || !made.IsSubsetOf(asked.Union(earlier)) || !asked.IsSubsetOf(made))
            return false;
        return FigureRuns(text).IsSubsetOf(FigureRuns(Asked).Union(FigureRuns(Earlier)))
            && QuestionMarks(text) <= Math.Max(1, QuestionMarks(Asked) + QuestionMarks(Earlier))
            && Restrictions(text).SetEquals(Restrictions(Asked).Union(Restrictions(Earlier).Intersect(Restrictions(text))))
            && References(text).IsSubsetOf(References(Asked).Union(References(Earlier)))
            && PersonalDataMask.FindsNothingIn(text)
            && (FoldedText.Of(text) != FoldedText.Of(Earlier.Trim()) || TalkWords.More().IsMatch(FoldedText.Of(Asked.TrimEnd('?', ' ', '\u00a0', '\u202f'))));
    }

    /// <summary>Words with a meaning of their own: what asks, joins, or goes on with the question before may come and go.</summary>
    private static HashSet<string> WordsOf(string text)
    {
        var folded = FoldedText.Of(text);
        var silent = AskingWords.Find(folded).Select(range => new Stretch(range.Start, range.Length))
            .Append(new Stretch(0, TalkWords.Opening().Match(folded).Length))
            .Concat(TalkWords.StandIn().Matches(folded).Select(match => new Stretch(match.Index, match.Length)))
            .ToArray();
        return [.. FrenchAnalyzer.Analyze(text)
            .Where(token => !silent.Any(range => range.Overlaps(new(token.Start, token.Length))) && !TalkWords.Plain().IsMatch(folded.AsSpan(token.Start, token.Length)))
            .Select(token => token.Term)];
    }

    private static HashSet<string> FigureRuns(string text) => [.. Figures().Matches(text).Select(match => match.Value)];

    // "sans" lost or brought in turns a question round.
    private static HashSet<string> Restrictions(string text) => [.. Restriction().Matches(FoldedText.Of(text)).Select(match => match.Value)];

    private static int QuestionMarks(string text) => text.Count(character => character == '?');

    private static HashSet<string> References(string text) => [.. ReferenceFinder.Find(text).Select(reference => FoldedText.Of(reference.AsTyped))];

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Figures();

    [GeneratedRegex(@"\b(?:sans|sauf|hors|non|jamais|pas|aucune?|moins|apres|avant|depuis|jusqu'a?)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Restriction();

    [GeneratedRegex(@"[<>{}\[\]|*_`#\\]|https?:", RegexOptions.CultureInvariant)]
    private static partial Regex Markup();
}
