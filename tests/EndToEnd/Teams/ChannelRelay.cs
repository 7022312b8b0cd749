using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AgentHelpdesk.EndToEnd.Teams;

/// <summary>Stands between client and bot as the channel does: what the client sends goes on with a token that the channel issued for it.</summary>
internal sealed class ChannelRelay : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _client = new();
    private readonly Func<string, string> _tokenFor;

    private ChannelRelay(WebApplication app, Uri bot, Func<string, string> tokenFor)
    {
        (_app, _tokenFor) = (app, tokenFor);
        _client.BaseAddress = bot;
        app.MapPost("/api/messages", ForwardAsync);
    }

    public Uri Address => new(_app.Urls.First());

    /// <param name="bot">Where the bot is.</param>
    /// <param name="tokenFor">The header for a service url.</param>
    public static async Task<ChannelRelay> StartAsync(Uri bot, Func<string, string> tokenFor)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var relay = new ChannelRelay(builder.Build(), bot, tokenFor);
        await relay._app.StartAsync();
        return relay;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _client.Dispose();
    }

    private async Task<IResult> ForwardAsync(JsonObject activity, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = JsonContent.Create(activity) };
        request.Headers.Authorization = AuthenticationHeaderValue.Parse(_tokenFor((string?)activity["serviceUrl"] ?? ""));
        using var reply = await _client.SendAsync(request, cancellationToken);
        return Results.Text(await reply.Content.ReadAsStringAsync(cancellationToken), reply.Content.Headers.ContentType?.ToString(), statusCode: (int)reply.StatusCode);
    }
}
