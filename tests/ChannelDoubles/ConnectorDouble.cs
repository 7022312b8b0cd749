using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace AgentHelpdesk.ChannelDoubles;

/// <summary>Stands in for the connector of Teams on a port of this machine, and keeps what it was sent.</summary>
public sealed class ConnectorDouble : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _ids;

    private ConnectorDouble(WebApplication app)
    {
        _app = app;
        app.MapPost("/v3/conversations/{conversation}/activities", (string conversation, JsonObject activity) => Receive("POST", conversation, null, activity));
        app.MapPut("/v3/conversations/{conversation}/activities/{id}", (string conversation, string id, JsonObject activity) => Receive("PUT", conversation, id, activity));
    }

    /// <summary>In the order of arrival.</summary>
    public ConcurrentQueue<SentActivity> Sent { get; } = new();

    /// <summary>The message of this number to people that is or was sent; typing and streamed updates are passed over.</summary>
    public async Task<SentActivity> MessageAsync(int number = 1, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            if (Sent.Where(one => (string?)one.Body["type"] == "message").Skip(number - 1).FirstOrDefault() is { } message)
                return message;
            await Task.Delay(10, cancellationToken);
        }
    }

    /// <summary>What activities name as their service url.</summary>
    public string ServiceUrl => _app.Urls.First();

    public static async Task<ConnectorDouble> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var connector = new ConnectorDouble(builder.Build());
        await connector._app.StartAsync();
        return connector;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private IResult Receive(string method, string conversation, string? id, JsonObject activity)
    {
        id ??= Interlocked.Increment(ref _ids).ToString(CultureInfo.InvariantCulture);
        Sent.Enqueue(new(method, conversation, id, activity));
        return Results.Json(new JsonObject { ["id"] = id }, statusCode: method == "POST" ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }
}

/// <param name="Method">POST or PUT.</param>
/// <param name="Conversation">As in the address.</param>
/// <param name="Id">Given to it, or of the activity it replaces.</param>
/// <param name="Body">As it came.</param>
public sealed record SentActivity(string Method, string Conversation, string Id, JsonObject Body);
