using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AgentHelpdesk.ModelServers.Tests;

/// <summary>A server for /v1/embeddings on this machine that answers from a script and keeps what it was asked.</summary>
internal sealed class EmbeddingServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private EmbeddingServer(WebApplication app) => _app = app;

    public string Endpoint => $"{_app.Urls.First()}/v1";

    public List<JsonElement> Asked { get; } = [];

    /// <param name="answer">From the request and its number, from 1, to the answer.</param>
    public static async Task<EmbeddingServer> StartAsync(Func<JsonElement, int, IResult> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var server = new EmbeddingServer(builder.Build());
        server._app.MapPost("/v1/embeddings", async (HttpContext context) =>
        {
            var body = (await JsonDocument.ParseAsync(context.Request.Body)).RootElement;
            lock (server.Asked)
                server.Asked.Add(body);
            return answer(body, server.Asked.Count);
        });
        await server._app.StartAsync();
        return server;
    }

    /// <summary>A vector a text: its length and a one.</summary>
    public static IResult Vectors(JsonElement body) => Results.Json(new
    {
        @object = "list",
        data = body.GetProperty("input").EnumerateArray().Select((text, i) => new { @object = "embedding", index = i, embedding = new[] { text.GetString()!.Length, 1f } }).Reverse(),
        model = "ce-que-dit-le-serveur",
        usage = new { prompt_tokens = 3, total_tokens = 3 },
    });

    public static IResult Refuse(int status, string message) =>
        Results.Json(new { error = new { message, type = "invalid_request_error", code = (string?)null } }, statusCode: status);

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
