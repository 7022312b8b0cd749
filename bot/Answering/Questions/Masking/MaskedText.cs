using System.Collections.Immutable;

namespace AgentHelpdesk.Answering.Questions.Masking;

/// <summary>A text with everything personal replaced by fixed words, and where it stood.</summary>
/// <param name="Text">The text given, its personal data replaced.</param>
/// <param name="Spans">In UTF-16 units of the text given, in its order, none touching another's characters.</param>
public sealed record MaskedText(string Text, ImmutableArray<PersonalSpan> Spans);

/// <summary>A stretch that tells who somebody is.</summary>
public readonly record struct PersonalSpan(int Start, int Length, PersonalKind Kind)
{
    public int End => Start + Length;
}

/// <summary>What a stretch is. The codes in files are the kebab-case names.</summary>
public enum PersonalKind
{
    /// <summary>The number that social security gives a person.</summary>
    Nir,

    /// <summary>A bank account, as IBAN or as French RIB.</summary>
    Iban,

    Phone,

    Mail,

    /// <summary>Without the title before it.</summary>
    Name,

    BirthDate,

    /// <summary>By which a body knows a person or a person's file.</summary>
    MemberNumber,

    /// <summary>Street and number, with the town if it follows.</summary>
    Address,
}
