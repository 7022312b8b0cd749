using System.Collections.Immutable;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>A line made of pieces of a claim, each of them contiguous words of it, with what joins them.</summary>
/// <param name="Text">The line, at most <see cref="FirstLine.MaxLength"/> characters.</param>
/// <param name="Pieces">What of it are the claim's words.</param>
internal sealed record SpokenLine(string Text, ImmutableArray<string> Pieces)
{
    /// <summary>How well it answers, beside other lines of the same claim.</summary>
    public double Score { get; init; }

    /// <summary>A figure of the kind asked for stands in it.</summary>
    public bool HasFigure { get; init; }

    /// <summary>Nothing of the claim is left out.</summary>
    public bool IsWhole { get; init; }
}
