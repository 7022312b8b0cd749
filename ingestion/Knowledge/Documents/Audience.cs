using System.Collections.Immutable;

namespace AgentHelpdesk.Knowledge.Documents;

/// <summary>The bodies or territories a revision speaks to ("caf", "974"), lower-case; <c>*</c> speaks to everyone.</summary>
public static class Audience
{
    public const string Everyone = "*";

    /// <summary>Splits a space-separated cell; an empty cell speaks to everyone. Sorted and distinct.</summary>
    public static ImmutableArray<string> Parse(string? cell)
    {
        var parts = (cell ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => part.Normalize().ToLowerInvariant()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToImmutableArray();
        return parts.IsEmpty ? [Everyone] : parts;
    }

    /// <summary>What a caller may read: the audiences they belong to and everything meant for everyone.</summary>
    public static ImmutableArray<string> OfCaller(IEnumerable<string> audiences) =>
        [.. audiences.Append(Everyone).Select(audience => audience.ToLowerInvariant()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
