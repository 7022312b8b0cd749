using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AgentHelpdesk.ModelDoubles;

/// <summary>
/// A server that speaks the OpenAI wire on this machine and answers from a script: chat (plain and as events), embeddings, models, health, keys, in
/// OpenAI's paths and in Azure's, with every fault of <see cref="Fault"/>, or what a real server answered (<see cref="RecordedCall"/>).
/// What it does not check: a text against the JSON schema asked for (the script's text is sent as it is), roles and order of messages,
/// sampling parameters, tools, images; tokens are counted as one for four characters; an Entra token is any bearer's; it speaks no TLS.
/// </summary>
public sealed class ModelServerDouble : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Func<WireRequest, WireReply> _script;
    private readonly WireRules _rules;
    private readonly ConcurrentQueue<WireRequest> _requests = new();
    private int _underWay;
    private int _mostAtOnce;

    private ModelServerDouble(WebApplication app, Func<WireRequest, WireReply> script, WireRules rules) => (_app, _script, _rules) = (app, script, rules);

    /// <summary>The base address, with its version: http://127.0.0.1:PORT/v1.</summary>
    public string Endpoint => $"{Root}/v1";

    /// <summary>The address of the resource in Azure's form: http://127.0.0.1:PORT.</summary>
    public string Root => _app.Urls.First();

    /// <summary>Every request that came, in order, also refused ones.</summary>
    public IReadOnlyList<WireRequest> Requests => [.. _requests];

    /// <summary>The most requests that were under way at one moment.</summary>
    public int MostAtOnce => Volatile.Read(ref _mostAtOnce);

    /// <param name="answer">From the request's body to what the model says.</param>
    public static Task<ModelServerDouble> StartAsync(Func<JsonElement, string> answer) =>
        StartAsync(request => request.IsEmbedding ? WireReply.Vectors(_ => [1, 0]) : WireReply.Says(answer(request.Body)));

    /// <param name="script">From a request that is well-formed and has the key to the reply.</param>
    /// <param name="rules">What the server asks of every request.</param>
    public static async Task<ModelServerDouble> StartAsync(Func<WireRequest, WireReply> script, WireRules? rules = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls($"http://127.0.0.1:{rules?.Port ?? 0}");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var server = new ModelServerDouble(app, script, rules ?? new());
        app.Run(server.AnswerAsync);
        await app.StartAsync();
        return server;
    }

    /// <summary>Replies in the order given; the last one goes on.</summary>
    public static Task<ModelServerDouble> StartAsync(params IReadOnlyList<WireReply> replies)
    {
        var next = -1;
        return StartAsync(_ => replies[Math.Min(Interlocked.Increment(ref next), replies.Count - 1)]);
    }

    /// <summary>Plays one recorded call to every request, whatever it asks.</summary>
    public static Task<ModelServerDouble> StartAsync(RecordedCall call) => StartAsync(_ => call.Reply, new() { ChecksNothing = true });

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var atOnce = Interlocked.Increment(ref _underWay);
        for (var most = MostAtOnce; atOnce > most && Interlocked.CompareExchange(ref _mostAtOnce, atOnce, most) != most;)
            most = MostAtOnce;
        try
        {
            var request = await WireRequest.ReadAsync(context);
            _requests.Enqueue(request);
            var reply = _rules.Refusal(request) ?? _script(request);
            await reply.PlayAsync(context, request);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client went; a real server notices and goes on with others.
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }
}
