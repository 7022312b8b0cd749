using System.Runtime.InteropServices;

namespace AgentHelpdesk.Knowledge.Embedded.Search;

/// <summary>Builds a segment from entries, in the order given.</summary>
internal static class SegmentBuilder
{
    /// <exception cref="ArgumentException">More entries than a segment holds.</exception>
    public static IndexSegment Build(IReadOnlyList<StoredEntry> entries)
    {
        if (entries.Count > IndexSegment.MostEntries)
            throw new ArgumentException($"A segment holds {IndexSegment.MostEntries} entries, not {entries.Count}.", nameof(entries));
        var documents = new Numbering<string>(StringComparer.Ordinal);
        var kinds = new Numbering<string>(StringComparer.Ordinal);
        var audiences = new Numbering<string>(StringComparer.Ordinal);
        return new()
        {
            Ids = Column(entries, entry => entry.Id),
            From = Column(entries, entry => entry.From),
            Until = Column(entries, entry => entry.Until),
            ShownFrom = Column(entries, entry => entry.ShownFrom),
            Documents = Column(entries, entry => documents.Of(entry.Document)),
            Kinds = Column(entries, entry => kinds.Of(entry.Kind)),
            // No audience holds a space: a combination is one string.
            Audiences = Column(entries, entry => audiences.Of(string.Join(' ', entry.Audience))),
            DocumentNames = documents.Values,
            KindNames = kinds.Values,
            AudienceNames = [.. audiences.Values.Select(names => names.Split(' ', StringSplitOptions.RemoveEmptyEntries))],
            Articles = Articles(entries),
            Inverted = Invert(entries),
            Dense = Dense(entries),
        };
    }

    private static T[] Column<T>(IReadOnlyList<StoredEntry> entries, Func<StoredEntry, T> value) => [.. entries.Select(value)];

    private static Dictionary<string, ushort[]> Articles(IReadOnlyList<StoredEntry> entries) => entries
        .SelectMany((entry, number) => entry.Articles.Distinct(StringComparer.Ordinal).Select(article => (article, Number: (ushort)number)))
        .GroupBy(pair => pair.article, pair => pair.Number, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    private static InvertedIndex Invert(IReadOnlyList<StoredEntry> entries)
    {
        // Counted first, then filled in place: nothing is sorted but the distinct terms.
        var counts = new Dictionary<uint, int>();
        var total = 0;
        foreach (var entry in entries)
        {
            total += entry.Terms.Length;
            foreach (var term in entry.Terms)
                CollectionsMarshal.GetValueRefOrAddDefault(counts, term, out _)++;
        }

        var terms = counts.Keys.ToArray();
        Array.Sort(terms);
        var starts = new int[terms.Length + 1];
        for (var i = 0; i < terms.Length; i++)
        {
            ref var next = ref CollectionsMarshal.GetValueRefOrNullRef(counts, terms[i]);
            starts[i + 1] = starts[i] + next;
            next = starts[i];
        }

        var holders = new ushort[total];
        var weights = new float[total];
        for (var number = 0; number < entries.Count; number++)
        {
            var entry = entries[number];
            for (var i = 0; i < entry.Terms.Length; i++)
            {
                var at = CollectionsMarshal.GetValueRefOrNullRef(counts, entry.Terms[i])++;
                holders[at] = (ushort)number;
                weights[at] = entry.Weights[i];
            }
        }

        return new(terms, starts, holders, weights);
    }

    private static DenseVectors Dense(IReadOnlyList<StoredEntry> entries)
    {
        var rows = Enumerable.Range(0, entries.Count).Where(number => entries[number].Dense.Length > 0).Select(number => (ushort)number).ToArray();
        if (rows.Length == 0)
            return DenseVectors.None;
        var dimension = entries[rows[0]].Dense.Length;
        var values = new float[rows.Length * dimension];
        for (var row = 0; row < rows.Length; row++)
            entries[rows[row]].Dense.AsSpan().CopyTo(values.AsSpan(row * dimension, dimension));
        return new(dimension, values, rows);
    }

    /// <summary>Numbers distinct values from 0 in the order of their first appearance.</summary>
    private sealed class Numbering<T>(IEqualityComparer<T> comparer)
        where T : notnull
    {
        private readonly Dictionary<T, int> numbers = new(comparer);

        public T[] Values => [.. numbers.OrderBy(pair => pair.Value).Select(pair => pair.Key)];

        public int Of(T value)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, value, out var exists);
            if (!exists)
                number = numbers.Count - 1;
            return number;
        }
    }
}
