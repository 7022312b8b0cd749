using System.Net.Http.Json;
using AgentHelpdesk.ChannelDoubles;
using AgentHelpdesk.EndToEnd.Hosts;
using AgentHelpdesk.EndToEnd.Pages;
using AgentHelpdesk.TestKit;
using static Microsoft.Playwright.Assertions;

namespace AgentHelpdesk.EndToEnd.Teams;

/// <summary>The real client through the whole check of tokens: in with the channel's, out with the bot's own.</summary>
[Collection(TeamsRoom.Name)]
public sealed class ChannelTokenTests(TeamsHelpdesk helpdesk, ReadSamples samples) : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_question_with_the_channels_token_is_answered_and_one_without_is_not_let_in()
    {
        TeamsHelpdesk.SkipIfAbsent();
        await using var tokens = await TokenDouble.StartAsync();
        await samples.CopyToAsync(_folder);
        await using var host = await HelpdeskProcess.WithSamplesAsync(_folder,
            $"--Bot:AppId={PlaygroundPeople.App}", $"--Bot:TenantId={PlaygroundPeople.Tenant}", "--Bot:Secret=no-secret-of-anybody",
            $"--Bot:ChannelMetadata={tokens.ChannelMetadata}", $"--Bot:EntraAuthority={tokens.EntraAuthority}",

            // Only so that replies may go to this machine; the client itself brings no token of the emulator's kind.
            "--Bot:AllowEmulator=true");
        await using var relay = await ChannelRelay.StartAsync(await host.AddressAsync(), url => tokens.ChannelHeader(url, PlaygroundPeople.App));
        await using var teams = await TeamsWindow.OpenAsync(helpdesk.Browser, relay.Address, 1280, 900, []);

        var answer = await teams.AskAsync(ChatMoves.Question);

        await Expect(answer).ToContainTextAsync("trois jours");
        tokens.Asked.ShouldContain($"/{PlaygroundPeople.Tenant}/oauth2/v2.0/token");
        using var stranger = new HttpClient { BaseAddress = await host.AddressAsync() };
        using var refused = await stranger.PostAsJsonAsync("/api/messages", SomeActivity.Message(teams.Page.Url, ChatMoves.Question), Token);
        ((int)refused.StatusCode).ShouldBe(401);
    }
}
