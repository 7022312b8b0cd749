using System.Net;
using AgentHelpdesk.ModelDoubles;
using Microsoft.Extensions.AI;

namespace AgentHelpdesk.ModelServers.Tests;

/// <summary>What leaves our client for each thing that goes wrong on the wire, without tries again.</summary>
public sealed class FaultTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Unreadable => [.. Broken.Keys];

    public static TheoryData<string, int> Refusals => new()
    {
        { "401", 401 }, { "403", 403 }, { "404", 404 }, { "400", 400 }, { "429", 429 }, { "500", 500 }, { "503", 503 },
        { "context of llama.cpp", 413 }, { "context of Azure", 413 }, { "context of vLLM", 413 }, { "413", 413 }, { "error event", 500 }, { "error event 503", 503 }, { "redirect", 307 }, { "error with status 200", 500 },
    };

    private static readonly Dictionary<string, WireReply> Broken = new()
    {
        ["cut"] = Fault.Cut("Le plafond est de"),
        ["cut before a word"] = Fault.Cut(""),
        ["reset in mid-stream"] = Fault.ResetAfter("Le plafond est de"),
        ["malformed event"] = Fault.Malformed(),
        ["wrong schema"] = Fault.WrongSchema(),
        ["no JSON"] = WireReply.Json(200, "<html>Connexion</html>"),
        ["nothing"] = WireReply.Json(200, ""),
        ["no choices"] = WireReply.Events("data: {\"choices\":[]}", "data: [DONE]"),
        ["choices of another form"] = WireReply.Events("data: {\"choices\":\"none\"}", "data: [DONE]"),
        ["finish reason of nobody"] = WireReply.Events("""data: {"choices":[{"index":0,"delta":{"content":"a"},"finish_reason":"sulk"}]}""", "data: [DONE]"),
        ["huge"] = Fault.Huge(120_000),
    };

    [Theory, MemberData(nameof(Unreadable))]
    public async Task What_was_cut_or_can_t_be_read_is_invalid_data(string fault)
    {
        await using var server = await ModelServerDouble.StartAsync(Broken[fault]);
        using var client = Clients.Of(server);

        await Should.ThrowAsync<InvalidDataException>(client.GetResponseAsync("Bonjour", cancellationToken: Token));
        await Should.ThrowAsync<InvalidDataException>(client.StreamedAsync("Bonjour", Token));
    }

    [Theory, MemberData(nameof(Refusals))]
    public async Task A_refusal_leaves_with_its_status(string fault, int status)
    {
        await using var server = await ModelServerDouble.StartAsync(Refusal(fault));
        using var client = Clients.Of(server);

        (await Should.ThrowAsync<HttpRequestException>(client.GetResponseAsync("Bonjour", cancellationToken: Token))).StatusCode.ShouldBe((HttpStatusCode)status);
        (await Should.ThrowAsync<HttpRequestException>(client.StreamedAsync("Bonjour", Token))).StatusCode.ShouldBe((HttpStatusCode)status);
    }

    [Fact]
    public async Task A_server_that_is_not_there_has_no_status()
    {
        string endpoint;
        await using (var server = await ModelServerDouble.StartAsync(_ => "Bonjour."))
            endpoint = server.Endpoint;
        await using var other = await ModelServerDouble.StartAsync(_ => "Bonjour.");
        using var client = Clients.Of(other, options => options.Endpoint = endpoint);

        var error = await Should.ThrowAsync<HttpRequestException>(client.GetResponseAsync("Bonjour", cancellationToken: Token));

        error.StatusCode.ShouldBeNull();
        error.Message.ShouldContain("could not be reached");
    }

    [Fact]
    public async Task A_connection_torn_down_before_the_answer_is_a_server_not_reached()
    {
        await using var server = await ModelServerDouble.StartAsync(Fault.Reset());
        using var client = Clients.Of(server);

        (await Should.ThrowAsync<HttpRequestException>(client.GetResponseAsync("Bonjour", cancellationToken: Token))).StatusCode.ShouldBeNull();
    }

    [Fact]
    public async Task An_answer_with_its_finish_reason_needs_no_DONE()
    {
        await using var server = await ModelServerDouble.StartAsync(Fault.WithoutDone("Le plafond est de 27 141 euros."));
        using var client = Clients.Of(server);

        (await client.GetResponseAsync("Bonjour", cancellationToken: Token)).Text.ShouldBe("Le plafond est de 27 141 euros.");
    }

    [Theory]
    [InlineData("silent", "Model:StallSeconds")]
    [InlineData("stalled", "Model:StallSeconds")]
    [InlineData("slow first byte", "Model:StallSeconds")]
    [InlineData("never done", "Model:AttemptSeconds")]
    public async Task Silence_and_slowness_end_at_their_limit(string fault, string setting)
    {
        await using var server = await ModelServerDouble.StartAsync(fault switch
        {
            "silent" => Fault.Silent(),
            "stalled" => Fault.Stalled("Le plafond est de"),
            "slow first byte" => WireReply.Says("Bonjour.").After(TimeSpan.FromMinutes(1)),
            _ => WireReply.Says(new string('a', 400)) with { Pace = TimeSpan.FromMilliseconds(100) },
        });
        using var client = Clients.Of(server, options => (options.StallSeconds, options.AttemptSeconds) = (1, 2));

        (await Should.ThrowAsync<TimeoutException>(client.GetResponseAsync("Bonjour", cancellationToken: Token))).Message.ShouldContain(setting);
    }

    [Fact]
    public async Task A_slow_stream_that_goes_on_is_waited_for()
    {
        await using var server = await ModelServerDouble.StartAsync(WireReply.Says(new string('a', 60)) with { Pace = TimeSpan.FromMilliseconds(100) });
        using var client = Clients.Of(server, options => options.StallSeconds = 1);

        (await client.GetResponseAsync("Bonjour", cancellationToken: Token)).Text.Length.ShouldBe(60);
    }

    [Fact]
    public async Task A_filtered_prompt_and_a_filtered_answer_are_answers_with_that_finish_reason()
    {
        await using var server = await ModelServerDouble.StartAsync(Fault.PromptFiltered(), Fault.PromptFiltered(), Fault.AnswerFiltered("Le"));
        using var client = Clients.Of(server);

        (await client.GetResponseAsync("Bonjour", cancellationToken: Token)).FinishReason.ShouldBe(ChatFinishReason.ContentFilter);
        (await client.StreamedAsync("Bonjour", Token)).ShouldBe("");
        var cut = await client.GetResponseAsync("Bonjour", cancellationToken: Token);
        cut.FinishReason.ShouldBe(ChatFinishReason.ContentFilter);
        cut.Text.ShouldBe("Le");
    }

    [Theory]
    [InlineData("""{"error":{"message":"Trop de jetons","type":"x","code":null}}""", "Trop de jetons")]
    [InlineData("""{"error":{"message":"Trop de jetons","code":"bad"}}""", "Trop de jetons")]
    [InlineData("""{"error":"Trop de jetons"}""", "Trop de jetons")]
    [InlineData("""{"object":"error","message":"Trop de jetons","type":"BadRequestError","param":null,"code":400}""", "Trop de jetons")]
    [InlineData("""{"detail":"Trop de jetons"}""", "Trop de jetons")]
    [InlineData("""{"detail":[{"loc":["body","input"],"msg":"Trop de jetons"}]}""", "Trop de jetons")]
    [InlineData("""{"statusCode":400,"message":"Trop de jetons"}""", "Trop de jetons")]
    [InlineData("Trop de jetons", "Trop de jetons")]
    [InlineData("<html><body>Bad gateway</body></html>", "answered 400.")]
    [InlineData("""{"error":{"message":"Trop\r\n\u001b[31m de\u0000 jetons"}}""", "Trop [31m de jetons")]
    [InlineData("""{"error":{"message":"Key sk-Secret-0123456789 is wrong"}}""", "Key *** is wrong")]
    public async Task The_server_s_words_are_kept_whatever_the_form_of_the_error(string body, string words)
    {
        await using var server = await ModelServerDouble.StartAsync(WireReply.Json(400, body));
        using var client = Clients.Of(server);

        var error = await Should.ThrowAsync<HttpRequestException>(client.GetResponseAsync("Bonjour", cancellationToken: Token));

        error.Message.ShouldContain(words);
        error.ToString().ShouldNotContain(Clients.Key);
    }

    [Fact]
    public async Task A_long_message_is_shortened()
    {
        await using var server = await ModelServerDouble.StartAsync(Fault.Error(400, new string('a', 100_000)));
        using var client = Clients.Of(server);

        (await Should.ThrowAsync<HttpRequestException>(client.GetResponseAsync("Bonjour", cancellationToken: Token))).Message.Length.ShouldBeLessThan(400);
    }

    private static WireReply Refusal(string fault) => fault switch
    {
        "429" => Fault.TooMany(1),
        "context of llama.cpp" => Fault.PromptTooLong(9000, 4096),
        "context of Azure" => Fault.ContextLengthExceeded(),
        "context of vLLM" => WireReply.Json(400, """{"object":"error","message":"This model's maximum context length is 4096 tokens. However, you requested 5000 tokens (4500 in the messages, 500 in the completion). Please reduce the length of the messages or max_tokens.","type":"BadRequestError","code":400}"""),
        "413" => WireReply.Json(413, "<html>413 Request Entity Too Large</html>"),
        "error event" => Fault.ErrorEvent("Le plafond", "CUDA out of memory"),
        "error event 503" => Fault.ErrorEvent("Le plafond", "overloaded", 503),
        "redirect" => WireReply.Json(307, "", ("Location", "http://127.0.0.2/v1")),
        "error with status 200" => WireReply.Json(200, """{"error":{"message":"upstream failed"}}"""),
        _ => Fault.Error(int.Parse(fault, System.Globalization.CultureInfo.InvariantCulture), "Non"),
    };
}
