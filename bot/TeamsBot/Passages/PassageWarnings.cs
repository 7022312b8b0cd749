using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Documents;
using AgentHelpdesk.TeamsBot.Resources;

namespace AgentHelpdesk.TeamsBot.Passages;

/// <summary>What an agent must know before quoting a revision that is not the rule on the date asked, or no longer is today.</summary>
internal static class PassageWarnings
{
    /// <param name="revision">The revision shown.</param>
    /// <param name="successor">The one that answers in its place today; null when there is none that the caller may see.</param>
    /// <param name="asOf">The date asked.</param>
    /// <param name="today">Today.</param>
    /// <param name="currentUrl">Where the document stands now.</param>
    /// <param name="messages">The language.</param>
    public static ImmutableArray<PassageWarning> Of(
        CatalogueRevision revision, CatalogueRevision? successor, AsOf asOf, DateOnly today, string? currentUrl, Messages messages)
    {
        var warnings = ImmutableArray.CreateBuilder<PassageWarning>();
        var standing = RevisionStanding.Of(revision, today);
        if (standing is Standing.Retired)
            warnings.Add(new(Retired(revision, messages)));
        if (!revision.Effective.Any(period => period.Overlaps(asOf)))
            warnings.Add(new(messages.NotInForceAt(messages.Period(asOf))));
        if (successor is not null)
            warnings.Add(new(Replaced(revision, successor, today, messages), currentUrl));
        return warnings.ToImmutable();
    }

    /// <summary>The revision of the document that answers today, when another one was shown.</summary>
    public static CatalogueRevision? SuccessorOf(CatalogueRevision revision, CatalogueDocument document, DateOnly today) =>
        revision.Effective.Any(period => period.Contains(today) || period.From > today)
            ? null
            : document.Revisions.FirstOrDefault(other => other.Id != revision.Id && other.Status == RevisionStatus.Published && other.Effective.Any(period => period.Contains(today)));

    private static string Retired(CatalogueRevision revision, Messages messages)
    {
        var line = revision.Retirement?.From is { } day ? messages.PassageRetiredOn(day) : messages.PassageRetired;
        return revision.Retirement?.Reason is { Length: > 0 } reason ? messages.PassageRetiredBecause(line, Printable.Shorten(Printable.Line(reason), 200)) : line;
    }

    private static string Replaced(CatalogueRevision revision, CatalogueRevision successor, DateOnly today, Messages messages)
    {
        var title = Printable.Shorten(Printable.Line(successor.Description.Title), 160);

        // The day after it ended; else the day from which the other one answers.
        var since = revision.Effective is [.., { HasKnownEnd: true } last] ? last.Until : successor.Effective.First(period => period.Contains(today)).From;
        return since == ValidityPeriod.OpenStart ? messages.PassageReplaced(title) : messages.PassageReplacedOn(since, title);
    }
}
