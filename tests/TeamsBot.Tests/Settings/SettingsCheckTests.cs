using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Resources;
using AgentHelpdesk.TeamsBot.Settings;
using Microsoft.Extensions.Configuration;

namespace AgentHelpdesk.TeamsBot.Tests.Settings;

public sealed class SettingsCheckTests
{
    [Fact]
    public void Good_settings_are_no_problem() => Problems<WebOptions>("Web", ("QuestionsPerMinute", "10"), ("TurnSeconds", "5")).ShouldBeEmpty();

    [Fact]
    public void Missing_settings_have_defaults() => Problems<WebOptions>("Web").ShouldBeEmpty();

    [Theory]
    [InlineData("0", "Le réglage Web:QuestionsPerMinute vaut « 0 » ; il doit être entre 1 et 100000.")]
    [InlineData("beaucoup", "Le réglage Web:QuestionsPerMinute vaut « beaucoup », qui n’est pas une valeur de type Int32.")]
    public void A_bad_number_is_reported_by_its_full_key_with_value_and_rule(string value, string expected) =>
        Say(Problems<WebOptions>("Web", ("QuestionsPerMinute", value)).Single()).ShouldStartWith(expected);

    [Fact]
    public void A_language_nobody_speaks_here_is_reported_with_those_allowed() =>
        Say(Problems<LanguageOptions>("Language", ("Default", "de")).Single()).ShouldContain("fr, en");

    [Fact]
    public void A_mistyped_name_is_reported_with_the_names_there_are() =>
        Say(Problems<WebOptions>("Web", ("QuestionPerMinute", "10")).Single()).ShouldContain("Web:QuestionsPerMinute");

    [Fact]
    public void A_section_below_is_another_stages() => Problems<WebOptions>("Web", ("Deeper:Name", "10")).ShouldBeEmpty();

    private static List<SettingProblem> Problems<T>(string section, params (string Key, string Value)[] settings) =>
        [.. SettingsCheck.Check(
            typeof(T),
            new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => $"{section}:{setting.Key}", setting => (string?)setting.Value)).Build()
                .GetSection(section))];

    // The narrow space before French punctuation is no matter here.
    private static string Say(SettingProblem problem) => Messages.In(Language.French).BadSetting(problem).Replace('\u202f', ' ');
}
