using System.Net;
using System.Text;
using System.Text.Json;
using AgentHelpdesk.ModelDoubles;

namespace AgentHelpdesk.ModelServers.Tests.Doubles;

public sealed class ModelServerDoubleTests
{
    private const string Ask = """{"model":"m","messages":[{"role":"user","content":"Bonjour"}]}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Recorded => Recordings.Names(_ => true);

    [Theory, MemberData(nameof(Recorded))]
    public async Task Plays_what_a_real_server_answered_byte_for_byte(string name)
    {
        var call = Recordings.Get(name);
        await using var server = await ModelServerDouble.StartAsync(call);
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(new HttpMethod(call.Method), server.Root + call.Path);
        if (call.Request.Length > 0)
            request.Content = new StringContent(call.Request, Encoding.UTF8, "application/json");

        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);
        var expected = string.Concat(call.Reply.Steps.OfType<WireStep.Send>().Select(step => step.Text));
        var bytes = new byte[Encoding.UTF8.GetByteCount(expected)];
        await using var stream = await response.Content.ReadAsStreamAsync(Token);
        await stream.ReadExactlyAsync(bytes, Token);

        ((int)response.StatusCode).ShouldBe(call.Reply.Status);
        Encoding.UTF8.GetString(bytes).ShouldBe(expected);
        response.Content.Headers.ContentType!.ToString().ShouldBe(call.Reply.Headers.Single(header => header.Name == "Content-Type").Value);
        if (!call.WasClosed)
            (await stream.ReadAsync(new byte[1], Token)).ShouldBe(0);
    }

    [Fact]
    public async Task Streams_the_same_text_that_it_answers_plainly()
    {
        await using var server = await ModelServerDouble.StartAsync(_ => "L'été : 27 141 € 🙂.");

        var plain = JsonDocument.Parse(await PostAsync(server, Ask)).RootElement.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString();
        var events = (await PostAsync(server, """{"stream":true,"stream_options":{"include_usage":true},""" + Ask[1..])).Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        var streamed = string.Concat(events[..^1].Select(line => JsonDocument.Parse(line["data: ".Length..]).RootElement.GetProperty("choices"))
            .Where(choices => choices.GetArrayLength() > 0 && choices[0].GetProperty("delta").TryGetProperty("content", out _))
            .Select(choices => choices[0].GetProperty("delta").GetProperty("content").GetString()));

        plain.ShouldBe("L'été : 27 141 € 🙂.");
        streamed.ShouldBe(plain);
        events[^1].ShouldBe("data: [DONE]");
        events[^2].ShouldContain("\"total_tokens\"");
    }

    [Theory]
    [InlineData("/v1/chat/completions", """{"model":"m"}""", HttpStatusCode.BadRequest, "'messages' is required")]
    [InlineData("/v1/chat/completions", """{"model":""", HttpStatusCode.BadRequest, "parse error")]
    [InlineData("/v1/nothing", "{}", HttpStatusCode.NotFound, "not_found_error")]
    [InlineData("/openai/deployments/d/chat/completions", Ask, HttpStatusCode.NotFound, "Resource not found")]
    [InlineData("/v1/chat/completions", """{"messages":[],"response_format":{"type":"json_schema"}}""", HttpStatusCode.BadRequest, "needs name and schema")]
    public async Task Refuses_what_real_servers_refuse(string path, string body, HttpStatusCode status, string message)
    {
        await using var server = await ModelServerDouble.StartAsync(_ => "Bonjour.");
        using var http = new HttpClient();
        using var response = await http.PostAsync(server.Root + path, new StringContent(body), Token);

        response.StatusCode.ShouldBe(status);
        (await response.Content.ReadAsStringAsync(Token)).ShouldContain(message);
    }

    [Theory]
    [InlineData("Authorization", "Bearer k", HttpStatusCode.OK)]
    [InlineData("Authorization", "Bearer x", HttpStatusCode.Unauthorized)]
    [InlineData("api-key", "k", HttpStatusCode.Unauthorized)]
    public async Task Asks_for_its_key(string header, string value, HttpStatusCode status)
    {
        await using var server = await ModelServerDouble.StartAsync(_ => WireReply.Says("Bonjour."), new() { Key = "k" });
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add(header, value);
        using var response = await http.PostAsync(server.Endpoint + "/chat/completions", new StringContent(Ask), Token);

        response.StatusCode.ShouldBe(status);
    }

    private static async Task<string> PostAsync(ModelServerDouble server, string body)
    {
        using var http = new HttpClient();
        using var response = await http.PostAsync(server.Endpoint + "/chat/completions", new StringContent(body, Encoding.UTF8, "application/json"), Token);
        return await response.Content.ReadAsStringAsync(Token);
    }
}
