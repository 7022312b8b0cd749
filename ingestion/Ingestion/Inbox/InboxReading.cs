using AgentHelpdesk.Ingestion.Reading;
using AgentHelpdesk.Ingestion.Uploads;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Index;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.Ingestion.Inbox;

/// <summary>Works behind the pages: reads what waits, a few at once, and goes on after a kill where the files say it was.</summary>
public sealed class InboxReading
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(1);

    private readonly InboxShelf _shelf;
    private readonly Reviewer _reviewer;
    private readonly InterruptedPublishing _interrupted;
    private readonly FreshReviews _fresh;
    private readonly TimeProvider _time;
    private readonly InboxOptions _options;
    private readonly ILogger<InboxReading> _logger;

    internal InboxReading(
        InboxShelf shelf,
        Reviewer reviewer,
        InterruptedPublishing interrupted,
        FreshReviews fresh,
        TimeProvider time,
        IOptions<InboxOptions> options,
        ILogger<InboxReading> logger) =>
        (_shelf, _reviewer, _interrupted, _fresh, _time, _options, _logger) = (shelf, reviewer, interrupted, fresh, time, options.Value, logger);

    /// <summary>Returns when <paramref name="cancellationToken"/> is cancelled; what was being read waits again.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            Tidy();
            await RetryingAsync(() => _interrupted.ResumeAsync(cancellationToken), cancellationToken);
            await RetryingAsync(() => _fresh.RenewAsync(cancellationToken), cancellationToken);
            await ReadSuspectsAsync(cancellationToken);
            await Task.WhenAll(Enumerable.Range(0, _options.ReadersAtOnce).Select(_ => ReadWaitingAsync(cancellationToken)).Append(TidyAsync(cancellationToken)));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The host is ending.
        }
    }

    // Whatever was being read when the process ended may have ended it: each is read alone, so that only the one to blame is counted again.
    private async Task ReadSuspectsAsync(CancellationToken cancellationToken)
    {
        foreach (var suspect in _shelf.List().Where(entry => entry.Step == InboxStep.Reading))
        {
            if (suspect.Attempts >= _options.MaxAttempts)
            {
                _logger.UploadBrokeReader(suspect.Id, suspect.Attempts);
                _shelf.Settle(suspect.Id, new IngestOutcome.Refused(RefusalReason.BreaksReader, $"{suspect.Attempts}") { File = suspect.FileName });
            }
            else if (_shelf.Change(suspect.Id, entry => entry with { Attempts = entry.Attempts + 1 }) is { } entry)
            {
                await ReadAsync(entry, cancellationToken);
            }
        }
    }

    private async Task ReadWaitingAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var seen = _shelf.Changes;
            if (_shelf.TakeWaiting() is { } entry)
                await ReadAsync(entry, cancellationToken);
            else
                await _shelf.WaitForChangeAsync(seen, cancellationToken);
        }
    }

    private async Task ReadAsync(InboxEntry entry, CancellationToken cancellationToken)
    {
        try
        {
            var reviewed = await _reviewer.ReviewAsync(entry, new Shown(_shelf, entry.Id), cancellationToken);
            if (reviewed is { Step: InboxStep.Settled, Outcome: { } outcome })
                _shelf.Settle(entry.Id, outcome);
            else
                _shelf.Change(entry.Id, _ => reviewed with { Attempts = 0 });
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            PutBack(entry);
            throw;
        }
        catch (Exception exception) when (exception is DataFolderException or StoreUnavailableException)
        {
            // Nothing is wrong with the file: the catalogue can't be asked just now.
            _logger.UploadWaitsForStore(entry.Id, exception);
            PutBack(entry);
            await Task.Delay(Pause, _time, cancellationToken);
        }
        catch (Exception exception) when (FileFaults.Of(exception, entry.FileName, _logger) is { } refused)
        {
            _shelf.Settle(entry.Id, refused);
        }
    }

    private void PutBack(InboxEntry entry) =>
        _shelf.Change(entry.Id, now => now with { Step = InboxStep.Received, Attempts = Math.Max(0, entry.Attempts - 1), PagesRead = 0 });

    private async Task RetryingAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await work();
                return;
            }
            catch (Exception exception) when (exception is DataFolderException or StoreUnavailableException)
            {
                _logger.InboxWaitsForStore(exception);
                await Task.Delay(Pause, _time, cancellationToken);
            }
        }
    }

    private async Task TidyAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await Task.Delay(LookAgain, _time, cancellationToken);
            Tidy();
            await RetryingAsync(() => _fresh.RenewAsync(cancellationToken), cancellationToken);
        }
    }

    private void Tidy() => _shelf.Tidy(_time.GetUtcNow().AddDays(-_options.KeepSettledDays));

    /// <summary>Tells the shelf how many pages are read, on the thread that reads.</summary>
    private sealed class Shown(InboxShelf shelf, UploadId id) : IProgress<ReadingProgress>
    {
        public void Report(ReadingProgress value) => shelf.Show(id, entry => entry with { PagesRead = value.PagesRead, PagesTotal = value.PagesTotal });
    }
}
