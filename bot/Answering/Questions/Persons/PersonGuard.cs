namespace AgentHelpdesk.Answering.Questions.Persons;

/// <summary>
/// Tells a question on a particular person from one on a rule. The line: somebody with a name or number, somebody pointed at ("mon", "cette",
/// "j'ai un assuré de…"), somebody whose circumstances are told, or the one who asks, and it is asked what they get or what to decide.
/// A kind of person ("un salarié de 58 ans", "le conjoint d'un assuré") is the subject of a rule.
/// </summary>
internal static class PersonGuard
{
    /// <param name="masked">The question, its personal data replaced.</param>
    public static PersonJudgement Judge(string masked)
    {
        var folded = Spoken(FoldedText.Of(masked));
        var isNamed = PersonCues.Named().IsMatch(masked) && !PersonCues.OnlyCited().IsMatch(masked);
        var isPointedAt = PersonCues.PointedAt().IsMatch(folded) || PersonCues.PresentCase().IsMatch(folded);
        var isTold = isPointedAt || IsTold(folded);
        if (DecisionCues.Verdict().IsMatch(folded) || (DecisionCues.Agent().IsMatch(folded) && (isNamed || isTold || PersonCues.CaseAtHand().IsMatch(folded))))
            return new(true, PersonReason.DecisionAsked);

        // What is asked about papers and ways is no decision, whoever it is for.
        var asked = DecisionCues.Procedure().Replace(folded, " … ");
        var isProcedure = asked.Length != folded.Length;
        if (DecisionCues.FirstPerson().IsMatch(asked))
            return new(true, PersonReason.FirstPerson);
        var decides = DecisionCues.Entitlement().IsMatch(asked) || (!isProcedure && DecisionCues.Circumstance().IsMatch(asked));
        if (isNamed)
            return decides || (!isProcedure && DecisionCues.AnyInversion().IsMatch(asked)) ? new(true, PersonReason.NamedPerson) : new(false, PersonReason.NothingDecided);
        if (isTold || (PersonCues.CaseAtHand().IsMatch(folded) && !PersonCues.Generic().IsMatch(folded)))
            return decides ? new(true, PersonReason.DescribedCase) : new(false, PersonReason.NothingDecided);
        return new(false, decides ? PersonReason.GeneralRule : PersonReason.NoPerson);
    }

    // "il a 62 ans, a-t-il droit": a pronoun that stands for nobody named before; or circumstances in figures, told as facts.
    private static bool IsTold(string folded)
    {
        var isGeneric = PersonCues.Generic().IsMatch(folded);
        if (!isGeneric && (PersonCues.Pronoun().IsMatch(folded) || PersonCues.Bare().IsMatch(folded)))
            return true;
        var details = PersonCues.Detail().Count(folded);
        return (PersonCues.Fact().IsMatch(folded) && !PersonCues.Hypothesis().IsMatch(folded)) || (details >= 3 && !PersonCues.Plural().IsMatch(folded));
    }

    // As typed in haste: "a t il", "peut il", "j ai", "g un assuré".
    private static string Spoken(string folded) => DecisionCues.HastyInversion().Replace(DecisionCues.HastyHave().Replace(folded, "j'ai "), "$1-$2$3");
}
