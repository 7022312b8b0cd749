using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace AgentHelpdesk.ModelDoubles;

/// <summary>What the server does for one request: a status, headers, then steps.</summary>
public abstract record WireReply
{
    // As model servers write: accents and quotes as they are.
    internal static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Before the first byte, status included.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>The model says this, plain or as events, as the request asks; cut after its limit of tokens.</summary>
    public static ChatReply Says(string text, string finish = "stop") => new(text, finish);

    /// <summary>A vector for each text, as numbers or base64, as the request asks.</summary>
    public static VectorReply Vectors(Func<string, float[]> vector) => new(vector);

    public static RawReply Json(int status, string body, params ImmutableArray<(string Name, string Value)> headers) =>
        new(status, [("Content-Type", "application/json; charset=utf-8"), .. headers], [new WireStep.Send(body)]);

    /// <param name="lines">The lines as sent, without the empty ones between them.</param>
    public static RawReply Events(params ImmutableArray<string> lines) =>
        new(200, [("Content-Type", "text/event-stream")], [.. lines.Select(line => new WireStep.Send(line + "\n\n"))]);

    /// <summary>The same after a wait, which ends at once when the client goes.</summary>
    public WireReply After(TimeSpan delay) => this with { Delay = delay };

    internal async Task PlayAsync(HttpContext context, WireRequest request)
    {
        if (Delay > TimeSpan.Zero)
            await Task.Delay(Delay, context.RequestAborted);
        var (status, headers, steps) = For(request);
        context.Response.StatusCode = status;
        foreach (var (name, value) in headers)
            context.Response.Headers[name] = value;

        // One write has a length; several are sent in chunks, each at once.
        if (steps is [WireStep.Send only])
            context.Response.ContentLength = Encoding.UTF8.GetByteCount(only.Text);
        foreach (var step in steps)
            await step.PlayAsync(context);
    }

    protected abstract RawReply For(WireRequest request);
}

/// <summary>The reply, byte for byte.</summary>
public sealed record RawReply(int Status, ImmutableArray<(string Name, string Value)> Headers, ImmutableArray<WireStep> Steps) : WireReply
{
    protected override RawReply For(WireRequest request) => this;
}

public abstract record WireStep
{
    internal abstract Task PlayAsync(HttpContext context);

    public sealed record Send(string Text) : WireStep
    {
        internal override async Task PlayAsync(HttpContext context)
        {
            await context.Response.WriteAsync(Text, context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }
    }

    public sealed record Wait(TimeSpan Time) : WireStep
    {
        internal override Task PlayAsync(HttpContext context) => Task.Delay(Time, context.RequestAborted);
    }

    /// <summary>Nothing more comes; the connection stays open until the client goes.</summary>
    public sealed record Stall : WireStep
    {
        internal override Task PlayAsync(HttpContext context) => Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);
    }

    /// <summary>The connection is torn down.</summary>
    public sealed record Reset : WireStep
    {
        internal override Task PlayAsync(HttpContext context)
        {
            context.Abort();
            return Task.CompletedTask;
        }
    }
}
