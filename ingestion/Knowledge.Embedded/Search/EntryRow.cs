using System.Collections.Immutable;
using System.Runtime.InteropServices;
using AgentHelpdesk.Knowledge.Index;
using Microsoft.Data.Sqlite;

namespace AgentHelpdesk.Knowledge.Embedded.Search;

/// <summary>
/// An index entry as a row of <c>index_entry</c>. Vectors are little-endian as the processors of all supported machines have them:
/// loading copies bytes, and parses nothing.
/// </summary>
internal static class EntryRow
{
    public const string Columns =
        "id, document, valid_from, valid_until, audience, kind, articles, shown_from, shown_until, sparse, dense";

    public static StoredEntry Read(SqliteDataReader row, Dictionary<string, string> known)
    {
        var sparse = row.Bytes(9);
        // Half of the bytes are term ids, half are weights.
        var half = sparse.Length / 2;
        return new()
        {
            Id = row.GetInt64(0),
            Document = Shared(row.GetString(1), known),
            From = row.GetInt32(2),
            Until = row.GetInt32(3),
            Audience = SplitAudience(Shared(row.GetString(4), known)),
            Kind = Shared(row.GetString(5), known),
            Articles = [.. row.GetString(6).Split('\n', StringSplitOptions.RemoveEmptyEntries)],
            ShownFrom = row.GetInt64(7),
            ShownUntil = row.IsDBNull(8) ? StoredEntry.NeverEnds : row.GetInt64(8),
            Terms = Array<uint>(sparse.AsSpan(0, half)),
            Weights = Array<float>(sparse.AsSpan(half)),
            Dense = Array<float>(row.Bytes(10)),
        };
    }

    public static byte[] Sparse(SparseVector vector) =>
        [.. MemoryMarshal.AsBytes(vector.Indices.AsSpan()), .. MemoryMarshal.AsBytes(vector.Values.AsSpan())];

    /// <summary>Made of length 1 once, when it is written.</summary>
    public static byte[] Dense(ReadOnlyMemory<float> vector) => MemoryMarshal.AsBytes(DenseVectors.Normalize(vector.Span).AsSpan()).ToArray();

    public static string Articles(IndexEntry entry) => string.Join('\n', entry.ArticleKeys.Select(article => article.Value));

    public static string Audience(IndexEntry entry) => string.Join(' ', entry.Audience);

    private static ImmutableArray<string> SplitAudience(string audience) => [.. audience.Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    // Few distinct values fill these columns: without sharing, a hundred thousand entries hold as many copies.
    private static string Shared(string value, Dictionary<string, string> known)
    {
        ref var shared = ref CollectionsMarshal.GetValueRefOrAddDefault(known, value, out _);
        return shared ??= value;
    }

    private static ImmutableArray<T> Array<T>(ReadOnlySpan<byte> bytes)
        where T : unmanaged => ImmutableCollectionsMarshal.AsImmutableArray(MemoryMarshal.Cast<byte, T>(bytes).ToArray());
}
