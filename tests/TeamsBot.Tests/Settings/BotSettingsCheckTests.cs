using AgentHelpdesk.BotProtocol;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Resources;
using AgentHelpdesk.TeamsBot.Settings;
using Microsoft.Extensions.Configuration;

namespace AgentHelpdesk.TeamsBot.Tests.Settings;

public sealed class BotSettingsCheckTests
{
    private const string App = "11111111-2222-3333-4444-555555555555";
    private const string Tenant = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";

    [Fact]
    public void A_bot_in_no_channel_needs_nothing() => Check(new()).ShouldBeEmpty();

    [Fact]
    public void A_bot_in_its_channel_needs_its_tenant_and_its_secret() =>
        Check(new() { AppId = App }).ShouldBe([new SettingProblem.Needed("Bot:TenantId", "Bot:AppId"), new SettingProblem.Needed("Bot:Secret", "Bot:AppType = SingleTenant")]);

    [Fact]
    public void A_managed_identity_needs_no_secret() => Check(new() { AppId = App, TenantId = Tenant, AppType = BotAppType.UserAssignedMSI }).ShouldBeEmpty();

    [Fact]
    public void A_whole_registration_is_no_problem() => Check(new() { AppId = App, TenantId = Tenant, Secret = "s", AllowedTenants = $"{Tenant}  {App}" }).ShouldBeEmpty();

    [Theory]
    [InlineData("my-bot")]
    [InlineData("28:11111111-2222-3333-4444-555555555555")]
    [InlineData("{11111111-2222-3333-4444-555555555555}")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    public void An_app_id_that_is_no_id_is_reported(string value) =>
        Check(new() { AppId = value, TenantId = Tenant, Secret = "s" }).ShouldBe([new SettingProblem.NotGuid("Bot:AppId", value)]);

    [Fact]
    public void Tenants_that_are_no_ids_are_reported_one_by_one() =>
        Check(new() { AppId = App, TenantId = "contoso.example", Secret = "s", AllowedTenants = $"{Tenant} common *" }).ShouldBe(
            [new SettingProblem.NotGuid("Bot:TenantId", "contoso.example"), new SettingProblem.NotGuid("Bot:AllowedTenants", "common"), new SettingProblem.NotGuid("Bot:AllowedTenants", "*")]);

    [Fact]
    public void In_production_nobody_comes_without_a_token_to_a_bot_that_is_in_a_channel()
    {
        var options = new BotOptions { AppId = App, TenantId = Tenant, Secret = "s", AllowAnonymous = true };

        Check(options, isProduction: true).ShouldBe([new SettingProblem.Together("Bot:AllowAnonymous", "Bot:AppId")]);
        Check(options, isProduction: false).ShouldBeEmpty();
        Check(new() { AllowAnonymous = true }, isProduction: true).ShouldBeEmpty();
    }

    [Fact]
    public void The_emulators_token_is_the_apps_own_so_there_must_be_an_app() =>
        Check(new() { AllowEmulator = true }).ShouldBe([new SettingProblem.Needed("Bot:AppId", "Bot:AllowEmulator")]);

    [Fact]
    public void Only_this_machine_stands_in_for_those_who_issue_tokens() =>
        Check(new() { ChannelMetadata = "https://keys.example/", EntraAuthority = "http://127.0.0.1:9" }).ShouldBe([new SettingProblem.NotLocal("Bot:ChannelMetadata", "https://keys.example/")]);

    [Theory]
    [InlineData("Mars")]
    [InlineData("7")]
    public void A_cloud_that_there_is_not_is_reported_with_those_there_are(string value) =>
        SettingsCheck.Check(typeof(BotOptions), new ConfigurationBuilder().AddInMemoryCollection([new("Bot:Cloud", value)]).Build().GetSection("Bot"))
            .ShouldBe([new SettingProblem.NotAllowed("Bot:Cloud", value, "Public, UsGovernment, China")]);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Every_problem_has_its_sentence_with_the_full_key_and_never_the_secret(bool isFrench)
    {
        var messages = Messages.In(isFrench ? Language.French : Language.English);
        var options = new BotOptions { AppId = "x", Secret = "hush", AllowAnonymous = true, AllowEmulator = true, ChannelMetadata = "y", EntraAuthority = "z" };
        var sentences = Check(options, isProduction: true).Concat(Check(new() { AppId = App })).Select(messages.BadSetting).ToList();

        sentences.Count.ShouldBeGreaterThan(5);
        sentences.ShouldAllBe(sentence => sentence.Contains("Bot:", StringComparison.Ordinal) && sentence.Contains('\n') && !sentence.Contains("hush", StringComparison.Ordinal));
    }

    private static List<SettingProblem> Check(BotOptions options, bool isProduction = true) => [.. BotSettingsCheck.Check(options, isProduction)];
}
