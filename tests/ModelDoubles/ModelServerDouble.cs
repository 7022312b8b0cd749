using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AgentHelpdesk.ModelDoubles;

/// <summary>A server that speaks the OpenAI wire on this machine and answers from a script.</summary>
public sealed class ModelServerDouble : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ModelServerDouble(WebApplication app) => _app = app;

    /// <summary>The base address, with its version: http://127.0.0.1:PORT/v1.</summary>
    public string Endpoint => $"{_app.Urls.First()}/v1";

    /// <param name="answer">From the request's body to what the model says.</param>
    public static async Task<ModelServerDouble> StartAsync(Func<JsonElement, string> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapPost("/v1/chat/completions", async (HttpContext context) =>
        {
            using var body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            return Results.Json(new
            {
                id = "chatcmpl-1",
                @object = "chat.completion",
                created = 1_700_000_000,
                model = "double",
                choices = new[] { new { index = 0, finish_reason = "stop", message = new { role = "assistant", content = answer(body.RootElement) } } },
                usage = new { prompt_tokens = 100, completion_tokens = 20, total_tokens = 120 },
            });
        });
        await app.StartAsync();
        return new(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
