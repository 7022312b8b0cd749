using System.Collections.Immutable;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>How an answer came to its words: kept with the turn, so that it can be explained and run again.</summary>
public sealed record WritingRecord
{
    /// <summary>Who wrote what is shown.</summary>
    public required WriterKind Writer { get; init; }

    /// <summary>Why the configured model did not write it; null when it did, or none is configured.</summary>
    public FallbackReason? Fallback { get; init; }

    /// <summary>What the model was asked, in order; empty without a model.</summary>
    public ImmutableArray<ModelCall> Calls { get; init; } = [];

    /// <summary>Each claim the writer made and what came of it, in the writer's order; those of a first draft that was repaired come first.</summary>
    public ImmutableArray<CheckedClaim> Checks { get; init; } = [];

    /// <summary>Taken from the answers to the same question; <see cref="Calls"/> are those of the first time.</summary>
    public bool IsCached { get; init; }
}

/// <param name="Claim">As written.</param>
/// <param name="Flaw">Null: it stood.</param>
/// <param name="Detail">The words, figure or contact at fault; empty when the flaw says it all.</param>
/// <param name="Draft">1: the first draft, 2: the repaired one.</param>
public sealed record CheckedClaim(DraftClaim Claim, ClaimFlaw? Flaw, string Detail, int Draft)
{
    /// <summary>Who made it: where the extractive writer stood in, its claims follow the model's.</summary>
    public WriterKind Writer { get; init; }
}

/// <summary>Why the extractive writer stood in for the model.</summary>
public enum FallbackReason
{
    /// <summary>Somebody turned the model off.</summary>
    SwitchedOff,

    /// <summary>The day's tokens or money are spent.</summary>
    BudgetSpent,

    /// <summary>Not reached, an error of the server, or its circuit is open after several.</summary>
    Unavailable,

    /// <summary>It did not answer within the limits.</summary>
    TooSlow,

    /// <summary>More questions at once than the model is given.</summary>
    Overloaded,

    /// <summary>Its answer stopped before its end.</summary>
    Cut,

    /// <summary>Its answer had no form that could be read.</summary>
    Malformed,

    /// <summary>The server's content filter stopped it.</summary>
    Filtered,

    /// <summary>Key, address, model or request not accepted.</summary>
    Refused,

    /// <summary>What it wrote did not stand the check, and not after one repair.</summary>
    Unverified,

    /// <summary>It said that the passages don't answer, where the evidence says that they do.</summary>
    FoundNothing,
}

/// <summary>One call of the model.</summary>
public sealed record ModelCall
{
    public required ModelCallPurpose Purpose { get; init; }

    /// <summary>The prompt's name and version: "answer-1".</summary>
    public required string Prompt { get; init; }

    /// <summary>The model as the server names it; as configured when it doesn't.</summary>
    public required string Model { get; init; }

    /// <summary>0 when the server doesn't tell.</summary>
    public long InputTokens { get; init; }

    /// <summary>0 when the server doesn't tell.</summary>
    public long OutputTokens { get; init; }

    /// <summary>Characters it was given, for a server that tells no tokens; 0: not known, or it was never reached.</summary>
    public int PromptCharacters { get; init; }

    /// <summary>The server told no tokens: they are estimated from the characters.</summary>
    public bool IsEstimated { get; init; }

    /// <summary>In the currency of the options' prices; 0 without prices.</summary>
    public decimal Cost { get; init; }

    /// <summary>Until the first words.</summary>
    public TimeSpan FirstWords { get; init; }

    public required TimeSpan Elapsed { get; init; }

    /// <summary>What it said, as it came; empty when it failed before.</summary>
    public string Said { get; init; } = "";

    /// <summary>Null: an answer that could be read.</summary>
    public FallbackReason? Failure { get; init; }
}

public enum ModelCallPurpose
{
    Answer,
    Repair,

    /// <summary>A follow-up made a question of its own.</summary>
    Rewrite,
}
