using System.Diagnostics;
using AgentHelpdesk.EndToEnd.Pages;
using static Microsoft.Playwright.Assertions;

namespace AgentHelpdesk.EndToEnd.Teams;

/// <summary>An answer that takes its time says what it is doing, then stands alone.</summary>
[Collection(TeamsRoom.Name)]
public sealed class ProgressTests(TeamsHelpdesk helpdesk, ReadSamples samples)
{
    [Fact]
    public async Task A_slow_answer_shows_progress_and_then_the_answer_in_its_place()
    {
        TeamsHelpdesk.SkipIfAbsent();
        await using var slow = await SlowHelpdesk.StartAsync(samples);
        await using var teams = await TeamsWindow.OpenAsync(helpdesk.Browser, slow.Address, 1280, 900, []);

        await teams.SayAsync(ChatMoves.Question);
        var since = Stopwatch.StartNew();

        // The list of chats shows the last words too.
        var progress = teams.Page.Locator("p", new() { HasTextRegex = new("Trouvé.*gros temps, p\\..?1") });
        await Expect(progress.First).ToBeVisibleAsync(new() { Timeout = 20_000 });

        // Told, not asserted: how busy the machine of a test is says nothing about the bot.
        TestContext.Current.TestOutputHelper?.WriteLine($"Progress seen {since.ElapsedMilliseconds} ms after the question was sent.");
        await teams.ShotAsync("personal-progress");
        (await teams.Page.Locator(".fai-Citation").CountAsync()).ShouldBe(0, "an answer that nobody verified");

        slow.GoOn();
        await Expect(teams.Messages.Last).ToContainTextAsync("trois jours");
        await teams.ShotAsync("personal-progress-answered");
    }
}
