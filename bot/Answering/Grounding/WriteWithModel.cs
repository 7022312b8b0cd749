using System.Collections.Immutable;
using AgentHelpdesk.Answering.Retrieval;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>Draft, check, repair once, check anew: what is left is what stood, in the model's words.</summary>
internal sealed class WriteWithModel(ModelWriter model)
{
    /// <param name="retrieval">The question and its passages.</param>
    /// <param name="rules">What each claim is held to.</param>
    /// <param name="turn">The turn's calls.</param>
    /// <param name="drafted">Is told how many claims are being checked.</param>
    public async Task<ModelAttempt> WriteAsync(RetrievalOutcome retrieval, VerificationRules rules, ModelTurn turn, Action<int> drafted)
    {
        var written = await model.WriteAsync(retrieval, turn);
        if (written.Failure is { } failure)
            return new(failure);
        if (written.Draft.Claims.IsEmpty)
            return new(FallbackReason.FoundNothing);

        drafted(written.Draft.Claims.Length);
        var verified = Verify(written.Draft, retrieval, rules);
        var checks = Checks(written.Draft, verified, 1);
        var flawed = RepairedDraft.Flawed(written.Draft, verified);
        if (!flawed.IsEmpty && await model.RepairAsync(retrieval, written, flawed, turn) is { IsEmpty: false } repairs)
        {
            var repaired = RepairedDraft.Of(written.Draft, flawed.Select(flaw => flaw.Number), repairs);
            var again = Verify(repaired, retrieval, rules);
            checks = [.. checks, .. Checks(repaired, again, 2)];
            // Never less than what stood before.
            if (again.Answers || !verified.Answers)
                verified = again;
        }

        return new(verified.Answers ? null : FallbackReason.Unverified) { Verified = verified, Checks = checks, Missing = written.Missing, FollowUpQuestions = written.FollowUpQuestions };
    }

    /// <summary>An exception and its rule stand or fall together, unless the exception is an invention: one that no passage knows binds no rule.</summary>
    private static VerifiedDraft Verify(AnswerDraft draft, RetrievalOutcome retrieval, VerificationRules rules)
    {
        var verified = CitationVerifier.Verify(draft, retrieval.Passages, rules);
        var invented = verified.Rejected
            .Where(rejected => rejected.Claim.BelongsToPrevious && rejected.Flaw is ClaimFlaw.QuoteInvented or ClaimFlaw.QuoteStitched or ClaimFlaw.UnknownPassage)
            .Select(rejected => rejected.Claim).ToHashSet(ReferenceEqualityComparer.Instance);
        if (invented.Count == 0)
            return verified;
        // Behind all others, where nothing belongs to them; told apart again by the claim that was written.
        var kept = draft.Claims.Where(claim => !invented.Contains(claim));
        var again = CitationVerifier.Verify(draft with { Claims = [.. kept] }, retrieval.Passages, rules);
        return again with { Rejected = [.. again.Rejected, .. verified.Rejected.Where(rejected => invented.Contains(rejected.Claim))] };
    }

    private static ImmutableArray<CheckedClaim> Checks(AnswerDraft draft, VerifiedDraft verified, int number) =>
        CheckedClaims.Of(draft, verified, number, WriterKind.Model);
}

/// <param name="Fallback">Null: the model's claims answer.</param>
internal sealed record ModelAttempt(FallbackReason? Fallback)
{
    /// <summary>What stood the check; null when nothing was written.</summary>
    public VerifiedDraft? Verified { get; init; }

    public ImmutableArray<CheckedClaim> Checks { get; init; } = [];

    public ImmutableArray<string> Missing { get; init; } = [];

    public ImmutableArray<string> FollowUpQuestions { get; init; } = [];
}

internal static class CheckedClaims
{
    public static ImmutableArray<CheckedClaim> Of(AnswerDraft draft, VerifiedDraft verified, int number, WriterKind writer) =>
        [.. draft.Claims.Select(claim => verified.Rejected.FirstOrDefault(rejected => ReferenceEquals(rejected.Claim, claim)) is { } rejected
            ? new CheckedClaim(claim, rejected.Flaw, rejected.Detail, number) { Writer = writer }
            : new CheckedClaim(claim, null, "", number) { Writer = writer })];
}
