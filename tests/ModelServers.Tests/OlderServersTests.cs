using System.Net;
using System.Text.Json;
using AgentHelpdesk.ModelDoubles;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Time.Testing;

namespace AgentHelpdesk.ModelServers.Tests;

/// <summary>Servers that refuse members of a request by name are asked without them.</summary>
public sealed class OlderServersTests
{
    private static readonly JsonElement Schema = JsonDocument.Parse("""{"type":"object","properties":{"a":{"type":"string"}}}""").RootElement;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static ChatOptions Options => new() { MaxOutputTokens = 50, Temperature = 0, ResponseFormat = ChatResponseFormat.ForJsonSchema(Schema, "claims") };

    [Fact]
    public async Task A_newer_server_is_asked_for_form_usage_and_a_limit()
    {
        await using var server = await ModelServerDouble.StartAsync(_ => "{}");
        using var client = Clients.Of(server);

        var response = await client.GetResponseAsync("Bonjour", Options, Token);

        var request = server.Requests.ShouldHaveSingleItem();
        request.Format.ShouldBe("json_schema");
        request.IsStream.ShouldBeTrue();
        request.WantsUsage.ShouldBeTrue();
        request.Member("max_tokens")!.Value.GetInt32().ShouldBe(50);
        request.Member("max_completion_tokens")!.Value.GetInt32().ShouldBe(50);
        response.Usage!.OutputTokenCount.ShouldBe(1);
    }

    [Theory]
    [InlineData("response_format")]
    [InlineData("stream_options")]
    [InlineData("max_completion_tokens")]
    [InlineData("max_tokens")]
    [InlineData("temperature")]
    [InlineData("response_format", "stream_options", "max_completion_tokens")]
    public async Task A_member_refused_by_name_is_left_out_at_once_and_for_a_while(params string[] unknown)
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(50));
        await using var server = await ModelServerDouble.StartAsync(_ => WireReply.Says("{}"), new() { UnknownMembers = unknown });
        using var client = Clients.Of(server, time: time);

        (await client.GetResponseAsync("Bonjour", Options, Token)).Text.ShouldBe("{}");
        (await client.GetResponseAsync("Bonjour", Options, Token)).Text.ShouldBe("{}");

        server.Requests.Count.ShouldBe(unknown.Length + 2);
        var last = server.Requests[^1];
        unknown.ShouldAllBe(name => last.Member(name) == null);

        time.Advance(TimeSpan.FromMinutes(61));
        await client.GetResponseAsync("Bonjour", Options, Token);
        server.Requests.Count.ShouldBe((2 * unknown.Length) + 3);
    }

    [Theory]
    [InlineData("max_tokens is too large: 50")]
    [InlineData("'messages' is required")]
    [InlineData("This model's maximum context length is 40 tokens. Please reduce max_tokens, which is not supported.")]
    public async Task A_refusal_for_another_reason_stands(string message)
    {
        await using var server = await ModelServerDouble.StartAsync(Fault.Error(400, message));
        using var client = Clients.Of(server);

        await Should.ThrowAsync<HttpRequestException>(client.GetResponseAsync("Bonjour", Options, Token));

        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_server_that_does_not_stream_is_read_all_the_same()
    {
        await using var server = await ModelServerDouble.StartAsync(_ => WireReply.Json(200,
            """{"id":"1","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"Bonjour."}}],"usage":{"prompt_tokens":3,"completion_tokens":2,"total_tokens":5},"timings":{"x":1}}"""));
        using var client = Clients.Of(server);

        var response = await client.GetResponseAsync("Bonjour", cancellationToken: Token);

        response.Text.ShouldBe("Bonjour.");
        response.FinishReason.ShouldBe(ChatFinishReason.Stop);
        response.Usage!.TotalTokenCount.ShouldBe(5);
    }

    [Fact]
    public async Task Azure_is_asked_in_its_own_form_by_deployment_and_key()
    {
        await using var server = await ModelServerDouble.StartAsync(_ => WireReply.Says("Bonjour."), new() { Key = Clients.Key });
        using var client = Clients.Of(server, options => (options.Kind, options.Endpoint, options.Name) = (ModelKind.Azure, server.Root, "gpt"));

        (await client.GetResponseAsync("Bonjour", Options, Token)).Text.ShouldBe("Bonjour.");

        var request = server.Requests.ShouldHaveSingleItem();
        request.Path.ShouldBe("/openai/deployments/gpt/chat/completions");
        request.Headers["api-key"].ShouldBe(Clients.Key);
        request.Headers.ContainsKey("Authorization").ShouldBeFalse();
        // Azure refuses both names of the limit together.
        new[] { "max_tokens", "max_completion_tokens" }.Count(name => request.Member(name) is not null).ShouldBe(1);
    }

    [Fact]
    public async Task A_wrong_key_is_refused_and_not_repeated_in_the_message()
    {
        await using var server = await ModelServerDouble.StartAsync(_ => WireReply.Says("Bonjour."), new() { Key = "another" });
        using var client = Clients.Of(server);

        var error = await Should.ThrowAsync<HttpRequestException>(client.GetResponseAsync("Bonjour", cancellationToken: Token));

        error.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        error.ToString().ShouldNotContain(Clients.Key);
    }
}
