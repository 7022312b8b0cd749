using System.Runtime.ExceptionServices;

namespace AgentHelpdesk.Ingestion.Reading;

/// <summary>
/// Reads on a thread of its own, so that a document that makes the library loop does not hold up the others. A thread can't be
/// killed: when its time is over it is asked to stop (between pages and wherever a stream is decoded), and if it does not, it is
/// left behind, and its document is reported.
/// </summary>
internal static class TimeLimit
{
    // Page trees and forms nest; the default of 8 MB (1.5 MB on some systems) is not certain everywhere.
    private const int StackBytes = 16 * 1024 * 1024;

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    public static ReadOutcome Run(TimeSpan limit, Func<CancellationToken, ReadOutcome> read, CancellationToken ct)
    {
        ReadOutcome? outcome = null;
        ExceptionDispatchInfo? failure = null;
        // Not disposed: a thread left behind may still look at its token.
        var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var thread = new Thread(Work, StackBytes) { IsBackground = true, Name = "Reading" };
        thread.Start();

        var inTime = thread.Join(limit);
        if (!inTime)
        {
            stop.Cancel();
            thread.Join(Grace);
        }

        ct.ThrowIfCancellationRequested();
        if (!inTime)
            return new ReadOutcome.Unreadable(new(ReadingProblemKind.LimitExceeded, null, $"{limit.TotalSeconds:0} s"));
        failure?.Throw();
        return outcome ?? throw new InvalidOperationException("Reading ended without an outcome.");

        void Work()
        {
            try
            {
                outcome = read(stop.Token);
            }
            catch (Exception exception)
            {
                failure = ExceptionDispatchInfo.Capture(exception);
            }
        }
    }
}
