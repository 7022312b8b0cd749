using System.Collections.Immutable;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>
/// The line of an answer that can be read aloud to a caller: the amount, delay or rate asked for with what it is the value of, or the
/// rule's sentence. Its words are the claim's; without a model they stand in the answer's citations, word for word. The host adds [n] and "en vigueur au …".
/// </summary>
public sealed record FirstLine
{
    /// <summary>Most characters of <see cref="Text"/>: what is left of 160 when [n] and "en vigueur au JJ/MM/AAAA" are added.</summary>
    public const int MaxLength = 120;

    /// <summary>One line. A cell of a table comes with its row and column: never a bare number.</summary>
    public required string Text { get; init; }

    /// <summary>Numbers of <see cref="Citation.Number"/>; never empty, at most two.</summary>
    public required ImmutableArray<int> Citations { get; init; }

    /// <summary>The claim that it is taken from: its index in <see cref="Answer.Grounded.Claims"/>.</summary>
    public required int Claim { get; init; }

    /// <summary>It says all that the claim says: the answer need not repeat the claim below it.</summary>
    public required bool IsWholeClaim { get; init; }
}
