using System.Collections.Immutable;
using AgentHelpdesk.TeamsBot.Resources;

namespace AgentHelpdesk.TeamsBot.Answers;

/// <summary>Compares an answer with an earlier one to the same question: what another date changed is marked, word by word.</summary>
internal static class ChangedWords
{
    public static AnswerView Between(AnswerView earlier, AnswerView later)
    {
        var messages = Messages.In(later.Language);
        var then = messages.AnswerAt(earlier.AsOfField);
        return (earlier, later) switch
        {
            (AnswerView.Grounded before, AnswerView.Grounded now) => Marked(before, now, then, messages),
            (AnswerView.Abstention, AnswerView.Grounded) => later with { Compared = messages.AnsweredOnlyNow(earlier.AsOfField) },
            (AnswerView.Grounded, _) => later with { Compared = messages.AnsweredOnlyThen(earlier.AsOfField) },
            _ => later with { Compared = messages.AnsweredNeitherTime(earlier.AsOfField) },
        };
    }

    private static AnswerView.Grounded Marked(AnswerView.Grounded earlier, AnswerView.Grounded later, string then, Messages messages)
    {
        var (before, now) = (WordsOf(earlier), WordsOf(later));
        var changed = new Dictionary<AnswerPlace, Queue<bool>>();
        foreach (var place in Enum.GetValues<AnswerPlace>())
            changed[place] = new(WordComparison.Changed(Comparable(before, place), [.. now[place]]));
        var anyChanged = changed.Values.Any(place => place.Contains(true));
        var sameWords = !anyChanged && Enum.GetValues<AnswerPlace>().All(place => before[place].SequenceEqual(now[place]));

        var marked = MarkableTexts.Mark(later, (place, text) => WordComparison.Runs(text, changed[place]));
        return marked with
        {
            Compared = anyChanged ? messages.WordsChanged(then)
                : !sameWords ? messages.WordsLeft(then)
                : Sources(earlier).SetEquals(Sources(later)) ? messages.NothingChanged(then)
                : messages.SameWordsElsewhere(then),
        };
    }

    // What another answer said in its first line is not new where this one says it among the rest; and a table may have had no dated row.
    private static ImmutableArray<string> Comparable(Dictionary<AnswerPlace, List<string>> before, AnswerPlace place) => place switch
    {
        AnswerPlace.FirstLine => [.. before[AnswerPlace.FirstLine]],
        AnswerPlace.RowInForce when before[AnswerPlace.RowInForce].Count > 0 => [.. before[AnswerPlace.RowInForce]],
        AnswerPlace.RowInForce => [.. before[AnswerPlace.Rest]],
        _ => [.. before[AnswerPlace.FirstLine], .. before[AnswerPlace.RowInForce], .. before[AnswerPlace.Rest]],
    };

    private static Dictionary<AnswerPlace, List<string>> WordsOf(AnswerView.Grounded view)
    {
        var words = Enum.GetValues<AnswerPlace>().ToDictionary(place => place, _ => new List<string>());
        MarkableTexts.Mark(view, (place, text) =>
        {
            words[place].AddRange(WordComparison.Words(text).Select(range => text.Substring(range.Start, range.Length)));
            return [];
        });
        return words;
    }

    // The address of a PDF names the revision: the same words may stand in another one.
    private static HashSet<string> Sources(AnswerView.Grounded view) => [.. view.Sources.SelectMany(place => place.Sources).Select(source => source.Url)];
}
