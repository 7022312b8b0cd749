namespace AgentHelpdesk.Answering.Grounding;

/// <summary>Two cited sources that an agent must not quote without knowing of the other, or one that does not hold on any day.</summary>
/// <param name="Kind">What is between them.</param>
/// <param name="First">Number of the citation that goes first.</param>
/// <param name="Other">Number of the other citation; equal to <paramref name="First"/> when the source itself is what must be known.</param>
public sealed record SourceConflict(ConflictKind Kind, int First, int Other);

public enum ConflictKind
{
    /// <summary>The same rule with other figures: the one in force last, then the higher text, goes first.</summary>
    OtherFigures,

    /// <summary>In force on the day asked about, and no more today.</summary>
    NoLongerInForce,

    /// <summary>Not in force yet today.</summary>
    NotYetInForce,

    /// <summary>A note of one body or territory beside a national text: the national text goes first, the note applies it.</summary>
    LocalBesideNational,
}
