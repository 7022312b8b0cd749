using System.Collections.Concurrent;
using AgentHelpdesk.Knowledge.Embedded;

namespace AgentHelpdesk.TeamsBot.Keeping;

/// <summary>
/// Commits what is to be written to <c>bot.db</c> at the same time together: a commit waits for the disk, so that a hundred of their own cost a
/// hundred waits, and writers that wait for each other's lock cost more still. One thread of its own writes, in the order of asking.
/// </summary>
internal sealed class GroupedWrites : IDisposable
{
    private const int MostTogether = 256;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestOwed = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestOneByOne = TimeSpan.FromSeconds(2);

    private readonly BlockingCollection<Order> _orders = new(new ConcurrentQueue<Order>());
    private readonly LocalDatabase _database;
    private readonly TimeProvider _time;
    private readonly ILogger<GroupedWrites> _logger;
    private readonly Thread _thread;

    // Since when something deleted is still in the log beside the file; null: nothing is.
    private long? _owedSince;

    public GroupedWrites(LocalDatabase database, TimeProvider time, ILogger<GroupedWrites> logger)
    {
        (_database, _time, _logger) = (database, time, logger);
        _thread = new(Run) { IsBackground = true, Name = "bot.db" };
        _thread.Start();
    }

    /// <summary>Returns when what <paramref name="write"/> does is durable, or throws when nothing of it is.</summary>
    /// <param name="write">The statements; may run twice, of which one is undone.</param>
    /// <param name="erases">What it deletes is to be in no file soon after: at the next pause, or after ten seconds without one.</param>
    public Task<T> WriteAsync<T>(Func<LocalStatements, T> write, bool erases = false)
    {
        var order = new Order<T>(write, erases);
        _orders.Add(order);
        return order.WrittenAsync(CancellationToken.None);
    }

    /// <summary>Writes what was asked for before.</summary>
    public void Dispose()
    {
        if (_orders.IsAddingCompleted)
            return;
        _orders.CompleteAdding();
        _thread.Join();
        _orders.Dispose();
    }

    private void Run()
    {
        var together = new List<Order>(MostTogether);
        while (!_orders.IsCompleted)
        {
            if (!_orders.TryTake(out var first, _owedSince is null ? Timeout.InfiniteTimeSpan : Pause))
            {
                EmptyLog();
                continue;
            }

            together.Add(first);
            while (together.Count < MostTogether && _orders.TryTake(out var next))
                together.Add(next);
            Commit(together);
            if (together.Any(order => order.Erases))
                _owedSince ??= _time.GetTimestamp();
            together.Clear();
            if (_owedSince is { } since && _time.GetElapsedTime(since) > LongestOwed)
                EmptyLog();
        }

        EmptyLog();
    }

    private void Commit(List<Order> together)
    {
        try
        {
            _database.Write(statements =>
            {
                foreach (var order in together)
                    order.Run(statements);
                return 0;
            });
        }
        catch (Exception exception) when (together.Count > 1)
        {
            OneByOne(together, exception);
            return;
        }
        catch (Exception exception)
        {
            together[0].Fail(exception);
            return;
        }

        foreach (var order in together)
            order.Succeed();
    }

    // One that can't be written must not take the others with it. A file that does not answer at all makes every one wait: not for long.
    private void OneByOne(List<Order> together, Exception exception)
    {
        var since = _time.GetTimestamp();
        foreach (var order in together)
        {
            if (_time.GetElapsedTime(since) > LongestOneByOne)
                order.Fail(exception);
            else
                Commit([order]);
        }
    }

    private void EmptyLog()
    {
        if (_owedSince is null)
            return;
        try
        {
            _database.Write(_ => 0, emptiesLog: true);
            _owedSince = null;
        }
        catch (Exception exception)
        {
            _owedSince = _time.GetTimestamp();
            Log.DeletedNotErased(_logger, exception);
        }
    }

    private abstract class Order(bool erases)
    {
        public bool Erases => erases;

        public abstract void Run(LocalStatements statements);

        public abstract void Succeed();

        public abstract void Fail(Exception exception);
    }

    // Whoever waits goes on elsewhere than on the thread that writes.
    private sealed class Order<T>(Func<LocalStatements, T> write, bool erases) : Order(erases)
    {
        private readonly TaskCompletionSource<T> _written = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Action _succeed = () => { };

        public Task<T> WrittenAsync(CancellationToken cancellationToken) => _written.Task.WaitAsync(cancellationToken);

        public override void Run(LocalStatements statements)
        {
            var result = write(statements);
            _succeed = () => _written.SetResult(result);
        }

        public override void Succeed() => _succeed();

        public override void Fail(Exception exception) => _written.SetException(exception);
    }
}
