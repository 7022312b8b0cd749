using AgentHelpdesk.Knowledge.Embedded.Search;
using AgentHelpdesk.Knowledge.Index;
using AgentHelpdesk.TestKit.Index;

namespace AgentHelpdesk.Knowledge.Embedded.Tests.Search;

/// <summary>Entries whose terms are as unevenly common as words are, over many windows of a segment.</summary>
internal static class RandomEntries
{
    private const int Terms = 400;

    public static IndexEntry[] Of(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(number => SomeEntry.Of(1 + (number * 104_729L % 1_000_003), Sparse(random, 12)) with
        {
            Kind = random.Next(2) == 0 ? "code" : "note",
            Dense = random.Next(3) == 0 ? default : new[] { random.NextSingle() - 0.5f, random.NextSingle(), random.NextSingle() },
        })];
    }

    public static SearchQuery Question(Random random, int limit) => SomeEntry.Question(Sparse(random, 5)) with
    {
        Dense = new[] { random.NextSingle(), random.NextSingle() - 0.5f, 0.1f },
        Limit = limit,
        Filter = SomeEntry.Filter() with { Kinds = random.Next(2) == 0 ? ["code"] : [] },
    };

    public static SegmentView View(IEnumerable<IndexEntry> entries)
    {
        var stored = entries.Select(Stored).ToArray();
        return new(SegmentBuilder.Build(stored), [.. stored.Select(entry => entry.ShownUntil)]);
    }

    private static StoredEntry Stored(IndexEntry entry) => new()
    {
        Id = entry.Id.Value,
        Document = entry.Document.Value,
        Terms = entry.Sparse.Indices,
        Weights = entry.Sparse.Values,
        Dense = [.. DenseVectors.Normalize(entry.Dense.Span)],
        From = entry.Effective.From.DayNumber,
        Until = entry.Effective.Until.DayNumber,
        Audience = entry.Audience,
        Kind = entry.Kind,
        Articles = [.. entry.ArticleKeys.Select(article => article.Value)],
        ShownFrom = entry.ShownFrom,
    };

    private static (uint Term, float Weight)[] Sparse(Random random, int count) =>
    [
        .. Enumerable.Range(0, count).Select(_ => (uint)Math.Pow(Terms, random.NextDouble())).Distinct().Select(term => (term, (random.NextSingle() * 2) + 0.05f)),
    ];
}
