using AgentHelpdesk.Ingestion.Reading;

namespace AgentHelpdesk.Ingestion.Sectioning;

/// <summary>A block in reading order, told to be a heading (with the mark it begins with, if any) or text.</summary>
internal sealed record HeadingLine(Block Block, bool IsHeading, HeadingMark? Mark)
{
    /// <summary>Another heading follows at once: of two that look alike the one without text of its own is the wider.</summary>
    internal bool Leads { get; init; }

    // Sizes of one rank differ by rounding and by what recognised text guesses; ranks of a style sheet differ by more.
    private const float SizeTolerance = .06f;

    /// <summary>
    /// By looks alone: negative when this heading is set as a higher rank than the other, positive for a lower one, 0 when they look
    /// alike. Bookmarks are the author's own word and come first; type size is measured; the layout's rank is inferred.
    /// </summary>
    internal int CompareLooks(HeadingLine other)
    {
        if (Block.BookmarkLevel is { } own && other.Block.BookmarkLevel is { } others && own != others)
            return own - others;
        if (!HasSizeOf(other))
            return Block.FontSize > other.Block.FontSize ? -1 : 1;
        if (Block.Level > 0 && other.Block.Level > 0 && Block.Level != other.Block.Level)
            return Block.Level - other.Block.Level;
        if (Block.Bold != other.Block.Bold)
            return Block.Bold ? -1 : 1;
        if (IsCapitals(Block.Text) != IsCapitals(other.Block.Text))
            return IsCapitals(Block.Text) ? -1 : 1;
        return Mark is null && other.Mark is null ? other.Leads.CompareTo(Leads) : 0;
    }

    /// <summary>Also when one of the sizes is unknown.</summary>
    internal bool HasSizeOf(HeadingLine other) =>
        Block.FontSize <= 0 || other.Block.FontSize <= 0 || Math.Abs(Block.FontSize - other.Block.FontSize) <= SizeTolerance * Math.Max(Block.FontSize, other.Block.FontSize);

    private static bool IsCapitals(string text) => text.Any(char.IsUpper) && !text.Any(char.IsLower);
}
