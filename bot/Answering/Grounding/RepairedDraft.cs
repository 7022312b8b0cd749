using System.Collections.Immutable;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>A draft whose failed claims are taken by their repaired ones; those that stood stay word for word.</summary>
internal static class RepairedDraft
{
    /// <summary>What the model is told: claims that failed by themselves, numbered from 1. One that only fell with another has nothing to repair.</summary>
    public static ImmutableArray<(int Number, RejectedClaim Rejected)> Flawed(AnswerDraft draft, VerifiedDraft verified) =>
        [.. verified.Rejected.Where(rejected => rejected.Flaw is not ClaimFlaw.Orphaned).Select(rejected => (Number(draft, rejected.Claim), rejected)).Where(flawed => flawed.Item1 > 0).OrderBy(flawed => flawed.Item1)];

    /// <param name="draft">The first one.</param>
    /// <param name="flawed">Numbers of its claims that failed.</param>
    /// <param name="repaired">What the model wrote in their place, with the number it gave; 0 where it gave none.</param>
    public static AnswerDraft Of(AnswerDraft draft, IEnumerable<int> flawed, IEnumerable<(int Number, DraftClaim Claim)> repaired)
    {
        var open = flawed.ToHashSet();
        var standing = draft.Claims.Where((_, i) => !open.Contains(i + 1)).ToArray();
        var places = new Dictionary<int, DraftClaim>();
        var others = new Queue<DraftClaim>();
        // What stood and is said again repairs nothing: in the place of a failed exception it would make the exception vanish.
        foreach (var (number, claim) in repaired.Where(one => !standing.Any(other => DraftComposer.SaysTheSame(other.Text, one.Claim.Text))))
        {
            if (open.Remove(number))
                places[number] = claim;
            else if (number == 0)
                others.Enqueue(claim);
        }

        foreach (var number in open.Order().TakeWhile(_ => others.Count > 0))
            places[number] = others.Dequeue();
        var claims = draft.Claims.Select((claim, i) => places.TryGetValue(i + 1, out var better) ? better with { Kind = claim.Kind } : claim);
        return DraftComposer.Ordered(DraftComposer.Merged(claims, joinsQuotes: false));
    }

    private static int Number(AnswerDraft draft, DraftClaim claim)
    {
        for (var i = 0; i < draft.Claims.Length; i++)
        {
            if (ReferenceEquals(draft.Claims[i], claim))
                return i + 1;
        }

        return draft.Claims.IndexOf(claim) + 1;
    }
}
