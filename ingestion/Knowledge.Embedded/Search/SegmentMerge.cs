namespace AgentHelpdesk.Knowledge.Embedded.Search;

/// <summary>One segment out of several, without the entries that are gone; inverted lists are joined, not built again.</summary>
internal static class SegmentMerge
{
    private const int Gone = -1;

    public static SegmentView Of(IReadOnlyList<SegmentView> views)
    {
        var places = Places(views, out var count);
        var documents = Names(views, segment => segment.DocumentNames);
        var kinds = Names(views, segment => segment.KindNames);
        var audiences = Names(views, segment => segment.AudienceNames.Select(names => string.Join(' ', names)));
        var segment = new IndexSegment
        {
            Ids = Column(views, places, count, segment => segment.Ids),
            From = Column(views, places, count, segment => segment.From),
            Until = Column(views, places, count, segment => segment.Until),
            ShownFrom = Column(views, places, count, segment => segment.ShownFrom),
            Documents = Column(views, places, count, segment => Array.ConvertAll(segment.Documents, number => documents[segment.DocumentNames[number]])),
            Kinds = Column(views, places, count, segment => Array.ConvertAll(segment.Kinds, number => kinds[segment.KindNames[number]])),
            Audiences = Column(views, places, count, segment => Array.ConvertAll(segment.Audiences, number => audiences[string.Join(' ', segment.AudienceNames[number])])),
            DocumentNames = [.. documents.Keys],
            KindNames = [.. kinds.Keys],
            AudienceNames = [.. audiences.Keys.Select(names => names.Split(' ', StringSplitOptions.RemoveEmptyEntries))],
            Articles = Articles(views, places),
            Inverted = Inverted(views, places),
            Dense = Dense(views, places),
        };
        var ends = new long[count];
        for (var i = 0; i < views.Count; i++)
            Copy(views[i].ShownUntil, places[i], ends);
        return new(segment, ends);
    }

    /// <summary>Where each entry of each segment goes.</summary>
    private static int[][] Places(IReadOnlyList<SegmentView> views, out int count)
    {
        var next = 0;
        var places = views.Select(view =>
        {
            var own = new int[view.Segment.Count];
            for (var number = 0; number < own.Length; number++)
                own[number] = view.ShownUntil[number] == SegmentView.RemovedMark ? Gone : next++;
            return own;
        }).ToArray();
        count = next;
        return places;
    }

    /// <summary>Each distinct name with its number; a dictionary that nothing is removed from keeps its order.</summary>
    private static Dictionary<string, int> Names(IReadOnlyList<SegmentView> views, Func<IndexSegment, IEnumerable<string>> names)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in views.SelectMany(view => names(view.Segment)))
            numbers.TryAdd(name, numbers.Count);
        return numbers;
    }

    private static T[] Column<T>(IReadOnlyList<SegmentView> views, int[][] places, int count, Func<IndexSegment, T[]> column)
    {
        var target = new T[count];
        for (var i = 0; i < views.Count; i++)
            Copy<T>(column(views[i].Segment), places[i], target);
        return target;
    }

    private static void Copy<T>(ReadOnlySpan<T> source, int[] places, T[] target)
    {
        for (var number = 0; number < source.Length; number++)
        {
            if (places[number] != Gone)
                target[places[number]] = source[number];
        }
    }

    private static Dictionary<string, ushort[]> Articles(IReadOnlyList<SegmentView> views, int[][] places) => views
        .SelectMany((view, i) => view.Segment.Articles.SelectMany(article => article.Value.Select(number => (article.Key, Place: places[i][number]))))
        .Where(pair => pair.Place != Gone)
        .GroupBy(pair => pair.Key, pair => (ushort)pair.Place, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    private static InvertedIndex Inverted(IReadOnlyList<SegmentView> views, int[][] places)
    {
        var total = views.Sum(view => view.Segment.Inverted.PostingCount);
        var (terms, starts) = (new List<uint>(), new List<int>());
        var (entries, weights) = (new List<ushort>(total), new List<float>(total));
        var positions = new int[views.Count];
        while (NextTerm(views, positions) is { } term)
        {
            terms.Add(term);
            starts.Add(entries.Count);
            for (var i = 0; i < views.Count; i++)
            {
                var inverted = views[i].Segment.Inverted;
                if (positions[i] >= inverted.Terms.Length || inverted.Terms[positions[i]] != term)
                    continue;
                Append(inverted[positions[i]++], places[i], entries, weights);
            }

            // All who held the term are gone.
            if (starts[^1] == entries.Count)
            {
                terms.RemoveAt(terms.Count - 1);
                starts.RemoveAt(starts.Count - 1);
            }
        }

        starts.Add(entries.Count);
        return new([.. terms], [.. starts], [.. entries], [.. weights]);
    }

    private static uint? NextTerm(IReadOnlyList<SegmentView> views, int[] positions)
    {
        uint? next = null;
        for (var i = 0; i < views.Count; i++)
        {
            var terms = views[i].Segment.Inverted.Terms;
            if (positions[i] < terms.Length && (next is null || terms[positions[i]] < next))
                next = terms[positions[i]];
        }

        return next;
    }

    private static void Append(Postings postings, int[] places, List<ushort> entries, List<float> weights)
    {
        var numbers = postings.Entries.Span;
        var values = postings.Weights.Span;
        for (var i = 0; i < numbers.Length; i++)
        {
            if (places[numbers[i]] is var place && place == Gone)
                continue;
            entries.Add((ushort)place);
            weights.Add(values[i]);
        }
    }

    private static DenseVectors Dense(IReadOnlyList<SegmentView> views, int[][] places)
    {
        var dimension = views.Select(view => view.Segment.Dense.Dimension).FirstOrDefault(size => size > 0);
        if (dimension == 0)
            return DenseVectors.None;
        var (values, entries) = (new List<float>(), new List<ushort>());
        for (var i = 0; i < views.Count; i++)
        {
            var dense = views[i].Segment.Dense;
            for (var row = 0; row < dense.Count && dense.Dimension == dimension; row++)
            {
                if (places[i][dense.Entries[row]] is var place && place == Gone)
                    continue;
                entries.Add((ushort)place);
                values.AddRange(dense[row]);
            }
        }

        return new(dimension, [.. values], [.. entries]);
    }
}
