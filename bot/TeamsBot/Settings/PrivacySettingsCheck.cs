using AgentHelpdesk.Answering.Questions;

namespace AgentHelpdesk.TeamsBot.Settings;

/// <summary>Whether each pattern of numbers to mask can be used; one that can't would leave them unmasked.</summary>
internal static class PrivacySettingsCheck
{
    private const string Allowed = @"a regular expression without look-around and back references that matches no empty text, such as \b[0-9]{7}[A-Z]\b";

    public static IEnumerable<SettingProblem> Check(IConfiguration configuration) =>
        configuration.GetSection($"{PrivacyOptions.Section}:{nameof(PrivacyOptions.MemberNumberPatterns)}").GetChildren()
            .Where(pattern => !PrivacyOptions.IsUsable(pattern.Value))
            .Select(pattern => new SettingProblem.NotAllowed(pattern.Path, pattern.Value ?? "", Allowed));
}
