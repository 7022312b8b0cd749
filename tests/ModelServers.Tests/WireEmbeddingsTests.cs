using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.AI;

namespace AgentHelpdesk.ModelServers.Tests;

public sealed class WireEmbeddingsTests
{
    private static readonly EmbeddingGenerationOptions Question = new() { AdditionalProperties = new() { ["input_type"] = "query" } };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Questions_and_passages_are_sent_with_the_name_and_prefix_of_each()
    {
        await using var server = await EmbeddingServer.StartAsync((body, _) => EmbeddingServer.Vectors(body));
        using var generator = Generator(server, options =>
        {
            options.Name = "e5-passage";
            options.QuestionName = "e5-query";
            options.QuestionPrefix = "query: ";
            options.PassagePrefix = "passage: ";
        });

        var passages = await generator.GenerateAsync(["Le plafond.", "Le versement du mois."], cancellationToken: Token);
        await generator.GenerateAsync(["plafond ?"], Question, Token);

        Sent(server, 0).ShouldBe("e5-passage|passage: Le plafond.|passage: Le versement du mois.");
        Sent(server, 1).ShouldBe("e5-query|query: plafond ?");
        server.Asked[0].TryGetProperty("dimensions", out _).ShouldBeFalse();
        // The server gave them in another order; "index" says which is which.
        passages.Select(passage => passage.Vector.Span[0]).ShouldBe([20, 30]);
        passages[0].ModelId.ShouldBe("ce-que-dit-le-serveur");
        passages.Usage!.InputTokenCount.ShouldBe(3);
    }

    [Fact]
    public async Task The_manifest_is_told_the_model_its_prefix_and_the_size()
    {
        await using var server = await EmbeddingServer.StartAsync((body, _) => EmbeddingServer.Vectors(body));
        using var plain = Generator(server);
        using var prefixed = Generator(server, options => (options.QuestionPrefix, options.PassagePrefix) = ("query: ", "passage: "));

        Metadata(plain).ShouldBe(("modele", 2));
        Metadata(prefixed).ShouldBe(("modele [passage:]", 2));
    }

