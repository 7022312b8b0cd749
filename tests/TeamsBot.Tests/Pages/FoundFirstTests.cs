using System.Net;
using System.Text;
using System.Text.Json;
using AgentHelpdesk.ModelDoubles;
using AgentHelpdesk.TestKit;

namespace AgentHelpdesk.TeamsBot.Tests.Pages;

/// <summary>While a model writes, the page is sent what was found; the turn follows in the same reply.</summary>
public sealed class FoundFirstTests
{
    private const string Next = "<!--next-->";
    private const string Question = "Quel est le montant de l'allocation de tempête ?";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_passages_come_first_and_the_checked_answer_last()
    {
        using var gate = new SemaphoreSlim(0);
        await using var model = await ModelServerDouble.StartAsync(_ => Written(gate));
        using var host = Host(model.Endpoint);

        using var response = await AskAsync(host);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(Token), Encoding.UTF8);
        var first = await ReadUntilAsync(reader, Next);
        var reachedBeforeAnswer = gate.CurrentCount == 0;
        gate.Release(10);
        var last = WebUtility.HtmlDecode(await reader.ReadToEndAsync(Token));

        reachedBeforeAnswer.ShouldBeTrue();
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        first.ShouldStartWith("<section class=\"found\" lang=\"fr\"");
        WebUtility.HtmlDecode(first).ShouldContain("Extraits trouvés, pas encore une réponse");
        first.ShouldContain("class=\"passage-link\"");
        first.ShouldNotContain("<article");
        first.ShouldNotContain("[1]");
        last.ShouldStartWith("<article class=\"turn\"");
        last.ShouldContain("rédigé par un modèle");
        last.ShouldContain("[1]");
    }

    [Fact]
    public async Task Who_does_not_ask_for_pieces_gets_the_turn_alone()
    {
        using var gate = new SemaphoreSlim(0);
        await using var model = await ModelServerDouble.StartAsync(_ => Written(gate, 600));
        using var host = Host(model.Endpoint);

        using var response = await host.AskAsync(Question);

        (await response.Content.ReadAsStringAsync(Token)).ShouldStartWith("<article");
    }

    [Fact]
    public async Task An_answer_that_comes_at_once_comes_alone_with_its_status()
    {
        using var host = Host(null);

        using var answered = await AskAsync(host);
        using var unclear = await AskAsync(host, "");

        (await answered.Content.ReadAsStringAsync(Token)).ShouldStartWith("<article");
        answered.StatusCode.ShouldBe(HttpStatusCode.OK);
        unclear.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_turn_that_fails_after_the_passages_were_sent_ends_in_its_sentence()
    {
        using var gate = new SemaphoreSlim(0);
        await using var model = await ModelServerDouble.StartAsync(_ => Written(gate, 5_000));
        using var host = Host(model.Endpoint, ("Web:TurnSeconds", "1"));

        using var response = await AskAsync(host);
        var pieces = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(Token)).Split(Next);

        pieces.Length.ShouldBe(2);
        pieces[1].ShouldContain("class=\"failed\"");
        pieces[1].Replace('\u202f', ' ').ShouldContain("n’a pas abouti en 1 seconde");
    }

    [Fact]
    public async Task A_place_among_the_questions_is_held_until_the_answer_is_sent()
    {
        using var gate = new SemaphoreSlim(0);
        await using var model = await ModelServerDouble.StartAsync(_ => Written(gate));
        using var host = Host(model.Endpoint, ("Web:ConcurrentQuestions", "1"));
        using var first = await AskAsync(host);
        Task<HttpResponseMessage>[] further = [AskAsync(host), AskAsync(host)];

        // One waits for the place, the other is turned away.
        using var turnedAway = await await Task.WhenAny(further);
        gate.Release(10);
        (await first.Content.ReadAsStringAsync(Token)).ShouldContain("<article");
        var statuses = (await Task.WhenAll(further)).Select(response => response.StatusCode).ToArray();

        turnedAway.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        statuses.ShouldContain(HttpStatusCode.OK);
    }

    private static string Written(SemaphoreSlim gate, int milliseconds = 20_000)
    {
        gate.Wait(milliseconds, Token);
        return JsonSerializer.Serialize(new
        {
            status = "answered",
            claims = new[] { new { kind = "rule", text = "L'allocation de tempête est de 45 euros par jour.", passage = 1, quote = "Le montant de l'allocation de tempête est de 45 euros par jour." } },
            missing = Array.Empty<string>(),
            followUpQuestions = Array.Empty<string>(),
        });
    }

    private static RunningHost Host(string? model, params (string Key, string Value)[] settings)
    {
        var host = new RunningHost([("Answering:MinimumEvidence", "0"), .. model is null ? [] : Configured(model), .. settings]);
        host.Knowledge.Publish([new DocumentBuilder("Circulaire sur l'allocation de tempête").InForce(new(2026, 1, 1), null)
            .Chunk("Le montant de l'allocation de tempête est de 45 euros par jour.", "Montant de l'allocation de tempête").BuildOnPages()]);
        return host;
    }

    private static (string Key, string Value)[] Configured(string endpoint) => [("Model:Kind", "openai"), ("Model:Endpoint", endpoint), ("Model:Name", "double")];

    private static async Task<HttpResponseMessage> AskAsync(RunningHost host, string question = Question)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/ask") { Content = new FormUrlEncodedContent([new("question", question), new("date", "")]) };
        request.Headers.Add("X-Found", "1");
        return await host.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);
    }

    private static async Task<string> ReadUntilAsync(StreamReader reader, string mark)
    {
        var read = new StringBuilder();
        var one = new char[1];
        while (!read.ToString().EndsWith(mark, StringComparison.Ordinal) && await reader.ReadAsync(one, Token) > 0)
            read.Append(one[0]);
        return read.ToString();
    }
}
