namespace AgentHelpdesk.Answering.Questions.Persons;

/// <summary>Whether a question asks for a decision on one person, which only an agent may take.</summary>
public readonly record struct PersonJudgement(bool DecisionOnPerson, PersonReason Reason);

/// <summary>Why. The codes in files are the kebab-case names.</summary>
public enum PersonReason
{
    /// <summary>Of nobody in particular, and nothing anybody is entitled to.</summary>
    NoPerson,

    /// <summary>What somebody of a kind is entitled to ("un assuré en ALD", "qui a droit").</summary>
    GeneralRule,

    /// <summary>Somebody in particular, but nothing is to be decided ("quel formulaire pour Mme Durand").</summary>
    NothingDecided,

    /// <summary>What somebody with a name or a number of their own is entitled to.</summary>
    NamedPerson,

    /// <summary>What somebody told by their circumstances is entitled to ("mon assuré", "cette dame", "elle a 62 ans et vit seule").</summary>
    DescribedCase,

    /// <summary>What the one who asks is entitled to.</summary>
    FirstPerson,

    /// <summary>Whether to grant, refuse, stop or claim back in a case at hand.</summary>
    DecisionAsked,
}
