using System.Collections.Immutable;
using Microsoft.Extensions.Logging;

namespace AgentHelpdesk.Ingestion.Inbox;

/// <summary>
/// Every upload that waits, is read, is ready or was settled lately. The files are the truth; what is listed is held in memory, and every
/// change that matters after a kill is on the disk before it is seen.
/// </summary>
public sealed class InboxShelf
{
    private readonly Lock _gate = new();
    private readonly InboxFolder _folder;
    private readonly TimeProvider _time;
    private readonly ILogger<InboxShelf> _logger;
    private ImmutableDictionary<UploadId, InboxEntry>? _entries;
    private TaskCompletionSource _changed = NewSignal();
    private long _changes;

    internal InboxShelf(InboxFolder folder, TimeProvider time, ILogger<InboxShelf> logger) => (_folder, _time, _logger) = (folder, time, logger);

    /// <summary>Grows with everything that <see cref="List"/> would show otherwise.</summary>
    public long Changes => Interlocked.Read(ref _changes);

    /// <summary>In the order in which they were received.</summary>
    public ImmutableArray<InboxEntry> List() =>
        [.. Entries().Values.OrderBy(entry => entry.ReceivedAt).ThenBy(entry => entry.FileName, StringComparer.Ordinal).ThenBy(entry => entry.Id.Value, StringComparer.Ordinal)];

    public InboxEntry? Find(UploadId id) => Entries().GetValueOrDefault(id);

    /// <summary>Ends once <see cref="Changes"/> is more than <paramref name="seen"/>.</summary>
    public async Task WaitForChangeAsync(long seen, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task signal;
            lock (_gate)
            {
                if (_changes > seen)
                    return;
                signal = _changed.Task;
            }

            await signal.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Takes an upload off the list, with its bytes; one that is being read is read in vain. False when it is unknown or being published.</summary>
    public Task<bool> DiscardAsync(UploadId id, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (Entries().GetValueOrDefault(id) is null or { Step: InboxStep.Publishing })
                return Task.FromResult(false);
            Swap(Entries().Remove(id));
            _folder.Drop(id);
            return Task.FromResult(true);
        }
    }

    /// <summary>Lists a new upload, its notes written.</summary>
    /// <exception cref="IOException">They can't be written: it is not listed.</exception>
    internal void Add(InboxEntry entry)
    {
        lock (_gate)
        {
            var entries = Entries();
            _folder.Write(entry);
            Swap(entries.SetItem(entry.Id, entry));
        }
    }

    /// <summary>Changes an upload, notes first. Null when it is gone, or <paramref name="change"/> gives null: then nothing is changed.</summary>
    internal InboxEntry? Change(UploadId id, Func<InboxEntry, InboxEntry?> change)
    {
        lock (_gate)
        {
            if (Find(id) is not { } before || change(before) is not { } after)
                return null;
            Write(after);
            Swap(Entries().SetItem(id, after));
            if (after.Step == InboxStep.Settled)
                _folder.DropBytes(id);
            return after;
        }
    }

    /// <summary>Gives an upload its final outcome; its bytes go, and of what was refused also what was read.</summary>
    internal void Settle(UploadId id, IngestOutcome outcome) => Change(id, entry => entry with
    {
        Step = InboxStep.Settled,
        Outcome = outcome,
        SettledAt = _time.GetUtcNow(),
        Review = outcome is IngestOutcome.Refused ? null : entry.Review,
    });

    /// <summary>What need not survive a kill: the pages read.</summary>
    internal void Show(UploadId id, Func<InboxEntry, InboxEntry> change)
    {
        lock (_gate)
        {
            if (Find(id) is { } before)
                Swap(Entries().SetItem(id, change(before)));
        }
    }

    /// <summary>The upload that has waited longest, its attempt counted on the disk; null when none waits.</summary>
    internal InboxEntry? TakeWaiting()
    {
        lock (_gate)
        {
            var next = List().FirstOrDefault(entry => entry.Step == InboxStep.Received);
            return next is null ? null : Change(next.Id, entry => entry with { Step = InboxStep.Reading, Attempts = entry.Attempts + 1, PagesRead = 0 });
        }
    }

    /// <summary>Forgets what was settled before a moment, and what killed processes left.</summary>
    internal void Tidy(DateTimeOffset settledBefore)
    {
        lock (_gate)
        {
            foreach (var entry in Entries().Values.Where(entry => entry.Step == InboxStep.Settled && entry.SettledAt < settledBefore))
            {
                Swap(Entries().Remove(entry.Id));
                _folder.Drop(entry.Id);
            }

            _folder.Sweep([.. Entries().Keys]);
        }
    }

    // Where the disk is full the memory still knows; after a kill the step before is done again.
    private void Write(InboxEntry entry)
    {
        try
        {
            _folder.Write(entry);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _logger.InboxNotesNotWritten(entry.Id, exception);
        }
    }

    private ImmutableDictionary<UploadId, InboxEntry> Entries()
    {
        if (Volatile.Read(ref _entries) is { } known)
            return known;
        lock (_gate)
            return _entries ??= _folder.Load().ToImmutableDictionary(entry => entry.Id);
    }

    private void Swap(ImmutableDictionary<UploadId, InboxEntry> entries)
    {
        Volatile.Write(ref _entries, entries);
        Interlocked.Increment(ref _changes);
        var signal = _changed;
        _changed = NewSignal();
        signal.SetResult();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
