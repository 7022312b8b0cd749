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
        var rows = AllRows(earlier);
        var changed = Enum.GetValues<AnswerPlace>().ToDictionary(
            place => place, place => new Queue<bool>(WordComparison.Changed(place is AnswerPlace.OtherRow ? rows : Comparable(before, place), [.. now[place]])));
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

    // What an answer said in its first line is not new where the other says it among the rest, nor is a row that only stopped answering;
    // and a table may have had no dated row.
    private static ImmutableArray<string> Comparable(Dictionary<AnswerPlace, List<string>> before, AnswerPlace place) => place switch
    {
        AnswerPlace.FirstLine => [.. before[AnswerPlace.FirstLine]],
        AnswerPlace.RowInForce when before[AnswerPlace.RowInForce].Count > 0 => [.. before[AnswerPlace.RowInForce]],
        AnswerPlace.Rest => [.. before[AnswerPlace.FirstLine], .. before[AnswerPlace.Rest]],
        _ => [.. before[AnswerPlace.Rest]],
    };

    // In the order of the table, whichever row answered.
    private static ImmutableArray<string> AllRows(AnswerView.Grounded view)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        MarkableTexts.Mark(view, (place, text) =>
        {
            if (place is AnswerPlace.RowInForce or AnswerPlace.OtherRow)
                words.AddRange(WordComparison.In(text));
            return [];
        });
        return words.Count > 0 ? words.ToImmutable() : [.. WordsOf(view)[AnswerPlace.Rest]];
    }

    private static Dictionary<AnswerPlace, List<string>> WordsOf(AnswerView.Grounded view)
    {
        var words = Enum.GetValues<AnswerPlace>().ToDictionary(place => place, _ => new List<string>());
        MarkableTexts.Mark(view, (place, text) =>
        {
            words[place].AddRange(WordComparison.In(text));
            return [];
        });
        return words;
    }

    // The address of a PDF names the revision: the same words may stand in another one.
    private static HashSet<string> Sources(AnswerView.Grounded view) => [.. view.Sources.SelectMany(place => place.Sources).Select(source => source.Url)];
}
