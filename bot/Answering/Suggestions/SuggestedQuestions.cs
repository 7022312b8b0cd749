using System.Collections.Immutable;

namespace AgentHelpdesk.Answering.Suggestions;

/// <param name="Answerable">Each was asked and answered.</param>
/// <param name="Refused">Was asked and refused, to show what an abstention looks like; null when none is known (yet).</param>
public sealed record SuggestedQuestions(ImmutableArray<string> Answerable, string? Refused)
{
    public static readonly SuggestedQuestions None = new([], null);
}
