using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.TeamsBot.Resources;

namespace AgentHelpdesk.TeamsBot.Documents;

/// <summary>Where a revision stands today, and the line that says so: the last day included, what is unknown said to be unknown.</summary>
internal static class RevisionStanding
{
    public static Standing Of(CatalogueRevision revision, DateOnly today)
    {
        if (revision.Status == RevisionStatus.Purged)
            return Standing.Purged;
        if (revision.Effective.Any(period => period.Contains(today)))
            return Standing.InForce;
        if (revision.Retirement is { } retirement && !(retirement.From > today))
            return Standing.Retired;
        if (revision.Effective.Any(period => period.From > today))
            return Standing.ToCome;
        return revision.Description.Declared.Contains(today) || revision.Effective.IsEmpty ? Standing.Replaced : Standing.Ended;
    }

    public static string Line(CatalogueRevision revision, DateOnly today, Messages messages) => Of(revision, today) switch
    {
        Standing.Purged => messages.StandingPurged,
        Standing.Retired => revision.Retirement?.From is { } day ? messages.StandingRetiredOn(day) : messages.StandingRetired,
        Standing.InForce => InForce(revision, today, messages),
        Standing.ToCome => messages.StandingToCome(revision.Effective.First(period => period.From > today).From),
        Standing.Replaced => ReplacedOn(revision) is { } day ? messages.StandingReplacedOn(day) : messages.StandingReplaced,
        _ => Ended(revision, messages),
    };

    private static string InForce(CatalogueRevision revision, DateOnly today, Messages messages)
    {
        var period = revision.Effective.First(period => period.Contains(today));
        var line = (period.HasKnownStart, period.LastDay) switch
        {
            (true, { } last) => messages.StandingFromTo(period.From, last),
            (true, null) => messages.StandingSince(period.From),
            (false, { } last) => messages.UnknownStartUntil(last),
            _ => messages.UnknownStart,
        };

        // What is known already of its end is said before it comes.
        return revision.Retirement?.From is { } end ? messages.StandingThen(line, messages.StandingRetiredFrom(end)) : line;
    }

    private static string Ended(CatalogueRevision revision, Messages messages)
    {
        var last = revision.Effective[^1];
        return last.HasKnownStart ? messages.StandingWas(last.From, last.LastDay ?? last.From) : messages.StandingWasUntil(last.LastDay ?? last.From);
    }

    private static DateOnly? ReplacedOn(CatalogueRevision revision) => revision.Effective is [.., { HasKnownEnd: true } last] ? last.Until : null;
}
