using System.Security.Cryptography;
using System.Threading.Channels;
using AgentHelpdesk.BotProtocol.Sending;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.BotProtocol.Turns;

/// <summary>Works on accepted turns behind their acknowledgement.</summary>
public sealed class TurnQueue(ITurnJournal journal, IBot bot, ConnectorClient connector, IOptions<BotOptions> options, ILogger<TurnQueue> logger) : BackgroundService
{
    private readonly Channel<PendingTurn> _turns = Channel.CreateBounded<PendingTurn>(options.Value.MostTurns);

    public async Task<Acceptance> AcceptAsync(PendingTurn turn, CancellationToken cancellationToken)
    {
        if (!await journal.AddAsync(turn, cancellationToken))
            return Acceptance.Duplicate;
        return _turns.Writer.TryWrite(turn) ? Acceptance.Accepted : Acceptance.Full;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var turn in _turns.Reader.ReadAllAsync(stoppingToken))
            await RunAsync(turn, stoppingToken);
    }

    private async Task RunAsync(PendingTurn turn, CancellationToken cancellationToken)
    {
        var replies = new ConnectorReplies(turn, connector, journal);
        try
        {
            await bot.RunAsync(turn, replies, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            var reference = RandomNumberGenerator.GetHexString(8, lowercase: true);
            Log.TurnFailed(logger, turn.Key, reference, exception);
            await bot.ApologizeAsync(turn, replies, reference, cancellationToken);
        }

        await journal.RemoveAsync(turn.Key, cancellationToken);
    }
}
