using System.Buffers;
using System.Numerics;
using System.Runtime.Intrinsics;
using AgentHelpdesk.Knowledge.Index;

namespace AgentHelpdesk.Knowledge.Embedded.Search;

/// <summary>
/// The entries with the highest Σ question weight × entry weight, exactly. The segment is taken in windows; in each the terms whose
/// bounds together can't reach the ranking are optional (MaxScore): they are looked up only for entries that the others bring near it.
/// Bounds are the highest weights of the blocks that reach into the window.
/// </summary>
internal ref struct SparseSearch
{
    /// <summary>Entries a window: their scores fit the processor's nearest cache.</summary>
    private const int WindowSize = 2048;

    /// <summary>Sums differ in their last digits with their order: nothing within this share of the threshold is left out unseen.</summary>
    private const double Slack = 1 - 1e-6;

    private readonly ReadOnlySpan<ulong> passing;
    private readonly ReadOnlySpan<long> ids;
    private readonly TopChunks best;
    private readonly bool canPrune;
    private readonly Span<double> scores;
    private readonly Span<TermCursor> cursors;

    private SparseSearch(SegmentView view, ReadOnlySpan<ulong> passing, TopChunks best, bool canPrune, Span<double> scores, Span<TermCursor> cursors)
    {
        ids = view.Segment.Ids;
        this.passing = passing;
        this.best = best;
        this.canPrune = canPrune;
        this.scores = scores;
        this.cursors = cursors;
    }

    public static void Run(SegmentView view, ReadOnlySpan<ulong> passing, SparseVector question, TopChunks best)
    {
        var index = view.Segment.Inverted;
        var cursors = ArrayPool<TermCursor>.Shared.Rent(question.Count);
        var scores = ArrayPool<double>.Shared.Rent(WindowSize);
        var count = 0;
        var canPrune = !index.HasNegativeWeights;
        for (var i = 0; i < question.Count; i++)
        {
            var position = index.Find(question.Indices[i]);
            if (position >= 0)
                cursors[count++] = new(index[position], question.Values[i]);
            canPrune &= question.Values[i] >= 0;
        }

        if (count > 0)
        {
            Array.Clear(scores);
            new SparseSearch(view, passing, best, canPrune, scores.AsSpan(0, WindowSize), cursors.AsSpan(0, count)).Run();
        }

        ArrayPool<TermCursor>.Shared.Return(cursors, clearArray: true);
        ArrayPool<double>.Shared.Return(scores);
    }

    private readonly void Run()
    {
        for (var start = 0; start < ids.Length; start += WindowSize)
        {
            var end = Math.Min(start + WindowSize, ids.Length);
            foreach (ref var cursor in cursors)
                cursor.EnterWindow(end);
            cursors.Sort(static (one, other) => one.Bound.CompareTo(other.Bound));
            var optional = CountOptional(out var optionalBound);
            if (optional == cursors.Length)
                continue;
            foreach (ref var cursor in cursors[optional..])
                cursor.AddTo(scores, start);
            Collect(start, end, optional, optionalBound);
            scores.Clear();
        }
    }

    /// <summary>The cursors are ordered by bound: the first ones that together stay below the threshold need not be walked.</summary>
    private readonly int CountOptional(out double bound)
    {
        bound = 0;
        var optional = 0;
        if (!canPrune)
            return cursors[^1].IsInWindow || AnyInWindow() ? 0 : cursors.Length;
        while (optional < cursors.Length && (bound + cursors[optional].Bound < Threshold || cursors[optional].Bound == 0))
            bound += cursors[optional++].Bound;
        return optional;
    }

    private readonly bool AnyInWindow()
    {
        foreach (ref var cursor in cursors)
        {
            if (cursor.IsInWindow)
                return true;
        }

        return false;
    }

    private readonly double Threshold => best.Threshold * Slack;

    private readonly void Collect(int start, int end, int optional, double optionalBound)
    {
        for (var word = start; word < end; word += 64)
        {
            var candidates = passing[word >> 6];
            if (candidates != 0)
                candidates &= NearRanking(word - start, optionalBound);
            for (; candidates != 0; candidates &= candidates - 1)
            {
                var number = word + BitOperations.TrailingZeroCount(candidates);
                Score(number, scores[number - start], optional, optionalBound);
            }
        }
    }

    /// <summary>Of 64 entries those whose score so far could still reach the ranking.</summary>
    private readonly ulong NearRanking(int at, double optionalBound)
    {
        // An entry none of the walked terms brought here has score 0; so has one whose weights are all 0, and neither is ranked.
        var floor = Vector512.Create(Math.Max(double.Epsilon, Threshold - optionalBound));
        ulong near = 0;
        for (var i = 0; i < 64; i += Vector512<double>.Count)
        {
            var values = Vector512.Create<double>(scores.Slice(at + i, Vector512<double>.Count));
            var found = canPrune ? Vector512.GreaterThanOrEqual(values, floor) : ~Vector512.Equals(values, Vector512<double>.Zero);
            near |= found.ExtractMostSignificantBits() << i;
        }

        return near;
    }

    private readonly void Score(int number, double score, int optional, double optionalBound)
    {
        for (var i = optional - 1; i >= 0; i--)
        {
            if (score + optionalBound < Threshold)
                return;
            ref var cursor = ref cursors[i];
            optionalBound -= cursor.Bound;
            score += cursor.ScoreOf(number);
        }

        var rounded = (float)score;
        if (rounded != 0)
            best.Offer(ids[number], rounded);
    }
}
