using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Index;

namespace AgentHelpdesk.Knowledge.Embedded.Search;

/// <summary>A filter compared by what it holds: the record compares its arrays by reference.</summary>
internal readonly struct FilterKey(SearchFilter filter) : IEquatable<FilterKey>
{
    private readonly SearchFilter filter = filter;

    public bool Equals(FilterKey other) =>
        filter.Publication == other.filter.Publication && filter.AsOf == other.filter.AsOf
        && Same(filter.Audiences, other.filter.Audiences) && Same(filter.Kinds, other.filter.Kinds)
        && Same(filter.Articles, other.filter.Articles) && Same(filter.Documents, other.filter.Documents);

    public override bool Equals(object? obj) => obj is FilterKey other && Equals(other);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(filter.Publication);
        hash.Add(filter.AsOf);
        foreach (var audience in filter.Audiences)
            hash.Add(audience, StringComparer.Ordinal);
        foreach (var kind in filter.Kinds)
            hash.Add(kind, StringComparer.Ordinal);
        foreach (var article in filter.Articles)
            hash.Add(article);
        foreach (var document in filter.Documents)
            hash.Add(document);
        return hash.ToHashCode();
    }

    private static bool Same<T>(ImmutableArray<T> one, ImmutableArray<T> other) => one.AsSpan().SequenceEqual(other.AsSpan());
}
