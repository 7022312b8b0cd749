using AgentHelpdesk.BotProtocol.Activities;
using AgentHelpdesk.BotProtocol.Turns;

namespace AgentHelpdesk.BotProtocol.Sending;

/// <summary>The replies of a turn through the connector: in a personal chat a stream of what is being done, elsewhere "typing"; then the answer.</summary>
internal sealed class ConnectorReplies : ITurnReplies, IDisposable
{
    /// <summary>The channel takes one request a second of a stream and advises to gather for one and a half.</summary>
    private static readonly TimeSpan StreamPace = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan StreamRepeat = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan StreamRest = TimeSpan.FromSeconds(1.05);

    /// <summary>Clients show "typing" for some five seconds.</summary>
    private static readonly TimeSpan TypingPace = TimeSpan.FromSeconds(4);

    private readonly PendingTurn _turn;
    private readonly ConnectorClient _connector;
    private readonly ITurnJournal _journal;
    private readonly AnswerStream _stream;
    private readonly ProgressPump _progress;
    private readonly CancellationTokenSource _stopped = new();
    private bool _begun;
    private SendOutcome? _outcome;

    public ConnectorReplies(PendingTurn turn, ConnectorClient connector, ITurnJournal journal)
    {
        (_turn, _connector, _journal) = (turn, connector, journal);
        _stream = new(turn.Address, connector, connector.Logger);
        _progress = turn.Address.IsPersonal ? new(UpdateAsync, StreamPace, StreamRepeat, connector.Time) : new(TypeAsync, TypingPace, TypingPace, connector.Time);
        connector.Reopen(turn.Address, turn.ReceivedAt);
    }

    public CancellationToken Stopped => _stopped.Token;

    /// <summary>Returns at once.</summary>
    public Task ShowProgressAsync(string text, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrWhiteSpace(text))
            _progress.Show(text);
        return Task.CompletedTask;
    }

    /// <summary>
    /// Once it has begun to send it goes on to its own end, whatever becomes of the turn: a turn that runs out of time just then must neither lose
    /// its answer nor apologise beside it. Called again, it says what became of the first.
    /// </summary>
    public async Task<SendOutcome> AnswerAsync(Activity message, CancellationToken cancellationToken)
    {
        if (_begun)
            return _outcome ?? new SendOutcome.Unreachable();
        await _progress.StopAsync();
        if (_stream.IsStopped)
            return new SendOutcome.Stopped();
        await _progress.RestAsync(_turn.Address.IsPersonal ? StreamRest : TimeSpan.Zero);
        await _journal.MarkSendingAsync(_turn.Key, cancellationToken);
        _begun = true;
        _outcome = _turn.Address.IsPersonal ? await _stream.FinishAsync(message) : await _connector.SendAsync(_turn.Address, message, CancellationToken.None);
        if (_outcome is SendOutcome.Stopped)
            await _stopped.CancelAsync();
        return _outcome;
    }

    public void Dispose()
    {
        _progress.Dispose();
        _stopped.Dispose();
    }

    private Task<bool> UpdateAsync(string text) => NeverFailingAsync(async () =>
    {
        var more = await _stream.UpdateAsync(text);
        if (_stream.IsStopped)
            await _stopped.CancelAsync();
        return more;
    });

    private Task<bool> TypeAsync(string text) => NeverFailingAsync(async () =>
        await _connector.ShowTypingAsync(_turn.Address, CancellationToken.None) is SendOutcome.Sent or SendOutcome.Unreachable);

    // It runs behind the turn, whose answer must not be lost because its progress could not be shown.
    private async Task<bool> NeverFailingAsync(Func<Task<bool>> show)
    {
        try
        {
            return await show();
        }
        catch (Exception exception)
        {
            Log.ProgressFailed(_connector.Logger, exception.GetType().Name);
            return false;
        }
    }
}