    [Theory]
    [InlineData(413, "batch too large")]
    [InlineData(400, "array too long. Expected an array with maximum length 3")]
    [InlineData(422, "batch size 5 > maximum allowed batch size 3")]
    [InlineData(500, "input is too large to process. increase the physical batch size")]
    public async Task A_batch_refused_as_too_large_is_halved_until_it_fits(int status, string message)
    {
        await using var server = await EmbeddingServer.StartAsync((body, _) =>
            body.GetProperty("input").GetArrayLength() > 3 ? EmbeddingServer.Refuse(status, message) : EmbeddingServer.Vectors(body));
        using var generator = Generator(server);

        var vectors = await generator.GenerateAsync(["a", "bb", "ccc", "dddd", "eeeee"], cancellationToken: Token);

        vectors.Select(vector => vector.Vector.Span[0]).ShouldBe([1, 2, 3, 4, 5]);
        server.Asked.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_request_that_is_wrong_in_itself_is_given_up_with_the_server_s_reason()
    {
        await using var server = await EmbeddingServer.StartAsync((_, _) => EmbeddingServer.Refuse(400, "'input' array must contain strings"));
        using var generator = Generator(server);

        var refused = await Should.ThrowAsync<HttpRequestException>(() => generator.GenerateAsync(["a", "b", "c", "d"], cancellationToken: Token));

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        refused.Message.ShouldContain("must contain strings");
        server.Asked.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_text_without_a_word_is_never_sent_and_has_no_vector()
    {
        await using var server = await EmbeddingServer.StartAsync((body, _) => EmbeddingServer.Vectors(body));
        using var generator = Generator(server, options => options.PassagePrefix = "passage: ");

        var vectors = await generator.GenerateAsync(["", "mot", " \n"], cancellationToken: Token);
        await generator.GenerateAsync([" "], cancellationToken: Token);

        vectors.Select(vector => vector.Vector.Length).ShouldBe([0, 2, 0]);
        Sent(server, 0).ShouldBe("modele|passage: mot");
        server.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Vectors_in_base64_are_read_too()
    {
        var numbers = new[] { 0.25f, -3f }.SelectMany(BitConverter.GetBytes).ToArray();
        await using var server = await EmbeddingServer.StartAsync((_, _) => Results.Json(new { data = new[] { new { embedding = Convert.ToBase64String(numbers) } } }));
        using var generator = Generator(server);

        (await generator.GenerateAsync(["a"], cancellationToken: Token))[0].Vector.ToArray().ShouldBe([0.25f, -3f]);
    }

    [Theory]
    [InlineData("""{"data":[{"embedding":[1,2,3]}]}""", "Embedding:Size")]
    [InlineData("""{"data":[]}""", "gave 0")]
    [InlineData("""{"data":[{"embedding":[0,0]}]}""", "without a direction")]
    [InlineData("""{"data":[{"embedding":"AADAfwAAgD8="}]}""", "without a direction")]
    [InlineData("""{"data":[{"index":7,"embedding":[1,2]}]}""", "numbered")]
    [InlineData("""{"data":[{"object":"embedding"}]}""", "can't be read")]
    [InlineData("""{"data":[{"embedding":["un","deux"]}]}""", "can't be read")]
    [InlineData("""{"data":[{"embedding":[1,2]""", "can't be read")]
    [InlineData("""[]""", "no data")]
    [InlineData("", "can't be read")]
    public async Task An_answer_without_the_vectors_asked_for_is_refused(string answer, string said)
    {
        await using var server = await EmbeddingServer.StartAsync((_, _) => Results.Text(answer, "application/json"));
        using var generator = Generator(server);

        (await Should.ThrowAsync<InvalidDataException>(() => generator.GenerateAsync(["a"], cancellationToken: Token))).Message.ShouldContain(said);
    }

    [Fact]
    public async Task An_answer_longer_than_the_vectors_can_be_is_not_read_to_its_end()
    {
        await using var server = await EmbeddingServer.StartAsync((_, _) => Results.Text(new string(' ', 3_000_000), "application/json"));
        using var generator = Generator(server);

        (await Should.ThrowAsync<InvalidDataException>(() => generator.GenerateAsync(["a"], cancellationToken: Token))).Message.ShouldContain("longer than");
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_busy_server_is_asked_again(int status)
    {
        await using var server = await EmbeddingServer.StartAsync((body, call) => call < 3 ? EmbeddingServer.Refuse(status, "Loading model") : EmbeddingServer.Vectors(body));
        using var generator = Generator(server);

        (await generator.GenerateAsync(["a"], cancellationToken: Token)).Count.ShouldBe(1);
        server.Asked.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(501)]
    public async Task A_refusal_that_stays_one_is_not_asked_again(int status)
    {
        await using var server = await EmbeddingServer.StartAsync((_, _) => EmbeddingServer.Refuse(status, "This server does not support embeddings."));
        using var generator = Generator(server);

        var refused = await Should.ThrowAsync<HttpRequestException>(() => generator.GenerateAsync(["a", "b"], cancellationToken: Token));

        ((int?)refused.StatusCode).ShouldBe(status);
        refused.Message.ShouldContain("does not support embeddings");
        server.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_said_to_be_not_reached()
    {
        var server = await EmbeddingServer.StartAsync((body, _) => EmbeddingServer.Vectors(body));
        using var generator = Generator(server, options => options.Retries = 0);
        await server.DisposeAsync();

        (await Should.ThrowAsync<HttpRequestException>(() => generator.GenerateAsync(["a"], cancellationToken: Token))).StatusCode.ShouldBeNull();
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_given_up_after_the_try_s_time()
    {
        await using var server = await EmbeddingServer.StartAsync((_, _) => new Silence());
        using var generator = Generator(server, options => (options.AttemptSeconds, options.Retries) = (1, 0));

        await Should.ThrowAsync<TimeoutException>(() => generator.GenerateAsync(["a"], cancellationToken: Token));
    }

    [Fact]
    public async Task The_size_is_asked_for_where_the_operator_says_so()
    {
        await using var server = await EmbeddingServer.StartAsync((body, _) => EmbeddingServer.Vectors(body));
        using var generator = Generator(server, options => options.AskForSize = true);

        await generator.GenerateAsync(["a"], cancellationToken: Token);

        server.Asked[0].GetProperty("dimensions").GetInt32().ShouldBe(2);
    }

    private static IEmbeddingGenerator<string, Embedding<float>> Generator(EmbeddingServer server, Action<EmbeddingOptions>? change = null) => Clients.Vectors(server, change);

    private static string Sent(EmbeddingServer server, int call) => string.Join(
        '|', server.Asked[call].GetProperty("input").EnumerateArray().Select(text => text.GetString()).Prepend(server.Asked[call].GetProperty("model").GetString()));

    private static (string?, int?) Metadata(IEmbeddingGenerator<string, Embedding<float>> generator)
    {
        var metadata = generator.GetService<EmbeddingGeneratorMetadata>()!;
        return (metadata.DefaultModelId, metadata.DefaultModelDimensions);
    }

    private sealed class Silence : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => Task.Delay(TimeSpan.FromSeconds(20), TimeProvider.System, httpContext.RequestAborted);
    }
}
