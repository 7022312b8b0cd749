using AgentHelpdesk.Ingestion.Inbox;
using AgentHelpdesk.TeamsBot.Documents.Listing;
using AgentHelpdesk.TeamsBot.Pages;

namespace AgentHelpdesk.TeamsBot.Documents.Uploading;

/// <summary>Shows the table of uploads: as lines for the script, as steps for its polling, checked against what is typed.</summary>
internal sealed class InboxDesk(InboxShelf shelf, InboxViews views, DocumentList list, PageRenderer renderer, PageSpeech speech)
{
    /// <summary>Without script the page of all documents; for the script the lines asked for, or where every upload is.</summary>
    public async Task<IResult> OpenAsync(HttpContext context)
    {
        if (!FragmentRequest.IsOne(context.Request))
            return Results.LocalRedirect(ListQuery.Route);
        if (context.Request.Query[UploadForm.IdField].Count == 0)
            return Steps(context);
        var wanted = context.Request.Query[UploadForm.IdField].Select(text => UploadId.TryParse(text, out var id) ? id : (UploadId?)null).OfType<UploadId>().ToHashSet();
        return await FragmentAsync(await views.ReadAsync(speech.Of(context), null, wanted, context.RequestAborted));
    }

    /// <summary>What the lines as typed would warn of; nothing is kept.</summary>
    public async Task<IResult> CheckAsync(HttpContext context)
    {
        var form = await UploadForm.OfAsync(context);
        var view = await views.ReadAsync(speech.Of(context), form, null, context.RequestAborted);
        return FragmentRequest.IsOne(context.Request)
            ? HtmlReply.Of(await renderer.RenderAsync<InboxCheck>(new() { [nameof(InboxCheck.View)] = view }))
            : await ShowAsync(context, form, view => view);
    }

    /// <summary>
    /// The table, or without script the whole page, with what was typed and what an order came to. To the script an order that came to nothing
    /// is a reply like another: the sentence in it says so.
    /// </summary>
    public async Task<IResult> ShowAsync(HttpContext context, UploadForm? form, Func<InboxView, InboxView> change, int status = StatusCodes.Status200OK)
    {
        var view = change(await views.ReadAsync(speech.Of(context), form, null, context.RequestAborted));
        return FragmentRequest.IsOne(context.Request) ? await FragmentAsync(view) : await list.ShowAsync(context, page => page with { Inbox = view }, status);
    }

    private IResult Steps(HttpContext context)
    {
        var messages = speech.Of(context);
        return Results.Json(shelf.List().Take(InboxView.MostRows).Select(entry => new
        {
            id = entry.Id.Value,
            state = UploadRows.StateOf(entry),
            doing = UploadRows.DoingOf(entry, messages),
            read = entry.PagesRead,
            pages = entry.PagesTotal,
        }));
    }

    private async Task<IResult> FragmentAsync(InboxView view) =>
        HtmlReply.Of(await renderer.RenderAsync<InboxSection>(new() { [nameof(InboxSection.View)] = view }));
}
