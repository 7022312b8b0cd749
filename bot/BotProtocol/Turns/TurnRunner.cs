using System.Security.Cryptography;
using AgentHelpdesk.BotProtocol.Sending;
using AgentHelpdesk.BotProtocol.Tokens;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.BotProtocol.Turns;

/// <summary>
/// Works on one turn to its end: within its own time, never the request's; with one answer or one sentence that there is none; failures end here.
/// </summary>
public sealed class TurnRunner(
    IBot bot, ITurnJournal journal, MemberCheck members, ConnectorClient connector, IOptions<BotOptions> options, TimeProvider time, ILogger<TurnRunner> logger) : IDisposable
{
    /// <summary>Older, the person has gone on: an answer would come out of nowhere.</summary>
    private static readonly TimeSpan LongestLeft = TimeSpan.FromMinutes(2);

    /// <summary>An answer that was found isn't given up because the channel does not take it for a moment; the connector has its own bound below this.</summary>
    private static readonly TimeSpan LongestSending = TimeSpan.FromMinutes(3);

    // Working takes the processor, sending only waits: a place is left when the answer leaves.
    private readonly SemaphoreSlim _places = new(options.Value.ConcurrentTurns);

    /// <param name="turn">Kept in the journal.</param>
    /// <param name="isLeft">An earlier life of the program accepted it.</param>
    /// <param name="closing">Nothing is begun any more: a turn that waits for its place stays in the journal.</param>
    /// <param name="stopping">The program ends now: what is not answered stays in the journal.</param>
    public async Task RunAsync(PendingTurn turn, bool isLeft, CancellationToken closing, CancellationToken stopping)
    {
        using var limit = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stopping);
        Place? place = null;
        using var channel = new ConnectorReplies(turn, connector, journal);
        var replies = new WatchedReplies(channel, () =>
        {
            limit.CancelAfter(LongestSending);
            place?.Leave();
        });
        try
        {
            // The lookup is patient as sending is; whoever nobody vouches for after that is not answered.
            if (await members.CheckAsync(turn.Address, closing) != Membership.Member)
            {
                await journal.RemoveAsync(turn.Key, stopping);
                return;
            }

            place = await EnterAsync(closing);
            limit.CancelAfter(TimeSpan.FromSeconds(options.Value.TurnSeconds));
            if (isLeft && time.GetUtcNow() - turn.ReceivedAt > LongestLeft)
                await bot.ApologizeAsync(turn, replies, reference: null, either.Token);
            else
                await bot.RunAsync(turn, replies, either.Token);
            await journal.RemoveAsync(turn.Key, stopping);
        }
        catch (OperationCanceledException) when (closing.IsCancellationRequested && place is null)
        {
            // Not begun: the next start finds it.
        }
        catch (Exception exception)
        {
            await FailAsync(turn, replies, exception, stopping);
        }
        finally
        {
            place?.Leave();
        }
    }

    public void Dispose() => _places.Dispose();

    private async Task<Place> EnterAsync(CancellationToken closing)
    {
        await _places.WaitAsync(closing);
        var place = new Place(_places);
        if (!closing.IsCancellationRequested)
            return place;
        // Whoever leaves just then may give the place on before the wait hears of the stop.
        place.Leave();
        throw new OperationCanceledException(closing);
    }

    private async Task FailAsync(PendingTurn turn, WatchedReplies replies, Exception exception, CancellationToken stopping)
    {
        var reference = RandomNumberGenerator.GetHexString(8, lowercase: true);
        if (stopping.IsCancellationRequested)
        {
            Log.TurnCutOff(logger, turn.Key, exception);
            return;
        }

        try
        {
            if (exception is OperationCanceledException && replies.Stopped.IsCancellationRequested)
            {
                await journal.RemoveAsync(turn.Key, stopping);
                return;
            }

            Log.TurnFailed(logger, turn.Key, reference, exception);
            // What was begun to be sent may have arrived. Where even its mark could not be kept, it stays for the next start.
            if (replies.IsAnswered)
                return;
            using var apology = new CancellationTokenSource(LongestSending, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(apology.Token, stopping);
            await bot.ApologizeAsync(turn, replies, reference, either.Token);
            await journal.RemoveAsync(turn.Key, stopping);
        }
        catch (Exception second)
        {
            Log.ApologyFailed(logger, turn.Key, second);
        }
    }

    private sealed class Place(SemaphoreSlim places)
    {
        private int _left;

        public void Leave()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
                places.Release();
        }
    }
}
