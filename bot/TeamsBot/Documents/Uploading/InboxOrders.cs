using AgentHelpdesk.Ingestion;
using AgentHelpdesk.Ingestion.Inbox;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.TeamsBot.Documents.Sheet;
using AgentHelpdesk.TeamsBot.Pages;
using AgentHelpdesk.TeamsBot.Resources;

namespace AgentHelpdesk.TeamsBot.Documents.Uploading;

/// <summary>Publishes and puts away: the two orders of the table. A line that waits for a person is never published by it.</summary>
internal sealed class InboxOrders(InboxShelf shelf, InboxViews views, InboxDesk desk, PublishInbox publishing, PageSpeech speech)
{
    /// <summary>Publishes the lines without a warning, and those whose warnings a person ticked as looked at.</summary>
    public async Task<IResult> PublishAsync(HttpContext context)
    {
        var messages = speech.Of(context);
        var form = await UploadForm.OfAsync(context);
        var checks = new DraftChecks(shelf.List(), await views.DocumentsAsync(context.RequestAborted), form, messages);
        var orders = form.Ids.Select(shelf.Find).OfType<InboxEntry>()
            .Select(entry => entry is { Step: InboxStep.Ready, Review: { } review } && checks.DraftOf(entry, review).IsPublishable
                ? checks.OrderOf(entry, review)
                : null)
            .OfType<PublishOrder>().ToArray();
        var notice = orders.Length == 0 ? new(messages.NothingToPublish, IsFault: true) : await PublishAsync(orders, messages);
        return await desk.ShowAsync(context, form, view => view with { Notice = notice }, notice.IsFault ? StatusCodes.Status409Conflict : StatusCodes.Status200OK);
    }

    public async Task<IResult> DiscardAsync(HttpContext context)
    {
        var form = await UploadForm.OfAsync(context);
        var ids = form.Discard.SelectMany(text => text == UploadForm.AllSettled
            ? shelf.List().Where(entry => entry.Step == InboxStep.Settled).Select(entry => entry.Id)
            : UploadId.TryParse(text, out var id) ? [id] : Enumerable.Empty<UploadId>());
        foreach (var id in ids.Distinct().ToArray())
            await shelf.DiscardAsync(id, context.RequestAborted);
        return await desk.ShowAsync(context, form, view => view);
    }

    private async Task<SheetNotice> PublishAsync(PublishOrder[] orders, Messages messages)
    {
        var published = 0;
        var failed = 0;
        try
        {
            // Not given up half-way because a browser was closed: what is ordered is published.
            await foreach (var (_, outcome) in publishing.PublishAsync(orders, CancellationToken.None))
            {
                if (outcome is IngestOutcome.Busy)
                    return new(messages.PublishBusy, IsFault: true);
                if (outcome is IngestOutcome.Refused)
                    failed++;
                else
                    published++;
            }
        }
        catch (DataFolderException fault)
        {
            return new(messages.KeeperFolder(messages.DataFolderFault(fault).Split('\n')[0]), IsFault: true);
        }

        return new(failed == 0 ? messages.PublishedCount(published) : messages.PublishedExcept(published, failed), IsFault: failed > 0);
    }
}
