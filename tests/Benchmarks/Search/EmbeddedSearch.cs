using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.Knowledge.Embedded.Search;
using AgentHelpdesk.Knowledge.Index;

namespace AgentHelpdesk.Benchmarks.Search;

/// <summary>The product's own search over the synthetic corpus: every second day number passes the filter.</summary>
internal static class EmbeddedSearch
{
    private static readonly DateOnly First = new(2000, 1, 1);

    /// <summary>Days over which the chunks' validity is spread.</summary>
    public const int Days = 1000;

    public static int DayOf(int chunk) => (int)(chunk * 7919L % Days);

    /// <summary>Lets half of the chunks through: those in force from a day in the first half on.</summary>
    public static readonly SearchFilter Half = new() { Publication = 1, AsOf = AsOf.Day(First.AddDays((Days / 2) - 1)), Audiences = [Audience.Everyone] };

    public static readonly SearchFilter All = Half with { AsOf = AsOf.Day(First.AddDays(Days)) };

    public static IndexEntry Entry(SyntheticCorpus corpus, int chunk, ReadOnlyMemory<float> dense = default) => new()
    {
        Id = new(chunk + 1),
        Document = DocumentId.Parse($"document-{chunk / 200}"),
        Revision = RevisionId.Parse("0123456789abcdef0123456789abcdef"),
        Sparse = corpus.Weights(corpus.Chunks[chunk]),
        Dense = dense,
        Effective = new(First.AddDays(DayOf(chunk)), ValidityPeriod.OpenEnd),
        Audience = [Audience.Everyone],
        Kind = "circulaire",
        ArticleKeys = [],
        ShownFrom = 1,
    };

    public static IndexSnapshot Snapshot(SyntheticCorpus corpus)
    {
        var entries = Enumerable.Range(0, corpus.Chunks.Length).Select(chunk => Stored(Entry(corpus, chunk)));
        return new() { Segments = [.. entries.Chunk(IndexSegment.MostEntries).Select(part => new SegmentView(SegmentBuilder.Build(part), [.. part.Select(_ => StoredEntry.NeverEnds)]))] };
    }

    public static SearchQuery Query(SparseVector question, SearchFilter filter, int limit) => new() { Sparse = question, Filter = filter, Limit = limit };

    private static StoredEntry Stored(IndexEntry entry) => new()
    {
        Id = entry.Id.Value,
        Document = entry.Document.Value,
        Terms = entry.Sparse.Indices,
        Weights = entry.Sparse.Values,
        Dense = [.. entry.Dense.Span],
        From = entry.Effective.From.DayNumber,
        Until = entry.Effective.Until.DayNumber,
        Audience = entry.Audience,
        Kind = entry.Kind,
        Articles = [],
        ShownFrom = entry.ShownFrom,
    };
}
