using System.Collections.Immutable;
using AgentHelpdesk.Answering;
using AgentHelpdesk.Answering.Grounding;
using AgentHelpdesk.TeamsBot.Resources;

namespace AgentHelpdesk.TeamsBot.Answers;

/// <summary>Says how an answer came to its words, and what stands beside it unproven.</summary>
internal static class WritingRemarks
{
    private const int ReasonsSaid = 3;
    private const int DetailLength = 60;
    private const int MissingShown = 5;
    private const int FollowUpsShown = 3;

    /// <summary>Longer ones are no open point and no question, but an answer without a check.</summary>
    private const int LineLength = 200;

    private const int UnsourcedLength = 600;

    public static string Writer(WritingRecord writing, Messages messages) =>
        writing.Fallback is { } reason ? messages.FellBack(reason) : messages.Writer(writing.Writer);

    /// <summary>The language its words are in: the passages are French, a model writes in the answer's.</summary>
    public static Language WordsOf(WritingRecord writing, Messages messages) => writing.Writer == WriterKind.Model ? messages.Language : Language.French;

    /// <returns>Null: nothing was dropped.</returns>
    public static DroppedView? Dropped(Answer.Grounded answer, Messages messages)
    {
        if (answer.Dropped.IsEmpty)
            return null;
        var reasons = answer.Dropped.Select(dropped => messages.Flaw(dropped.Flaw, Named(dropped))).Distinct().ToArray();
        return new(
            messages.Dropped(answer.Dropped.Length, reasons.Take(ReasonsSaid).Aggregate(messages.AndFurther) + (reasons.Length > ReasonsSaid ? "…" : "")),
            Unsourced(answer));
    }

    /// <returns>None unless the installation wants them shown.</returns>
    public static ImmutableArray<string> Unsourced(Answer.Grounded answer) => answer.ShowsDropped
        ? [.. answer.Dropped.Where(dropped => MayBeShown(dropped.Flaw)).Select(dropped => UnprovenWords.Of(dropped.Claim.Text, UnsourcedLength)).OfType<string>()]
        : [];

    public static ImmutableArray<ConflictView> Conflicts(Answer.Grounded answer, ImmutableArray<SourceView> sources, Messages messages) =>
        [.. answer.Conflicts.Select(conflict => new ConflictView(
            messages.Conflict(conflict.Kind, $"[{conflict.First}]", $"[{conflict.Other}]"),
            [.. new[] { conflict.First, conflict.Other }.Distinct().SelectMany(number => sources.Where(source => source.Number == number))]))];

    public static ImmutableArray<string> Missing(Answer.Grounded answer) => Lines(answer.Missing, MissingShown);

    public static ImmutableArray<string> FollowUps(Answer.Grounded answer) => Lines(answer.FollowUpQuestions, FollowUpsShown);

    private static ImmutableArray<string> Lines(ImmutableArray<string> texts, int most) =>
        [.. texts.Select(text => UnprovenWords.Of(text, LineLength)).OfType<string>().Distinct().Take(most)];

    private static string? Named(RejectedClaim dropped) =>
        dropped.Detail.Length is > 0 and <= DetailLength ? UnprovenWords.Of(dropped.Detail, DetailLength) : null;

    // Not even as unsourced: a wrong number would be called, and the bot decides on nobody.
    private static bool MayBeShown(ClaimFlaw flaw) => flaw is not (ClaimFlaw.UnknownContact or ClaimFlaw.DecidesOnPerson or ClaimFlaw.QuotesOrder);
}
