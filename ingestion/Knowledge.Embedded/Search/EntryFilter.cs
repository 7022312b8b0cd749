using AgentHelpdesk.Knowledge.Index;

namespace AgentHelpdesk.Knowledge.Embedded.Search;

/// <summary>Which entries of a segment a filter lets through, as one bit an entry. An entry lacking a field passes nothing.</summary>
internal static class EntryFilter
{
    public static ulong[] Apply(SearchFilter filter, IndexSegment segment, long[] shownUntil)
    {
        var audiences = Allowed(segment.AudienceNames, names => names.Any(name => filter.Audiences.Contains(name, StringComparer.Ordinal)));
        var kinds = Allowed(segment.KindNames, kind => filter.Kinds.IsEmpty || filter.Kinds.Contains(kind, StringComparer.Ordinal));
        var wanted = filter.Documents.Select(document => document.Value).ToHashSet(StringComparer.Ordinal);
        var documents = Allowed(segment.DocumentNames, document => wanted.Count == 0 || wanted.Contains(document));
        var (first, last, publication) = (filter.AsOf.First.DayNumber, filter.AsOf.Last.DayNumber, filter.Publication);

        var passing = new ulong[(segment.Count + 63) / 64];
        for (var number = 0; number < segment.Count; number++)
        {
            var passes = segment.From[number] <= last & first < segment.Until[number]
                & segment.ShownFrom[number] <= publication & publication < shownUntil[number]
                & audiences[segment.Audiences[number]] & kinds[segment.Kinds[number]] & documents[segment.Documents[number]];
            if (passes)
                passing[number >> 6] |= 1UL << (number & 63);
        }

        if (!filter.Articles.IsEmpty)
            KeepArticles(filter, segment, passing);
        return passing;
    }

    private static bool[] Allowed<T>(T[] values, Func<T, bool> isAllowed) => Array.ConvertAll(values, value => isAllowed(value));

    private static void KeepArticles(SearchFilter filter, IndexSegment segment, ulong[] passing)
    {
        var holders = new ulong[passing.Length];
        foreach (var article in filter.Articles)
        {
            if (!segment.Articles.TryGetValue(article.Value, out var numbers))
                continue;
            foreach (var number in numbers)
                holders[number >> 6] |= 1UL << (number & 63);
        }

        for (var i = 0; i < passing.Length; i++)
            passing[i] &= holders[i];
    }
}
