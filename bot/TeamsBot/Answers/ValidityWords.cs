using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.TeamsBot.Resources;

namespace AgentHelpdesk.TeamsBot.Answers;

/// <summary>Says since when and until when words are in force: the last day included, what is unknown said to be unknown.</summary>
internal static class ValidityWords
{
    public static string Of(PublishedChunk chunk, AsOf asOf, DateOnly today, Messages messages) => Of(chunk.Effective, asOf, today, messages);

    /// <summary>In a few words, at most 30 characters: what is left of a line that is read aloud.</summary>
    public static string Short(ValidityPeriod period, AsOf asOf, DateOnly today, Messages messages)
    {
        if (!period.HasKnownStart)
            return messages.UnknownStart;
        if (asOf.First > today)
            return messages.StateKnownOn(today);
        var day = asOf.DayShownFirst(today);
        return period.Contains(day) || period.LastDay is not { } last ? messages.InForceOn(day) : messages.InForceUntil(last);
    }

    public static string Of(ValidityPeriod period, AsOf asOf, DateOnly today, Messages messages)
    {
        if (!period.HasKnownStart)
            return period.LastDay is { } end ? messages.UnknownStartUntil(end) : messages.UnknownStart;

        // What the state of today says about a later day is a forecast, and said to be one.
        if (asOf.First > today)
            return messages.StateKnownOn(today);

        // A year may be asked for in which a revision answered on other days than the one shown first.
        var day = asOf.DayShownFirst(today);
        if (!period.Contains(day))
            return messages.InForceFromTo(period.From, period.LastDay ?? day);
        return period.LastDay is { } last
            ? messages.InForceOnFromTo(day, period.From, last)
            : messages.InForceOnSince(day, period.From);
    }
}
