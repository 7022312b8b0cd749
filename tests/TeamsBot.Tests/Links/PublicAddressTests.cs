using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Links;
using AgentHelpdesk.TeamsBot.Resources;
using AgentHelpdesk.TeamsBot.Settings;
using AgentHelpdesk.TeamsBot.Starting;
using Microsoft.Extensions.Hosting;

namespace AgentHelpdesk.TeamsBot.Tests.Links;

public sealed class PublicAddressTests
{
    [Theory]
    [InlineData("https://helpdesk.example.fr", "https://helpdesk.example.fr", "helpdesk.example.fr")]
    [InlineData("https://HELPDESK.example.fr/", "https://helpdesk.example.fr", "helpdesk.example.fr")]
    [InlineData("https://helpdesk.example.fr:8443", "https://helpdesk.example.fr:8443", "helpdesk.example.fr")]
    [InlineData("https://helpdesk.example.fr.", "https://helpdesk.example.fr", "helpdesk.example.fr")]
    [InlineData("https://règles.example.fr", "https://xn--rgles-4ra.example.fr", "xn--rgles-4ra.example.fr")]
    [InlineData("https://helpdesk", "https://helpdesk", "helpdesk")]
    [InlineData("https://10.1.2.3", "https://10.1.2.3", "10.1.2.3")]
    [InlineData("https://[2001:db8::1]:8443/", "https://[2001:db8::1]:8443", "2001:db8::1")]
    public void An_address_that_others_reach_is_kept_as_scheme_name_and_port(string setting, string origin, string host) =>
        PublicAddress.Of(setting).ShouldBe(new(origin, host));

    [Theory]
    [InlineData("helpdesk.example.fr", "Unreadable")]
    [InlineData("https://", "Unreadable")]
    [InlineData("https://exa mple.fr", "Unreadable")]
    [InlineData("/", "Unreadable")]
    [InlineData("http://helpdesk.example.fr", "NotHttps")]
    [InlineData("ftp://helpdesk.example.fr", "NotHttps")]
    [InlineData("https://localhost", "OfThisMachine")]
    [InlineData("https://LOCALHOST.:3978", "OfThisMachine")]
    [InlineData("https://bot.localhost", "OfThisMachine")]
    [InlineData("https://127.0.0.1:3978", "OfThisMachine")]
    [InlineData("https://127.9.9.9", "OfThisMachine")]
    [InlineData("https://2130706433", "OfThisMachine")]
    [InlineData("https://[::1]", "OfThisMachine")]
    [InlineData("https://[::ffff:127.0.0.1]", "OfThisMachine")]
    [InlineData("https://0.0.0.0", "OfThisMachine")]
    [InlineData("https://[::]", "OfThisMachine")]
    [InlineData("https://helpdesk.example.fr/bot", "MoreThanHost")]
    [InlineData("https://helpdesk.example.fr/?a=b", "MoreThanHost")]
    [InlineData("https://helpdesk.example.fr/?", "MoreThanHost")]
    [InlineData("https://helpdesk.example.fr#a", "MoreThanHost")]
    [InlineData("https://someone:secret@helpdesk.example.fr", "MoreThanHost")]
    public void Any_other_stops_the_start_and_says_why(string setting, string fault)
    {
        PublicAddress.FaultOf(setting).ShouldNotBeNull().ToString().ShouldBe(fault);
        PublicAddress.Of(setting).ShouldBeNull();
        foreach (var language in new[] { Language.French, Language.English })
        {
            Messages.In(language).BadSetting(new SettingProblem.NoPublicAddress(PublicAddress.Setting, setting, Enum.Parse<PublicAddressFault>(fault)))
                .ShouldContain("Bot:PublicUrl");
        }
    }

    [Fact]
    public void No_address_is_no_fault()
    {
        PublicAddress.FaultOf("").ShouldBeNull();
        PublicAddress.Of("").ShouldBeNull();
    }

    [Fact]
    public void A_host_does_not_start_with_an_address_that_nobody_reaches()
    {
        var builder = Host.CreateApplicationBuilder(["--Bot:PublicUrl=https://localhost:3978"]);

        Should.Throw<SettingsException>(() => builder.AddHelpdesk("unused"))
            .Problems.ShouldBe([new SettingProblem.NoPublicAddress("Bot:PublicUrl", "https://localhost:3978", PublicAddressFault.OfThisMachine)]);
    }
}
