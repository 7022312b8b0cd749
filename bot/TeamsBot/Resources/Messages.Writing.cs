using AgentHelpdesk.Answering.Grounding;

namespace AgentHelpdesk.TeamsBot.Resources;

/// <summary>What is said of how an answer was written, and while it is.</summary>
internal sealed partial class Messages
{
    public string AnswerReadyAbove => Say();
    public string CheckedConditions => Say();
    public string ConflictsTitle => Say();
    public string FollowUpQuestions => Say();
    public string FoundNotice => Say();
    public string FoundTitle => Say();
    public string MissingTitle => Say();
    public string PassageFound => Say();
    public string UnsourcedTitle => Say();

    public string AndFurther(string said, string further) => Fill([said, further]);
    public string Dropped(int count, string reasons) => Count(count, [count, reasons]);
    public string FellBack(FallbackReason reason) => Fill([Fallback(reason)]);
    public string FoundMore(int count) => Count(count, [count]);

    public string Fallback(FallbackReason reason) => Sentence("Fallback" + reason);

    /// <param name="kind">What is between them.</param>
    /// <param name="first">"[1]".</param>
    /// <param name="other">"[2]".</param>
    public string Conflict(ConflictKind kind, string first, string other) => Fill([first, other], "Conflict" + kind);

    /// <param name="flaw">Why a claim was dropped.</param>
    /// <param name="detail">The words at fault; null: they are not said.</param>
    public string Flaw(ClaimFlaw flaw, string? detail) => (flaw, detail) switch
    {
        (ClaimFlaw.UnsupportedFact, { } fact) => Fill([fact], "FlawUnsupportedFactNamed"),
        (ClaimFlaw.RestrictionLost, { } words) => Fill([words], "FlawRestrictionLostNamed"),
        _ => Sentence("Flaw" + flaw),
    };
}
