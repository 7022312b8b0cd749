using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Knowledge.Chunks;

/// <summary>Consecutive words of one page: <paramref name="First"/> counts from 0 in <see cref="Page.Words"/>.</summary>
public readonly record struct WordRange(int Page, int First, int Count);

/// <summary>
/// Where a chunk, passage or citation is: born in Chunking, carried unchanged to the screen, never a string to be parsed.
/// Holds no chunk identity: chunks are replaced when dates or rights change, words of a revision are not.
/// </summary>
public sealed record Locator
{
    public required DocumentId Document { get; init; }
    public required RevisionId Revision { get; init; }

    /// <summary>The headings from the root to the section; empty before the first heading.</summary>
    public required ImmutableArray<string> SectionPath { get; init; }

    /// <summary>The article as printed after the word "Article" ("L. 512-1"); null outside articles.</summary>
    public string? Article { get; init; }

    /// <summary>In reading order; never empty.</summary>
    public required ImmutableArray<WordRange> Words { get; init; }

    /// <summary>The first physical page, from 1.</summary>
    public int FirstPage => Words.Min(range => range.Page);

    /// <summary>The last physical page, included.</summary>
    public int LastPage => Words.Max(range => range.Page);
}
