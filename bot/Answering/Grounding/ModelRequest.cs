using System.Collections.Immutable;
using Microsoft.Extensions.AI;

namespace AgentHelpdesk.Answering.Grounding;

/// <param name="Purpose">What for.</param>
/// <param name="Prompt">Name and version of the prompt, which is also that of its answer's form.</param>
/// <param name="Messages">What is said to the model.</param>
/// <param name="AnswerTokens">Most tokens of the answer.</param>
internal sealed record ModelRequest(ModelCallPurpose Purpose, string Prompt, ImmutableArray<ChatMessage> Messages, int AnswerTokens);

/// <param name="Text">What it said; empty with a failure.</param>
/// <param name="Failure">Null: the answer came to its end.</param>
internal sealed record ModelReply(string Text, FallbackReason? Failure)
{
    /// <summary>The prompt was longer than the model's context.</summary>
    public bool IsTooLong { get; init; }

    /// <summary>The answer was cut where the context ended, before the tokens it was given.</summary>
    public bool FilledContext { get; init; }
}
