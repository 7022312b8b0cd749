using System.Collections.Immutable;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text.Json;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.Knowledge.Index;
using AgentHelpdesk.Knowledge.Text;

namespace AgentHelpdesk.TestKit.Index;

/// <summary>Passages and questions with the rankings that a real Qdrant server gave (../shared/captures/qdrant/ranking).</summary>
public static class RecordedRankings
{
    public sealed record RecordedQuestion(string Id, SearchQuery Query, ImmutableArray<ScoredChunk> Sparse, ImmutableArray<ScoredChunk> Dense);

    /// <summary>What the server's filters are called, and what they say in ours.</summary>
    private static readonly (string Name, SearchFilter Filter)[] Filters =
    [
        ("none", Filter(new(ValidityPeriod.OpenStart, ValidityPeriod.OpenEnd), "*", "caf", "msa", "urssaf")),
        ("in force 2023-04-01", Filter(AsOf.Day(new(2023, 4, 1)), "*", "caf", "msa", "urssaf")),
        ("in force 2021-12-31 for caf", Filter(AsOf.Day(new(2021, 12, 31)), "*", "caf")),
    ];

    public static IReadOnlyList<IndexEntry> Entries() => [.. Lines("points.jsonl.gz").Select(line => SomeEntry.Of(line.GetProperty("id").GetInt64()) with
    {
        Sparse = new(
            [.. line.GetProperty("sparse").GetProperty("indices").EnumerateArray().Select(value => value.GetUInt32())],
            [.. line.GetProperty("sparse").GetProperty("values").EnumerateArray().Select(value => value.GetSingle())]),
        Dense = Vector(line),
        Audience = line.TryGetProperty("audience", out var audience) && audience.GetArrayLength() > 0
            ? [.. audience.EnumerateArray().Select(value => value.GetString() ?? "")]
            : [Audience.Everyone],
        Effective = new(Day(line, "valid_from") ?? ValidityPeriod.OpenStart, Day(line, "valid_to") ?? ValidityPeriod.OpenEnd),
    })];

    /// <summary>Each question under each filter. The server had an idf modifier; here the question carries N and df of all entries.</summary>
    public static IEnumerable<RecordedQuestion> Questions(IReadOnlyList<IndexEntry> entries)
    {
        var frequencies = entries.SelectMany(entry => entry.Sparse.Indices).CountBy(term => term).ToDictionary(pair => pair.Key, pair => pair.Value);
        foreach (var line in Lines("queries.jsonl.gz"))
        {
            var terms = line.GetProperty("sparse_indices").EnumerateArray().Select(value => value.GetUInt32()).Order().ToImmutableArray();
            var sparse = new SparseVector(terms, [.. terms.Select(term => QueryWeights.Idf(entries.Count, frequencies.GetValueOrDefault(term)))]);
            foreach (var (name, filter) in Filters)
            {
                var rankings = line.GetProperty("rankings").GetProperty(name);
                yield return new(
                    $"{line.GetProperty("id")} ({name})",
                    new() { Sparse = sparse, Dense = Vector(line), Filter = filter, Limit = 50 },
                    Ranking(rankings.GetProperty("sparse")),
                    Ranking(rankings.GetProperty("dense_exact")));
            }
        }
    }

    private static ImmutableArray<ScoredChunk> Ranking(JsonElement ranking) =>
        [.. ranking.EnumerateArray().Select(pair => new ScoredChunk(new(pair[0].GetInt64()), pair[1].GetSingle()))];

    private static SearchFilter Filter(AsOf asOf, params string[] audiences) => new() { Publication = 1, AsOf = asOf, Audiences = [.. audiences] };

    private static ReadOnlyMemory<float> Vector(JsonElement line) =>
        MemoryMarshal.Cast<byte, float>(line.GetProperty("dense_base64").GetBytesFromBase64()).ToArray();

    private static DateOnly? Day(JsonElement line, string name) =>
        line.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { } text
            ? DateOnly.FromDateTime(DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.RoundtripKind))
            : null;

    private static IEnumerable<JsonElement> Lines(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(SharedFolder.Combine("captures", "qdrant", "ranking", file)), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
            yield return JsonDocument.Parse(line).RootElement;
    }
}
