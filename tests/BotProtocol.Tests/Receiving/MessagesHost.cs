using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using AgentHelpdesk.BotProtocol.Activities;
using AgentHelpdesk.BotProtocol.Receiving;
using AgentHelpdesk.BotProtocol.Sending;
using AgentHelpdesk.BotProtocol.Turns;
using AgentHelpdesk.ChannelDoubles;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.BotProtocol.Tests.Receiving;

/// <summary>The front door on a port of this machine, with a bot that does as it is told, a connector and an issuer of tokens.</summary>
internal sealed class MessagesHost : IAsyncDisposable, ILoggerProvider
{
    private readonly WebApplication _app;
    private readonly HttpClient _client;

    private MessagesHost(BotOptions options, TimeProvider time)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(this);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        // As small as the web host's own limit for forms.
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 64 * 1024);
        builder.Services.AddSingleton(Options.Create(options));
        builder.Services.AddSingleton(time);
        builder.Services.AddSingleton<IBot>(Bot);
        builder.Services.AddSingleton<ITurnJournal>(Journal);
        builder.Services.AddBotProtocol();
        _app = builder.Build();
        _app.MapBotMessages();
        _client = new();
    }

    public ScriptedBot Bot { get; } = new();

    public MemoryJournal Journal { get; } = new();

    public required ConnectorDouble Connector { get; init; }

    public required TokenDouble Tokens { get; init; }

    /// <summary>Everything logged.</summary>
    public ConcurrentQueue<string> Lines { get; } = new();

    public static async Task<MessagesHost> StartAsync(TimeProvider? time = null, bool anonymous = false)
    {
        var tokens = await TokenDouble.StartAsync();
        var options = new BotOptions
        {
            AppId = anonymous ? "" : SomeActivity.App,
            TenantId = anonymous ? "" : SomeActivity.Tenant,
            AllowAnonymous = anonymous,
            // Lets the connector be on this machine.
            AllowEmulator = !anonymous,
            Secret = "dummy",
            ChannelMetadata = tokens.ChannelMetadata,
            EntraAuthority = tokens.EntraAuthority,
        };
        var host = new MessagesHost(options, time ?? TimeProvider.System) { Connector = await ConnectorDouble.StartAsync(), Tokens = tokens };
        await host._app.StartAsync();
        return host;
    }

    /// <summary>With the channel's token.</summary>
    public Task<HttpResponseMessage> PostAsync(JsonObject activity) => PostAsync(activity, Tokens.ChannelHeader((string?)activity["serviceUrl"] ?? ""));

    public Task<HttpResponseMessage> PostAsync(JsonObject activity, string? header) => PostAsync(new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json"), header);

    public async Task<HttpResponseMessage> PostAsync(HttpContent content, string? header, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _app.Urls.First() + MessagesEndpoint.Route) { Content = content };
        if (header is not null)
            request.Headers.TryAddWithoutValidation("Authorization", header);
        change?.Invoke(request);
        return await _client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
        await Connector.DisposeAsync();
        await Tokens.DisposeAsync();
    }

    ILogger ILoggerProvider.CreateLogger(string categoryName) => new LineLogger(this, categoryName);

    void IDisposable.Dispose() { }

    private sealed class LineLogger(MessagesHost host, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                host.Lines.Enqueue($"{category} {eventId.Id} {formatter(state, exception)} {exception}");
        }
    }
}

/// <summary>Does what a test sets it to.</summary>
internal sealed class ScriptedBot : IBot
{
    public ConcurrentQueue<Activity> Seen { get; } = new();

    public Func<Activity, CancellationToken, Task<InvokeReply>> Invoke { get; set; } = (_, _) => Task.FromResult(InvokeReply.Done);

    public Func<PendingTurn, ITurnReplies, CancellationToken, Task> Run { get; set; } =
        (turn, replies, cancellationToken) => replies.AnswerAsync(new() { Type = ActivityType.Message, Text = $"You said: {turn.Text}" }, cancellationToken);

    public PendingTurn? Read(Activity activity)
    {
        Seen.Enqueue(activity);
        return activity.Type == ActivityType.Message && ReplyAddress.Of(activity) is { } address
            ? new() { Key = activity.Id ?? "", Address = address, Kind = TurnKind.Message, Text = activity.Text ?? "", ReceivedAt = default }
            : null;
    }

    public Task RunAsync(PendingTurn turn, ITurnReplies replies, CancellationToken cancellationToken) => Run(turn, replies, cancellationToken);

    public Task ApologizeAsync(PendingTurn turn, ITurnReplies replies, string? reference, CancellationToken cancellationToken) =>
        replies.AnswerAsync(new() { Type = ActivityType.Message, Text = $"Sorry ({reference?.Length})" }, cancellationToken);

    public Task<InvokeReply> InvokeAsync(Activity activity, CancellationToken cancellationToken)
    {
        Seen.Enqueue(activity);
        return Invoke(activity, cancellationToken);
    }
}

/// <summary>Keeps nothing but the keys that it saw; fails when it is told to.</summary>
internal sealed class MemoryJournal : ITurnJournal
{
    private readonly ConcurrentDictionary<string, bool> _seen = new();

    public bool IsBroken { get; set; }

    public int Kept => _seen.Count;

    public Task<bool> AddAsync(PendingTurn turn, CancellationToken cancellationToken) =>
        IsBroken ? throw new IOException("The disk is full.") : Task.FromResult(_seen.TryAdd(turn.Key, true));

    public Task MarkSendingAsync(string key, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task RemoveAsync(string key, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IReadOnlyList<PendingTurn>> ReadLeftAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<PendingTurn>>([]);
}
