using System.Text;
using AgentHelpdesk.EndToEnd.Hosts;
using AgentHelpdesk.EndToEnd.Pages;
using AgentHelpdesk.TestKit;
using Microsoft.Playwright;

namespace AgentHelpdesk.EndToEnd.Teams;

/// <summary>What an agent says of an answer with its thumbs reaches those who keep the documents, and nobody's name does.</summary>
[Collection(TeamsRoom.Name)]
public sealed class FeedbackTests(TeamsHelpdesk helpdesk, ReadSamples samples) : IDisposable
{
    private const string Comment = "Réponse claire, merci : je l’ai lue à l’assurée.";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_thumb_and_its_words_are_listed_with_question_and_answer_even_if_the_power_fails_then()
    {
        TeamsHelpdesk.SkipIfAbsent();
        await samples.CopyToAsync(_folder);
        await using (var host = await HelpdeskProcess.WithSamplesAsync(_folder, "--Bot:AllowAnonymous=true"))
        {
            await using var teams = await TeamsWindow.OpenAsync(helpdesk.Browser, await host.AddressAsync(), 1280, 900, []);
            await teams.AskAsync(ChatMoves.Question);

            await LikeAsync(teams);

            // Whoever was thanked is not forgotten.
            await host.KillAsync();
        }

        var listed = await ListAsync("--json");
        listed.ShouldContain(ChatMoves.Question);
        listed.ShouldContain("trois jours");
        listed.ShouldContain("je l’ai lue à l’assurée");
        var kept = listed + await ListAsync("--csv") + await ListAsync() + EverythingKept();
        foreach (var name in PlaygroundPeople.Names)
            kept.ShouldNotContain(name);
    }

    private static async Task LikeAsync(TeamsWindow teams)
    {
        await teams.Page.GetByRole(AriaRole.Button, new() { Name = "Like", Exact = true }).ClickAsync();
        var dialog = teams.Page.GetByRole(AriaRole.Dialog);
        await dialog.Locator("textarea").FillAsync(Comment);
        await teams.ShotAsync("feedback-form");
        var submitted = teams.Page.WaitForResponseAsync(response => response.Request.Method == "POST" && response.Url.Contains("invoke", StringComparison.OrdinalIgnoreCase));
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Submit" }).ClickAsync();
        (await submitted).Ok.ShouldBeTrue();
        await teams.ShotAsync("feedback-sent");
    }

    private async Task<string> ListAsync(params string[] form)
    {
        await using var list = HelpdeskProcess.Start("Production", ["feedback", "--data", _folder.Path, .. form]);
        (await list.ExitAsync()).ShouldBe(0, list.Errors);
        return string.Join('\n', list.Output);
    }

    // Every byte of the folder, as text: what the database still holds of the erased too.
    private string EverythingKept() => string.Join('\n', Directory.EnumerateFiles(_folder.Path, "bot*", SearchOption.AllDirectories).Select(file => Encoding.UTF8.GetString(File.ReadAllBytes(file))));
}
