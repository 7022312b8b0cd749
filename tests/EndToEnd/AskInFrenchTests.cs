using System.Net;
using System.Text.RegularExpressions;
using AgentHelpdesk.EndToEnd.Hosts;
using AgentHelpdesk.TestKit;

namespace AgentHelpdesk.EndToEnd;

/// <summary>The whole way, from a PDF to an answer whose source opens: ingested, asked in French through the started host, cited, sent.</summary>
public sealed class AskInFrenchTests : IDisposable
{
    private const string Question = "Quel est le délai de carence de l'indemnité de gros temps ?";

    private readonly TempFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_sample_answers_in_its_own_words_and_its_pdf_opens_from_the_citation()
    {
        await using var host = await HelpdeskProcess.WithSamplesAsync(_folder);
        using var client = new HttpClient { BaseAddress = await host.AddressAsync() };

        var answer = await AskAsync(client, Question);

        answer.ShouldContain("trois jours");
        answer.ShouldContain("[1]");
        answer.ShouldContain("Circulaire CFPML-2025-03");
        answer.ShouldContain("exemple fictif");
        answer.ShouldContain("en vigueur au");
        var link = Regex.Match(answer, "href=\"(?<url>/revisions/[0-9a-f]{32}/pdf)#page=1\"").Groups["url"].Value;
        var sent = await client.GetByteArrayAsync(link, Token);
        sent.ShouldBe(await File.ReadAllBytesAsync(RepositoryRoot.Combine("tests", "Samples", "pdf", "circulaire-2025-03-indemnite-gros-temps.pdf"), Token));
    }

    [Fact]
    public async Task The_console_answers_as_the_page_does_and_tells_scripts_whether_it_did()
    {
        await (await HelpdeskProcess.WithSamplesAsync(_folder)).DisposeAsync();

        await using var answered = HelpdeskProcess.Start("Production", "ask", Question, "--data", _folder.Path);
        await using var declined = HelpdeskProcess.Start("Production", "ask", "Quelle est la couleur du logo ?", "--data", _folder.Path);

        (await answered.ExitAsync()).ShouldBe(0);
        string.Join('\n', answered.Output).ShouldContain("trois jours s’applique à chaque épisode. [1]");
        (await declined.ExitAsync()).ShouldBe(3);
        string.Join('\n', declined.Output).ShouldContain("Je n’ai pas trouvé la règle");
    }

    [Theory]
    [InlineData("2025", "52,30 €")]
    [InlineData("15/03/2026", "53,90 €")]
    public async Task The_date_beside_the_question_chooses_the_revision_that_answers(string date, string amount)
    {
        await (await HelpdeskProcess.WithSamplesAsync(_folder)).DisposeAsync();

        await using var verb = HelpdeskProcess.Start(
            "Production", "ask", "Quel est le montant mensuel du supplément pour enfant à charge ?", "--date", date, "--data", _folder.Path);

        (await verb.ExitAsync()).ShouldBe(0);
        string.Join('\n', verb.Output).ShouldContain($"est fixé à {amount}");
    }

    [Fact]
    public async Task The_first_real_publication_takes_the_samples_away_from_a_running_host()
    {
        using var real = new TempFolder();
        File.Copy(RepositoryRoot.Combine("tests", "Samples", "pdf", "guide-pension-de-rivage.pdf"), real.Combine("Guide de la pension.pdf"));
        await using var host = await HelpdeskProcess.WithSamplesAsync(_folder);
        using var client = new HttpClient { BaseAddress = await host.AddressAsync() };

        (await HelpdeskProcess.RunJobAsync("ingest", real.Path, "--data", _folder.Path)).ShouldBe(0);

        WebUtility.HtmlDecode(await client.GetStringAsync("/", Token)).ShouldContain("1 document publié");
        var answer = await AskAsync(client, "À quel âge la pension de rivage est-elle attribuée ?");
        answer.ShouldContain("soixante et un ans");
        answer.ShouldNotContain("exemple fictif");
    }

    private static async Task<string> AskAsync(HttpClient client, string question)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/ask") { Content = new FormUrlEncodedContent([new("question", question)]) };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        using var response = await client.SendAsync(request, Token);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(Token));
    }
}
