using AgentHelpdesk.BotProtocol.Tokens;

namespace AgentHelpdesk.BotProtocol.Tests.Tokens;

public sealed class CloudPlacesTests
{
    [Theory]
    [InlineData(BotCloud.Public, "https://api.botframework.com", "login.botframework.com", "login.microsoftonline.com")]
    [InlineData(BotCloud.UsGovernment, "https://api.botframework.us", "login.botframework.azure.us", "login.microsoftonline.us")]
    [InlineData(BotCloud.China, "https://api.botframework.azure.cn", "login.botframework.azure.cn", "login.partner.microsoftonline.cn")]
    public void Each_cloud_has_its_own_issuer_keys_and_directory(BotCloud cloud, string issuer, string metadata, string directory)
    {
        var places = CloudPlaces.Of(new() { Cloud = cloud });

        places.ChannelIssuer.ShouldBe(issuer);
        places.ChannelMetadata.ShouldBe(new($"https://{metadata}/v1/.well-known/openidconfiguration"));
        places.EntraMetadata("t").ShouldBe(new($"https://{directory}/t/v2.0/.well-known/openid-configuration"));
        places.ConnectorScope.ShouldBe($"{issuer}/.default");
        places.EntraIssuers.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1234", true)]
    [InlineData("http://localhost:1234/x", true)]
    [InlineData("http://[::1]/", true)]
    [InlineData("https://login.botframework.com/", false)]
    [InlineData("http://localhost.example/", false)]
    [InlineData("http://localhost@example.org/", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_this_machine_is_local(string? address, bool expected) => CloudPlaces.IsLoopback(address).ShouldBe(expected);

    [Fact]
    public void Another_machine_never_stands_in_for_the_issuers() =>
        Should.Throw<ArgumentException>(() => CloudPlaces.Of(new() { ChannelMetadata = "https://keys.example/openidconfiguration" }));
}
