using System.Collections.Immutable;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>What a draft is held to beside its quotes.</summary>
public sealed record VerificationRules
{
    /// <summary>An extractive writer's words are compared too, not only its facts.</summary>
    public required WriterKind Writer { get; init; }

    /// <summary>The answer's language, "fr" or "en": words of another one than the passages' can't be compared one by one.</summary>
    public string Language { get; init; } = "fr";

    /// <summary>The question is about a person: a claim that decides for them is no claim.</summary>
    public bool ConcernsPerson { get; init; }

    /// <summary>Phones, addresses and mails that may be said without standing in a passage.</summary>
    public ImmutableArray<string> OfficialContacts { get; init; } = [];
}
