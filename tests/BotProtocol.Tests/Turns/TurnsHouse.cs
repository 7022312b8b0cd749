using System.Collections.Concurrent;
using System.Security.Cryptography;
using AgentHelpdesk.BotProtocol.Activities;
using AgentHelpdesk.BotProtocol.Turns;
using AgentHelpdesk.ChannelDoubles;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace AgentHelpdesk.BotProtocol.Tests.Turns;

/// <summary>The queue of turns over a connector on this machine, a journal in memory that outlives it, and a bot that does what the test says.</summary>
internal sealed class TurnsHouse : IAsyncDisposable
{
    private readonly BotOptions _options;
    private ServiceProvider _services;

    private TurnsHouse(BotOptions options, FakeTimeProvider time, ConnectorDouble connector)
    {
        (_options, Time, Connector) = (options, time, connector);
        _services = Open();
    }

    public FakeTimeProvider Time { get; }

    public ConnectorDouble Connector { get; }

    public JournalDouble Journal { get; } = new();

    public BotDouble Bot { get; } = new();

    public TurnQueue Queue => _services.GetRequiredService<TurnQueue>();

    public IEnumerable<string> Said => Connector.Sent.Where(one => one.IsMessage).Select(one => one.Text);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<TurnsHouse> StartAsync(int mostTurns = 100, int concurrentTurns = 4)
    {
        var time = new FakeTimeProvider(new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));
        var options = new BotOptions { AllowAnonymous = true, MostTurns = mostTurns, ConcurrentTurns = concurrentTurns, TurnSeconds = 30 };
        var house = new TurnsHouse(options, time, await ConnectorDouble.StartAsync(time));
        await house.Queue.StartAsync(Token);
        return house;
    }

    /// <summary>A new life of the program over the same journal; what the old one worked on is cut off.</summary>
    public async Task RestartAsync()
    {
        await Queue.StopAsync(new CancellationToken(canceled: true));
        await _services.DisposeAsync();
        _services = Open();
        await Queue.StartAsync(Token);
    }

    public Task<Acceptance> AcceptAsync(string text, string conversation = "a:1", string? activity = null) => Queue.AcceptAsync(Turn(text, conversation, activity), Token);

    public PendingTurn Turn(string text, string conversation = "a:1", string? activity = null) => new()
    {
        Key = RandomNumberGenerator.GetHexString(32, lowercase: true),
        Address = new()
        {
            ChannelId = "msteams",
            ServiceUrl = Connector.ServiceUrl,
            ConversationId = conversation,
            ConversationType = "groupChat",
            TenantId = SomeActivity.Tenant,
            BotId = SomeActivity.Bot,
            UserId = SomeActivity.User,
            ActivityId = activity ?? text,
        },
        Kind = TurnKind.Message,
        Text = text,
        ReceivedAt = Time.GetUtcNow(),
    };

    /// <summary>Waits, while the clock of the house stands or goes on by itself.</summary>
    public async Task UntilAsync(Func<bool> isSo, TimeSpan? step = null)
    {
        var patience = TimeProvider.System.GetTimestamp();
        while (!isSo())
        {
            TimeProvider.System.GetElapsedTime(patience).ShouldBeLessThan(TimeSpan.FromSeconds(60));
            if (step is { } by)
                Time.Advance(by);
            await Task.Delay(10, Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Queue.StopAsync(new CancellationToken(canceled: true));
        await _services.DisposeAsync();
        await Connector.DisposeAsync();
    }

    private ServiceProvider Open()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton(Options.Create(_options));
        services.AddSingleton<IBot>(Bot);
        services.AddSingleton<ITurnJournal>(Journal);
        services.AddBotProtocol();
        return services.BuildServiceProvider();
    }

    /// <summary>Answers with the text of the turn unless the test says otherwise.</summary>
    internal sealed class BotDouble : IBot
    {
        public Func<PendingTurn, ITurnReplies, CancellationToken, Task> Run { get; set; } = (turn, replies, token) => replies.AnswerAsync(Message(turn.Text), token);

        public PendingTurn? Read(Activity activity) => null;

        public Task RunAsync(PendingTurn turn, ITurnReplies replies, CancellationToken cancellationToken) => Run(turn, replies, cancellationToken);

        public Task ApologizeAsync(PendingTurn turn, ITurnReplies replies, string? reference, CancellationToken cancellationToken) =>
            replies.AnswerAsync(Message(reference is null ? $"too old: {turn.Text}" : $"failed: {turn.Text}"), cancellationToken);

        public Task<InvokeReply> InvokeAsync(Activity activity, CancellationToken cancellationToken) => Task.FromResult(InvokeReply.NotAnswered);

        public static Activity Message(string text) => new() { Type = ActivityType.Message, Text = text };
    }

    /// <summary>As the journal on disk, which has tests of its own; slow or broken when the test says so.</summary>
    internal sealed class JournalDouble : ITurnJournal
    {
        private readonly ConcurrentDictionary<(string, string), bool> _seen = new();

        public ConcurrentDictionary<string, PendingTurn> Kept { get; } = new();

        public Func<Task> Disk { get; set; } = () => Task.CompletedTask;

        public async Task<bool> AddAsync(PendingTurn turn, CancellationToken cancellationToken)
        {
            await Disk();
            return _seen.TryAdd((turn.Address.ConversationId, turn.Address.ActivityId), true) && Kept.TryAdd(turn.Key, turn);
        }

        public async Task MarkSendingAsync(string key, CancellationToken cancellationToken)
        {
            await Disk();
            Kept.TryRemove(key, out _);
        }

        public Task RemoveAsync(string key, CancellationToken cancellationToken)
        {
            Kept.TryRemove(key, out _);
            return Task.CompletedTask;
        }

        public Task<IReadOnlyList<PendingTurn>> ReadLeftAsync(CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<PendingTurn>>([.. Kept.Values.OrderBy(turn => turn.ReceivedAt)]);
    }
}
