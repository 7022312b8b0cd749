using System.Collections.Immutable;

namespace AgentHelpdesk.Knowledge.Embedded.Search;

/// <summary>An index entry as a row holds it: what a segment is built from. Days are day numbers.</summary>
internal sealed record StoredEntry
{
    public const long NeverEnds = long.MaxValue;

    public required long Id { get; init; }
    public required string Document { get; init; }
    public required ImmutableArray<uint> Terms { get; init; }
    public required ImmutableArray<float> Weights { get; init; }

    /// <summary>Of length 1, or empty.</summary>
    public required ImmutableArray<float> Dense { get; init; }

    public required int From { get; init; }
    public required int Until { get; init; }
    public required ImmutableArray<string> Audience { get; init; }
    public required string Kind { get; init; }
    public required ImmutableArray<string> Articles { get; init; }
    public required long ShownFrom { get; init; }
    public long ShownUntil { get; init; } = NeverEnds;
}
