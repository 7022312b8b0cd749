using AgentHelpdesk.BotProtocol.Sending;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.BotProtocol.Tests.Sending;

public sealed class ServiceHostsTests
{
    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee")]
    [InlineData("https://SMBA.trafficmanager.net/fr/")]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/gcc")]
    [InlineData("https://smba.infra.gov.teams.microsoft.us/gcch")]
    public void The_channel_s_own_hosts_get_replies_and_the_token(string url) => Of(url, new()).ShouldBe(ServiceTrust.WithToken);

    [Theory]
    [InlineData("http://smba.trafficmanager.net/emea")]
    [InlineData("https://smba.trafficmanager.net:444/emea")]
    [InlineData("https://smba.trafficmanager.net.example.test/emea")]
    [InlineData("https://example.test/smba.trafficmanager.net")]
    [InlineData("https://smba.trafficmanager.net@example.test/")]
    [InlineData("https://user@smba.trafficmanager.net/")]
    [InlineData("https://other.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net/emea?to=example.test")]
    [InlineData("https://smba.trafficmanager.net/emea#x")]
    [InlineData("https://smba。trafficmanager。example/emea")]
    [InlineData("http://127.0.0.1:56150/_connector")]
    [InlineData("http://localhost:56150")]
    [InlineData("https://169.254.169.254/metadata")]
    [InlineData("file:///etc/passwd")]
    [InlineData("smba.trafficmanager.net")]
    [InlineData("")]
    public void Nothing_else_gets_anything(string url) => Of(url, new()).ShouldBe(ServiceTrust.None);

    [Fact]
    public void This_machine_gets_replies_where_anonymous_senders_are_let_in_but_never_the_token()
    {
        Of("http://localhost:56150/_connector", new() { AllowAnonymous = true, AllowEmulator = true }).ShouldBe(ServiceTrust.WithoutToken);
        Of("http://[::1]:56150", new() { AllowAnonymous = true }).ShouldBe(ServiceTrust.WithoutToken);
        Of("ftp://localhost/", new() { AllowAnonymous = true }).ShouldBe(ServiceTrust.None);
        Of("http://192.168.0.7:56150", new() { AllowAnonymous = true }).ShouldBe(ServiceTrust.None);
        Of("http://localhost.example.test:56150", new() { AllowAnonymous = true }).ShouldBe(ServiceTrust.None);
    }

    [Fact]
    public void The_emulator_on_this_machine_gets_the_token_as_it_proves_itself_by_one() =>
        Of("http://localhost:56150", new() { AllowEmulator = true }).ShouldBe(ServiceTrust.WithToken);

    [Fact]
    public void Hosts_are_those_of_the_settings() =>
        Of("https://connector.example.test/x", new() { ServiceHosts = "connector.example.test other.example.test" }).ShouldBe(ServiceTrust.WithToken);

    private static ServiceTrust Of(string url, BotOptions options) => new ServiceHosts(Options.Create(options)).Of(url);
}
