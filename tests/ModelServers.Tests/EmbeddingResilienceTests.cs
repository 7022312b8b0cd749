using System.Net;
using AgentHelpdesk.ModelServers.Checking;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace AgentHelpdesk.ModelServers.Tests;

public sealed class EmbeddingResilienceTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2", 2)]
    [InlineData("90", 1)]
    public async Task The_pause_a_server_asks_for_is_kept_and_one_too_long_is_not_begun(string seconds, int tries)
    {
        await using var server = await EmbeddingServer.StartAsync((body, call) => call == 1 ? new Later(seconds) : EmbeddingServer.Vectors(body));
        var time = new FakeTimeProvider();
        using var generator = Clients.Vectors(server, time: time);

        var asking = generator.GenerateAsync(["a"], cancellationToken: Token);
        await Task.Delay(300, Token);
        time.Advance(TimeSpan.FromSeconds(1.9));
        await Task.Delay(200, Token);
        server.Asked.Count.ShouldBe(1);
        time.Advance(TimeSpan.FromSeconds(0.2));

        if (tries == 1)
            (await Should.ThrowAsync<HttpRequestException>(asking)).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        else
            (await asking).Count.ShouldBe(1);
        server.Asked.Count.ShouldBe(tries);
    }

    [Fact]
    public async Task A_server_that_fails_again_and_again_is_left_alone_and_asked_again_later()
    {
        var isWell = false;
        await using var server = await EmbeddingServer.StartAsync((body, _) => isWell ? EmbeddingServer.Vectors(body) : EmbeddingServer.Refuse(500, "CUDA"));
        var time = new FakeTimeProvider();
        using var generator = Clients.Vectors(server, options => options.Retries = 0, time);
        for (var call = 0; call < 5; call++)
            await Should.ThrowAsync<HttpRequestException>(() => generator.GenerateAsync(["a"], cancellationToken: Token));

        (await Should.ThrowAsync<HttpRequestException>(() => generator.GenerateAsync(["a"], cancellationToken: Token))).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        server.Asked.Count.ShouldBe(5);
        isWell = true;
        time.Advance(TimeSpan.FromSeconds(16));
        (await generator.GenerateAsync(["a"], cancellationToken: Token)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_key_is_not_among_the_words_of_a_server_that_repeats_it()
    {
        await using var server = await EmbeddingServer.StartAsync((_, _) => EmbeddingServer.Refuse(401, $"Incorrect API key provided: {Clients.Key}"));
        using var generator = Clients.Vectors(server, options => options.Key = Clients.Key);

        var refused = await Should.ThrowAsync<HttpRequestException>(() => generator.GenerateAsync(["a"], cancellationToken: Token));

        refused.Message.ShouldContain("Incorrect API key");
        refused.ToString().ShouldNotContain(Clients.Key);
    }

    [Fact]
    public async Task A_call_without_a_place_waits_for_one_and_is_not_sent_before()
    {
        using var go = new SemaphoreSlim(0);
        await using var server = await EmbeddingServer.StartAsync((body, _) => new Held(go, EmbeddingServer.Vectors(body)));
        using var generator = Clients.Vectors(server, options => options.Concurrent = 1);

        var both = new[] { "a", "b" }.Select(text => generator.GenerateAsync([text], cancellationToken: Token)).ToArray();
        await Task.Delay(300, Token);
        server.Asked.Count.ShouldBe(1);
        go.Release(2);

        (await Task.WhenAll(both)).Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_check_tries_once_each_model_that_is_asked()
    {
        await using var server = await EmbeddingServer.StartAsync((body, call) => call == 1 ? EmbeddingServer.Vectors(body) : EmbeddingServer.Refuse(503, "Loading model"));
        var options = new EmbeddingOptions { Kind = ModelKind.OpenAI, Endpoint = server.Endpoint, Name = "e5-passage", QuestionName = "e5-query", Size = 2 };

        var check = await TryModelServers.EmbeddingAsync(options, TimeProvider.System, Token);

        check.Failure.ShouldBe(ServerCheckFailure.Failing);
        check.Detail.ShouldContain("Loading model");
        server.Asked.Select(body => body.GetProperty("model").GetString()).ShouldBe(["e5-passage", "e5-query"]);
        options.Retries.ShouldBe(3);
    }

    private sealed class Later(string seconds) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = 429;
            httpContext.Response.Headers.RetryAfter = seconds;
            return Task.CompletedTask;
        }
    }

    private sealed class Held(SemaphoreSlim go, IResult answer) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            await go.WaitAsync(httpContext.RequestAborted);
            await answer.ExecuteAsync(httpContext);
        }
    }
}
