using AgentHelpdesk.Ingestion.Inbox;
using AgentHelpdesk.TeamsBot.Documents.Listing;
using AgentHelpdesk.TeamsBot.Documents.Sheet;
using AgentHelpdesk.TeamsBot.Pages;
using AgentHelpdesk.TeamsBot.Trying;

namespace AgentHelpdesk.TeamsBot.Documents.Uploading;

/// <summary>
/// Tries a question as if one line, with what is typed into it, were published: nothing is published and nothing kept. Without a question
/// it shows where to ask.
/// </summary>
internal sealed class UploadTrial(
    InboxShelf shelf, InboxViews views, InboxDrafts drafts, TryQuestion trying, InboxDesk desk, PageRenderer renderer, PageSpeech speech, PageShells shells)
{
    public async Task<IResult> TryAsync(HttpContext context)
    {
        var messages = speech.Of(context);
        var form = await UploadForm.OfAsync(context);
        if (!UploadId.TryParse(form.Try, out var id) || shelf.Find(id) is not { Step: InboxStep.Ready, Review: { } review } entry)
            return await desk.ShowAsync(context, form, view => view with { Notice = new(messages.TryGone, IsFault: true) }, StatusCodes.Status409Conflict);

        var checks = new DraftChecks(shelf.List(), await views.DocumentsAsync(context.RequestAborted), form, messages);
        var draft = checks.DraftOf(entry, review);
        Trial? trial = null;
        SheetNotice? notice = null;
        if (!draft.Faults.IsEmpty)
            notice = new(messages.TryMendFirst, IsFault: true);
        else if (form.Question.Length > 0)
            (trial, notice) = await AskAsync(context, form, id, checks.OrderOf(entry, review), messages);

        var view = new UploadTrialView { Upload = id.Value, FileName = entry.FileName, Draft = draft, Question = form.Question, Date = form.Date, Trial = trial, Notice = notice };
        return FragmentRequest.IsOne(context.Request)
            ? HtmlReply.Of(await renderer.RenderAsync<UploadTry>(new() { [nameof(UploadTry.View)] = view, [nameof(UploadTry.Language)] = messages.Language }))
            : HtmlReply.Of(await renderer.RenderAsync<UploadTryPage>(new()
            {
                [nameof(UploadTryPage.View)] = view,
                [nameof(UploadTryPage.Shell)] = shells.Of(PageKind.Documents, context, await shells.ReadStateAsync(context.RequestAborted)) with { Address = ListQuery.Route },
            }));
    }

    private async Task<(Trial? Trial, SheetNotice? Notice)> AskAsync(HttpContext context, UploadForm form, UploadId id, PublishOrder order, Resources.Messages messages)
    {
        if (await drafts.ReadAsync(id, order, context.RequestAborted) is not { } laid)
            return (null, new(messages.TryGone, IsFault: true));
        var outcome = await trying.AskAsync(laid, form.Question, form.Date, PageSpeech.Choice(context), context.RequestAborted);
        return (Trial.Of(form.Question, form.Date, outcome, laid.Revision.Document), null);
    }
}
