using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.TeamsBot.Pages;
using AgentHelpdesk.TeamsBot.Security;

namespace AgentHelpdesk.TeamsBot.Documents.Sheet;

/// <summary>Answers <c>/document</c>: one document, its revisions, its text beside its pages, its history.</summary>
internal sealed class DocumentSheet(PageRenderer renderer, PageSpeech speech, PageShells shells, ICatalogueReader catalogue, SheetReader reader)
{
    /// <summary>What was done before the page was sent again; one of a closed list, so that no address makes the page say anything else.</summary>
    public const string DoneField = "fait";

    public async Task<IResult> OpenAsync(HttpContext context)
    {
        PageSpeech.KeepChoice(context);
        var messages = speech.Of(context);
        SheetNotice? notice = context.Request.Query[DoneField].ToString() switch
        {
            "retire" => new(messages.DoneRetire, IsFault: false),
            "restore" => new(messages.DoneRestore, IsFault: false),
            "correct" => new(messages.DoneCorrect, IsFault: false),
            "rien" => new(messages.DoneNothing, IsFault: false),
            _ => null,
        };
        return await ShowAsync(context, context.Request.Query[DocumentLink.Id], sheet => sheet with { Notice = notice });
    }

    /// <summary>The page of a document, with what a form on it came to.</summary>
    public async Task<IResult> ShowAsync(HttpContext context, string? id, Func<SheetView, SheetView> change, int status = StatusCodes.Status200OK)
    {
        var state = await shells.ReadStateAsync(context.RequestAborted);
        if (!DocumentId.TryParse(id, out var documentId) || state is null
            || await catalogue.FindDocumentAsync(documentId, context.RequestAborted) is not { } document)
            return await MissingAsync(context, state);

        var sheet = await reader.ReadAsync(document, SheetPlace.Of(context.Request), shells.Of(PageKind.Documents, context, state), state, context.RequestAborted);
        SecurityHeaders.ShowPdf(context);
        return HtmlReply.Of(await renderer.RenderAsync<DocumentSheetPage>(new() { [nameof(DocumentSheetPage.View)] = change(sheet) }), status);
    }

    private async Task<IResult> MissingAsync(HttpContext context, CatalogueState? state) => HtmlReply.Of(
        await renderer.RenderAsync<MissingDocumentPage>(new()
        {
            [nameof(MissingDocumentPage.Shell)] = shells.Of(PageKind.Documents, context, state),
            [nameof(MissingDocumentPage.IsReadable)] = state is not null,
        }),
        state is null ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status404NotFound);
}
