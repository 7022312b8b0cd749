namespace AgentHelpdesk.Answering.Grounding.Verifying;

/// <summary>A rule said of all, or for ever, that its source does not say so.</summary>
internal static class Widening
{
    /// <param name="claim">Plain text.</param>
    /// <param name="quote">Plain text of the quotes.</param>
    /// <returns>The words that widen; null when none do.</returns>
    public static string? Of(string claim, string quote) =>
        RestrictionWords.Universal().Match(claim) is { Success: true } universal && !RestrictionWords.SourceOfUniversal().IsMatch(quote) ? universal.Value.Trim() : null;
}
