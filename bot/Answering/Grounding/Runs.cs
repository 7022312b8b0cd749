using System.Collections.Immutable;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>Which stretches of a claim make a line: consecutive ones, or two runs of them with something left out between.</summary>
/// <param name="First">The first run begins with this stretch,</param>
/// <param name="Last">and ends with this one.</param>
/// <param name="Next">The second run, if there is one, begins with this stretch,</param>
/// <param name="To">and ends with this one; less than <paramref name="Next"/>: there is none.</param>
internal readonly record struct Runs(int First, int Last, int Next, int To)
{
    public bool HasGap => To >= Next;

    public int End => HasGap ? To : Last;

    public IEnumerable<int> Indices => HasGap ? Enumerable.Range(First, Last - First + 1).Concat(Enumerable.Range(Next, To - Next + 1)) : Enumerable.Range(First, Last - First + 1);

    public bool Contains(int index) => (First <= index && index <= Last) || (Next <= index && index <= To);

    /// <summary>Right after what is kept: what would have gone on saying something about it.</summary>
    public IEnumerable<int> LeftOut(int count)
    {
        if (HasGap)
            yield return Last + 1;
        if (End + 1 < count)
            yield return End + 1;
    }

    /// <summary>All that could fit: two runs only of one sentence, or of an introduction and an item of its list.</summary>
    public static IEnumerable<Runs> Of(string text, ImmutableArray<Stretch> stretches, int length)
    {
        for (var first = 0; first < stretches.Length; first++)
        {
            for (var last = first; last < stretches.Length && LengthOf(first, last) <= length; last++)
            {
                yield return new(first, last, 0, -1);
                foreach (var (next, to) in Seconds(first, last))
                    yield return new(first, last, next, to);
            }
        }

        IEnumerable<(int Next, int To)> Seconds(int first, int last)
        {
            if (!stretches[first].OpensSentence)
                yield break;
            var introduces = stretches[first].Line == 0 && stretches[first].OpensSentence && text[stretches[last].End - 1] == ':';
            for (var next = last + 2; next < stretches.Length && (introduces || stretches[next].Sentence == stretches[last].Sentence); next++)
            {
                if (stretches[next].Sentence != stretches[last].Sentence && !stretches[next].OpensSentence)
                    continue;
                for (var to = next; to < stretches.Length && LengthOf(first, last) + LengthOf(next, to) <= length && stretches[to].Sentence == stretches[next].Sentence; to++)
                    yield return (next, to);
            }
        }

        int LengthOf(int first, int last) => stretches[last].End - stretches[first].Start;
    }
}
