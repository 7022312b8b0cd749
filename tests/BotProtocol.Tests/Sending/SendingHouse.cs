using System.Collections.Concurrent;
using AgentHelpdesk.BotProtocol.Activities;
using AgentHelpdesk.BotProtocol.Sending;
using AgentHelpdesk.BotProtocol.Turns;
using AgentHelpdesk.ChannelDoubles;
using Azure.Core;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace AgentHelpdesk.BotProtocol.Tests.Sending;

/// <summary>The sending side over the strict connector, both on one clock that runs while nothing is on its way.</summary>
internal sealed class SendingHouse : IAsyncDisposable
{
    private readonly InFlight _inFlight = new(SendingServices.NewHandler());
    private readonly ConnectorCalls _calls;

    private SendingHouse(ConnectorDouble connector, FakeTimeProvider time, BotOptions options, TokenCredential? credential)
    {
        (Connector, Time) = (connector, time);
        var wrapped = Options.Create(options);
        _calls = new(SendingServices.NewHttpClient(_inFlight), new(wrapped), new(new(() => credential ?? throw new InvalidOperationException("No token was expected to be asked for.")), wrapped, time, Log.Of<BotToken>()),
            new(time), new(time), time, Log.Of<ConnectorClient>());
        Client = new(_calls, Log.Of<ConnectorClient>());
    }

    public ConnectorDouble Connector { get; }

    public FakeTimeProvider Time { get; }

    public ConnectorClient Client { get; }

    public LogLines Log { get; } = new();

    /// <summary>Milliseconds of the clock for each step.</summary>
    public int Step { get; set; } = 50;

    public List<string> Marked { get; } = [];

    public static async Task<SendingHouse> StartAsync(BotOptions? options = null, TokenCredential? credential = null)
    {
        var time = new FakeTimeProvider(new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));
        return new(await ConnectorDouble.StartAsync(time), time, options ?? new() { AllowAnonymous = true }, credential);
    }

    public ReplyAddress Address(string conversation = SomeActivity.PersonalChat, string type = ConversationType.Personal, string? tenant = null) => new()
    {
        ChannelId = "msteams",
        ServiceUrl = Connector.ServiceUrl,
        ConversationId = conversation,
        ConversationType = type,
        TenantId = tenant ?? SomeActivity.Tenant,
        BotId = SomeActivity.Bot,
        UserId = SomeActivity.User,
        ActivityId = "1700000000001",
    };

    public ConnectorReplies Replies(ReplyAddress? address = null) => new(
        new() { Key = "0123456789abcdef0123456789abcdef", Address = address ?? Address(), Kind = TurnKind.Message, Text = "?", ReceivedAt = Time.GetUtcNow() },
        Client, new Journal(Marked));

    public static Activity Text(string text) => new() { Type = ActivityType.Message, Text = text, TextFormat = "markdown" };

    public static Activity Answer(string text, params CitedSource[] citations) => Text(text) with
    {
        Entities = [new Entity.AiMessage([.. citations])],
        ChannelData = new() { FeedbackLoop = new("default") },
    };

    public static Attachment Card(int characters = 10) => new()
    {
        ContentType = Attachment.AdaptiveCard,
        Content = System.Text.Json.JsonSerializer.SerializeToElement(new { type = "AdaptiveCard", version = "1.5", body = new[] { new { type = "TextBlock", text = new string('x', characters) } } }),
    };

    /// <summary>Lets the clock run until it is done.</summary>
    public async Task<T> RunAsync<T>(Task<T> work)
    {
        while (!work.IsCompleted)
            await StepAsync();
        return await work.WaitAsync(TestContext.Current.CancellationToken);
    }

    public async Task PassAsync(TimeSpan duration)
    {
        for (var end = Time.GetUtcNow() + duration; Time.GetUtcNow() < end;)
            await StepAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _calls.Dispose();
        await Connector.DisposeAsync();
    }

    // What is on its way should arrive before its time runs out, but an answer may be made to wait on this very clock.
    private async Task StepAsync()
    {
        for (var wait = 0; wait < 10 && !_inFlight.IsIdle; wait++)
            await Task.Delay(2, TestContext.Current.CancellationToken);
        await Task.Delay(1, TestContext.Current.CancellationToken);
        Time.Advance(TimeSpan.FromMilliseconds(Step));
    }

    private sealed class InFlight(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        private int _requests;

        public bool IsIdle => Volatile.Read(ref _requests) == 0;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _requests);
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            finally
            {
                Interlocked.Decrement(ref _requests);
            }
        }
    }

    private sealed class Journal(List<string> marked) : ITurnJournal
    {
        public Task<bool> AddAsync(PendingTurn turn, CancellationToken cancellationToken) => Task.FromResult(true);

        public Task MarkSendingAsync(string key, CancellationToken cancellationToken)
        {
            marked.Add(key);
            return Task.CompletedTask;
        }

        public Task RemoveAsync(string key, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task<IReadOnlyList<PendingTurn>> ReadLeftAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<PendingTurn>>([]);
    }
}

/// <summary>What was logged, as text.</summary>
internal sealed class LogLines
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public ILogger<T> Of<T>() => new Logger<T>(this);

    private sealed class Logger<T>(LogLines log) : ILogger<T>
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log.Lines.Enqueue(formatter(state, exception));
    }
}
