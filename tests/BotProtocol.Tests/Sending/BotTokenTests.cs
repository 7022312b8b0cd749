using AgentHelpdesk.BotProtocol.Sending;
using AgentHelpdesk.ChannelDoubles;
using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace AgentHelpdesk.BotProtocol.Tests.Sending;

public sealed class BotTokenTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private readonly FakeTimeProvider _time = new();
    private readonly LogLines _log = new();

    [Fact]
    public async Task A_token_is_asked_for_once_and_renewed_before_it_ends()
    {
        var credential = new Credential(_time);
        using var token = Token(credential);

        var read = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => token.ReadAsync(Cancelled)));
        read.Distinct().ShouldHaveSingleItem().ShouldBe("token 1");
        _time.Advance(TimeSpan.FromMinutes(54));
        (await token.ReadAsync(Cancelled)).ShouldBe("token 1");
        _time.Advance(TimeSpan.FromMinutes(2));
        (await token.ReadAsync(Cancelled)).ShouldBe("token 2");
        credential.Scopes.ShouldAllBe(scope => scope == "https://api.botframework.com/.default");
    }

    [Fact]
    public async Task A_token_service_that_is_down_is_left_alone_for_a_moment_and_an_old_token_serves_to_its_end()
    {
        var credential = new Credential(_time);
        using var token = Token(credential);
        (await token.ReadAsync(Cancelled)).ShouldBe("token 1");
        credential.IsDown = true;

        _time.Advance(TimeSpan.FromMinutes(57));
        (await token.ReadAsync(Cancelled)).ShouldBe("token 1");
        (await token.ReadAsync(Cancelled)).ShouldBe("token 1");
        credential.Asked.ShouldBe(2);
        _time.Advance(TimeSpan.FromMinutes(4));
        (await token.ReadAsync(Cancelled)).ShouldBeNull();
        credential.IsDown = false;
        _time.Advance(TimeSpan.FromSeconds(3));
        (await token.ReadAsync(Cancelled)).ShouldBe("token 2");
        _log.Lines.ShouldAllBe(line => line.StartsWith("Bot's token was not issued: AuthenticationFailedException", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_token_service_that_stays_down_is_given_up_and_one_that_comes_back_lets_the_message_through_once()
    {
        var credential = new Credential() { IsDown = true };
        await using var house = await SendingHouse.StartAsync(new() { AppId = SomeActivity.App, AllowEmulator = true }, credential);
        credential.Time = house.Time;
        house.Step = 200;

        var waiting = house.Client.SendAsync(house.Address(), SendingHouse.Text("1"), Cancelled);
        await house.PassAsync(TimeSpan.FromSeconds(20));
        credential.IsDown = false;
        (await house.RunAsync(waiting)).ShouldBeOfType<SendOutcome.Sent>();
        house.Connector.Sent.ShouldHaveSingleItem().Authorization.ShouldBe("Bearer token 1");

        credential.IsDown = true;
        house.Time.Advance(TimeSpan.FromHours(2));
        (await house.RunAsync(house.Client.SendAsync(house.Address(), SendingHouse.Text("2"), Cancelled))).ShouldBeOfType<SendOutcome.Unreachable>();
        house.Connector.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_token_that_the_connector_refuses_is_not_shown_again()
    {
        var credential = new Credential();
        await using var house = await SendingHouse.StartAsync(new() { AppId = SomeActivity.App, AllowEmulator = true }, credential);
        credential.Time = house.Time;
        house.Connector.LetsIn = header => header != "Bearer token 1";

        (await house.RunAsync(house.Client.SendAsync(house.Address(), SendingHouse.Text("1"), Cancelled))).ShouldBe(new SendOutcome.Refused(401, "Unauthorized"));
        (await house.RunAsync(house.Client.SendAsync(house.Address(), SendingHouse.Text("2"), Cancelled))).ShouldBeOfType<SendOutcome.Sent>();
    }

    [Fact]
    public async Task A_single_tenant_bot_fetches_its_token_from_its_own_directory_and_keeps_it()
    {
        await using var tokens = await TokenDouble.StartAsync();
        var options = new BotOptions { AppId = SomeActivity.App, TenantId = SomeActivity.Tenant, Secret = "s", AllowEmulator = true, EntraAuthority = tokens.EntraAuthority };
        await using var house = await SendingHouse.StartAsync(options, BotCredential.Of(options));

        for (var number = 0; number < 3; number++)
            await house.RunAsync(house.Client.SendAsync(house.Address(), SendingHouse.Text("1"), Cancelled));

        house.Connector.Sent.Count.ShouldBe(3);
        house.Connector.Sent.ShouldAllBe(one => one.Authorization!.StartsWith("Bearer ey", StringComparison.Ordinal));
        tokens.Asked.ShouldHaveSingleItem().ShouldBe($"/{SomeActivity.Tenant}/oauth2/v2.0/token");
    }

    [Theory]
    [InlineData(BotAppType.SingleTenant, typeof(ClientSecretCredential))]
    [InlineData(BotAppType.UserAssignedMSI, typeof(ManagedIdentityCredential))]
    public void The_app_s_type_decides_how_it_proves_itself(BotAppType type, Type credential) =>
        BotCredential.Of(new() { AppId = SomeActivity.App, TenantId = SomeActivity.Tenant, Secret = "s", AppType = type }).ShouldBeOfType(credential);

    private BotToken Token(Credential credential) => new(new(() => credential), Options.Create(new BotOptions()), _time, _log.Of<BotToken>());

    private sealed class Credential(TimeProvider? time = null) : TokenCredential
    {
        private int _issued;

        public TimeProvider Time { get; set; } = time ?? TimeProvider.System;

        public bool IsDown { get; set; }

        public int Asked { get; private set; }

        public List<string> Scopes { get; } = [];

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Asked++;
            Scopes.AddRange(requestContext.Scopes);
            return IsDown ? throw new AuthenticationFailedException("AADSTS700016 for a tenant") : new(new AccessToken($"token {++_issued}", Time.GetUtcNow() + TimeSpan.FromHours(1)));
        }

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
