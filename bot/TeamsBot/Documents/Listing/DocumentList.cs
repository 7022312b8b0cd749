using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Index;
using AgentHelpdesk.TeamsBot.Documents.Uploading;
using AgentHelpdesk.TeamsBot.Pages;

namespace AgentHelpdesk.TeamsBot.Documents.Listing;

/// <summary>Answers <c>/documents</c>: the page of all documents.</summary>
internal sealed class DocumentList(PageRenderer renderer, PageSpeech speech, PageShells shells, ICatalogueReader catalogue, InboxViews inbox, CivilDay day)
{
    public async Task<IResult> OpenAsync(HttpContext context)
    {
        PageSpeech.KeepChoice(context);
        return await ShowAsync(context, view => view);
    }

    /// <summary>The page, with what a form on it came to.</summary>
    public async Task<IResult> ShowAsync(HttpContext context, Func<DocumentListView, DocumentListView> change, int status = StatusCodes.Status200OK) =>
        HtmlReply.Of(await renderer.RenderAsync<DocumentListPage>(new() { [nameof(DocumentListPage.View)] = change(await ViewAsync(context)) }), status);

    private async Task<DocumentListView> ViewAsync(HttpContext context)
    {
        var messages = speech.Of(context);
        var query = ListQuery.Of(context.Request.Query);
        var state = await shells.ReadStateAsync(context.RequestAborted);
        DocumentRow[] rows = state is null ? [] : [.. DocumentRows.Of(await ReadAsync(context.RequestAborted), state, day.Today, messages)];
        var selection = ListSelection.Of(rows, query, messages.Language);
        return new()
        {
            Shell = shells.Of(PageKind.Documents, context, state),
            IsReadable = state is not null,
            Inbox = await inbox.ReadAsync(messages, null, null, context.RequestAborted),
            Query = query,
            Rows = selection.Rows,
            Total = rows.Length,
            Matching = selection.Matching,
            Page = selection.Page,
            Pages = selection.Pages,
            Kinds = [.. rows.Select(row => row.Kind).Where(kind => kind.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Create(messages.Language.Culture, true))],
        };
    }

    // The store may go away between two reads; then the page shows what it would show of an empty one, below the sentence that says so.
    private async Task<IEnumerable<CatalogueDocument>> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await catalogue.ReadDocumentsAsync(cancellationToken);
        }
        catch (StoreUnavailableException)
        {
            return [];
        }
    }
}
