using System.Collections.Immutable;

namespace AgentHelpdesk.Knowledge.Documents;

/// <summary>A rectangle on a page, in PDF points, from the top left corner of the page as a viewer displays it (crop box, rotation applied).</summary>
public readonly record struct Box(float Left, float Top, float Right, float Bottom)
{
    public float Width => Right - Left;
    public float Height => Bottom - Top;

    public Box Union(Box other) => new(Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));
}

/// <summary>A word as the page shows it (a hyphen at the line's end is still there) and where it stands.</summary>
public readonly record struct PageWord(string Text, Box Box);

/// <summary>
/// A physical page's words in reading order. They are stored once; a locator holds ranges of positions in <see cref="Words"/>.
/// </summary>
public sealed record Page
{
    /// <summary>Numbered from 1 as a viewer numbers it.</summary>
    public required int Number { get; init; }

    /// <summary>Displayed width in PDF points (1/72 inch).</summary>
    public required float Width { get; init; }

    /// <summary>Displayed height in PDF points (1/72 inch).</summary>
    public required float Height { get; init; }

    public required ImmutableArray<PageWord> Words { get; init; }
}
