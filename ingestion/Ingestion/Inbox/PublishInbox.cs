using System.Runtime.CompilerServices;
using AgentHelpdesk.Ingestion.Uploads;
using AgentHelpdesk.Knowledge.Catalogue;

namespace AgentHelpdesk.Ingestion.Inbox;

/// <summary>Publishes what is ready, on a knowledge manager's order and with the description given there.</summary>
public sealed class PublishInbox
{
    private readonly InboxShelf _shelf;
    private readonly Reviewer _reviewer;
    private readonly IngestFiles _files;
    private readonly FreshReviews _fresh;

    internal PublishInbox(InboxShelf shelf, Reviewer reviewer, IngestFiles files, FreshReviews fresh) =>
        (_shelf, _reviewer, _files, _fresh) = (shelf, reviewer, files, fresh);

    /// <summary>
    /// One outcome an order, each once it is durable. Where another process is writing, every order's outcome is <see cref="IngestOutcome.Busy"/>
    /// and the uploads stay ready; so does one that is refused for what the order says.
    /// </summary>
    /// <exception cref="DataFolderException">The data folder cannot be used; what is left stays ready.</exception>
    public async IAsyncEnumerable<(UploadId Id, IngestOutcome Outcome)> PublishAsync(
        IReadOnlyList<PublishOrder> orders, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var taken = new Queue<InboxEntry>();
        var uploads = new List<Upload>();
        foreach (var order in orders)
        {
            if (Take(order) is not { } entry)
            {
                yield return (order.Id, NotReady(order.Id));
                continue;
            }

            taken.Enqueue(entry);
            uploads.Add(_reviewer.UploadOf(entry) with { Metadata = order.ToRow(entry.FileName), Replaces = order.Replaces, Problem = ProblemOf(order) });
        }

        if (uploads.Count == 0)
            yield break;
        try
        {
            await foreach (var outcome in _files.RunAsync(uploads, Reviewer.Settings, null, cancellationToken))
            {
                if (outcome is IngestOutcome.Busy)
                {
                    while (taken.TryDequeue(out var waiting))
                    {
                        PutBack(waiting);
                        yield return (waiting.Id, outcome);
                    }

                    yield break;
                }

                var entry = taken.Dequeue();
                Settle(entry, outcome);
                yield return (entry.Id, outcome);
            }
        }
        finally
        {
            foreach (var left in taken)
                PutBack(left);
        }

        await _fresh.RenewAsync(cancellationToken);
    }

    private InboxEntry? Take(PublishOrder order) =>
        _shelf.Change(order.Id, entry => entry.Step == InboxStep.Ready ? entry with { Step = InboxStep.Publishing, Outcome = null } : null);

    private void PutBack(InboxEntry left) => _shelf.Change(left.Id, entry => entry with { Step = InboxStep.Ready });

    private IngestOutcome NotReady(UploadId id) => _shelf.Find(id) switch
    {
        null => new IngestOutcome.Refused(RefusalReason.NotFound, id.Value) { File = id.Value },
        { Step: InboxStep.Settled, Outcome: { } outcome } => outcome,
        var entry => new IngestOutcome.Refused(RefusalReason.NotReady, "") { File = entry.FileName },
    };

    private static MetadataProblem? ProblemOf(PublishOrder order)
    {
        if (order.Declared.IsEmpty)
            return new("", 0, "valid_to", MetadataProblemKind.EndBeforeStart, $"{order.Declared.Until:yyyy-MM-dd}");
        return order.Url is { } url && !DescriptionText.IsUrl(url) ? new("", 0, "url", MetadataProblemKind.BadUrl, url) : null;
    }

    // What the order or the disk is to blame for can be tried again; what the file is to blame for can't.
    private void Settle(InboxEntry entry, IngestOutcome outcome)
    {
        if (outcome is IngestOutcome.Refused { Reason: var reason } && CanBeTriedAgain(reason))
            _shelf.Change(entry.Id, now => now with { Step = InboxStep.Ready, Outcome = outcome });
        else
            _shelf.Settle(entry.Id, outcome);
    }

    private static bool CanBeTriedAgain(RefusalReason reason) => reason is RefusalReason.DiskFull or RefusalReason.BadMetadata or RefusalReason.UnknownDocument
        or RefusalReason.Purged or RefusalReason.NotReadable or RefusalReason.NotEmbedded or RefusalReason.Failed;
}
