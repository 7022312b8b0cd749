using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Knowledge.Catalogue;

/// <summary>
/// Which revision of a document answers on which days. Of those covering a day it is the one with the latest declared start (unknown is
/// the earliest), then the latest published; so on each day at most one answers.
/// </summary>
public static class EffectivePeriods
{
    /// <param name="Declared">Days on which the revision claims to be in force, its retirement taken off.</param>
    /// <param name="PublishedAt">The publication that first showed it.</param>
    public readonly record struct Candidate(ValidityPeriod Declared, long PublishedAt);

    /// <summary>The periods of each revision, in the order given; neighbouring days are one period.</summary>
    public static ImmutableArray<ImmutableArray<ValidityPeriod>> Of(IReadOnlyList<Candidate> revisions)
    {
        var periods = revisions.Select(_ => ImmutableArray.CreateBuilder<ValidityPeriod>()).ToArray();
        var bounds = revisions.SelectMany(revision => new[] { revision.Declared.From, revision.Declared.Until }).Distinct().Order().ToArray();
        for (var i = 1; i < bounds.Length; i++)
        {
            var winner = WinnerOn(bounds[i - 1], revisions);
            if (winner is not { } index)
                continue;
            var own = periods[index];
            if (own.Count > 0 && own[^1].Until == bounds[i - 1])
                own[^1] = new(own[^1].From, bounds[i]);
            else
                own.Add(new(bounds[i - 1], bounds[i]));
        }

        return [.. periods.Select(own => own.ToImmutable())];
    }

    /// <summary>What a revision claims after its retirement.</summary>
    public static ValidityPeriod Claimed(ValidityPeriod declared, Retirement? retirement)
    {
        if (retirement is null)
            return declared;
        if (retirement.From is not { } from || from <= declared.From)
            return ValidityPeriod.Never;
        return from < declared.Until ? new(declared.From, from) : declared;
    }

    private static int? WinnerOn(DateOnly day, IReadOnlyList<Candidate> revisions)
    {
        int? best = null;
        for (var i = 0; i < revisions.Count; i++)
        {
            if (!revisions[i].Declared.Contains(day))
                continue;
            if (best is not { } other || Beats(revisions[i], revisions[other]))
                best = i;
        }

        return best;
    }

    private static bool Beats(Candidate one, Candidate other) =>
        (one.Declared.From, one.PublishedAt).CompareTo((other.Declared.From, other.PublishedAt)) > 0;
}
