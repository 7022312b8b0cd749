using System.Text.RegularExpressions;
using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.BotProtocol.Activities;

namespace AgentHelpdesk.TeamsBot.Teams;

/// <summary>
/// Masks what a person typed before anything is kept of it: what the mask of questions knows, and the names that the activity itself gives
/// away, which stand in the text without a title: who sent it, who is mentioned in it.
/// </summary>
internal static class KnownNames
{
    /// <param name="text">As typed, without the bot's own mention.</param>
    /// <param name="activity">That it came with.</param>
    /// <param name="mask">Of questions.</param>
    public static string Mask(string text, Activity activity, PersonalDataMask mask)
    {
        var masked = text;
        foreach (var mention in (activity.Entities ?? []).OfType<Entity.Mention>())
        {
            if (mention is { Text.Length: > 0 } && mention.Mentioned?.Id != activity.Recipient?.Id)
                masked = masked.Replace(mention.Text, PersonalDataMask.Name, StringComparison.Ordinal);
        }

        foreach (var name in NamesOf(activity))
            masked = Regex.Replace(masked, $@"(?<!\p{{L}}){Regex.Escape(name)}(?!\p{{L}})", PersonalDataMask.Name, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        return mask.Mask(masked);
    }

    // The bot's own name is no person's. One word alone ("Carence") is as likely a word of the rule as a name.
    private static IEnumerable<string> NamesOf(Activity activity) =>
        (activity.Entities ?? []).OfType<Entity.Mention>().Select(mention => mention.Mentioned).Append(activity.From)
        .Where(account => account is not null && account.Id != activity.Recipient?.Id)
        .SelectMany(account => new[] { account?.Name, account?.UserPrincipalName })
        .OfType<string>().Select(name => name.Trim()).Where(name => name.Contains(' ', StringComparison.Ordinal) || name.Contains('@', StringComparison.Ordinal)).Distinct(StringComparer.OrdinalIgnoreCase)
        .OrderByDescending(name => name.Length);
}
