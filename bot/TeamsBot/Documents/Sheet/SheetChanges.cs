using AgentHelpdesk.Ingestion;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Documents.Describing;
using AgentHelpdesk.TeamsBot.Pages;

namespace AgentHelpdesk.TeamsBot.Documents.Sheet;

/// <summary>
/// Retire, restore, correct: what the forms of a document's page order. Done: the page is opened anew, so that a reload repeats nothing.
/// Not done: the page comes back with what was typed and why.
/// </summary>
internal sealed class SheetChanges(DocumentSheet sheet, CorpusKeeper keeper, ICatalogueReader catalogue, PageSpeech speech)
{
    private const int LongestReason = 500;

    public async Task<IResult> RetireAsync(HttpContext context)
    {
        var messages = speech.Of(context);
        var form = await FormOf(context);
        var typed = new RetireFields(Printable.Line(form["from"].ToString()).Trim(), Printable.Line(form["reason"].ToString()).Trim(), null, null);
        var checkedFields = typed with
        {
            FromFault = DayText.TryParse(typed.From, out var from) ? null : messages.NoDay,
            ReasonFault = typed.Reason.Length switch
            {
                0 => messages.RetireReasonMissing,
                > LongestReason => messages.FieldTooLong(typed.Reason.Length, LongestReason),
                _ => null,
            },
        };
        SheetView WithTyped(SheetView view) => view with { Retire = checkedFields };
        if (checkedFields is { FromFault: null, ReasonFault: null })
            return await ChangeAsync(context, form, (id, token) => keeper.RetireAsync(id, from, typed.Reason, token), "retire", WithTyped);
        return await sheet.ShowAsync(
            context, form[DocumentLink.Id], view => WithTyped(view) with { Notice = new(messages.MendFirst, IsFault: true) }, StatusCodes.Status422UnprocessableEntity);
    }

    public async Task<IResult> RestoreAsync(HttpContext context) =>
        await ChangeAsync(context, await FormOf(context), keeper.RestoreAsync, "restore", view => view);

    public async Task<IResult> CorrectAsync(HttpContext context)
    {
        var messages = speech.Of(context);
        var form = await FormOf(context);
        var fields = DescriptionFields.Of(form);
        var read = ReadDescription.Of(fields, messages);
        SheetView WithTyped(SheetView view) => view with { Shown = view.Shown is { } shown ? shown with { Fields = fields, Faults = read.Faults } : null };
        if (!read.IsAcceptable)
        {
            return await sheet.ShowAsync(
                context, form[DocumentLink.Id], view => WithTyped(view) with { Notice = new(messages.MendFirst, IsFault: true) }, StatusCodes.Status422UnprocessableEntity);
        }

        return await ChangeAsync(context, form, (id, token) => CorrectAsync(id, form, read, token), "correct", WithTyped);
    }

    private async Task<KeeperOutcome> CorrectAsync(DocumentId document, IFormCollection form, ReadDescription read, CancellationToken cancellationToken)
    {
        if (!RevisionId.TryParse(form[SheetPlace.RevisionField], out var id)
            || await catalogue.FindRevisionAsync(id, cancellationToken) is not { Status: not RevisionStatus.Purged } revision || revision.Document != document)
            return new KeeperOutcome.UnknownDocument(document);
        return await keeper.CorrectAsync(id, read.Over(revision.Description), cancellationToken);
    }

    private async Task<IResult> ChangeAsync(
        HttpContext context, IFormCollection form, Func<DocumentId, CancellationToken, Task<KeeperOutcome>> change, string done, Func<SheetView, SheetView> withTyped)
    {
        var messages = speech.Of(context);
        if (!DocumentId.TryParse(form[DocumentLink.Id], out var id))
            return await sheet.ShowAsync(context, null, view => view);
        try
        {
            // Publishing is not given up half-way because a browser was closed.
            return await change(id, CancellationToken.None) switch
            {
                KeeperOutcome.Done => Results.LocalRedirect(Again(id, form, done), permanent: false, preserveMethod: false),
                KeeperOutcome.Unchanged => Results.LocalRedirect(Again(id, form, "rien"), permanent: false, preserveMethod: false),
                KeeperOutcome.Busy => await RefusedAsync(messages.KeeperBusy, StatusCodes.Status409Conflict),
                KeeperOutcome.NotEmbedded => await RefusedAsync(messages.KeeperNotEmbedded, StatusCodes.Status503ServiceUnavailable),
                KeeperOutcome.BadDescription => await RefusedAsync(messages.MendFirst, StatusCodes.Status422UnprocessableEntity),
                _ => await sheet.ShowAsync(context, id.Value, view => view, StatusCodes.Status404NotFound),
            };
        }
        catch (DataFolderException fault)
        {
            return await RefusedAsync(messages.KeeperFolder(messages.DataFolderFault(fault).Split('\n')[0]), StatusCodes.Status503ServiceUnavailable);
        }

        Task<IResult> RefusedAsync(string sentence, int status) =>
            sheet.ShowAsync(context, id.Value, view => withTyped(view) with { Notice = new(sentence, IsFault: true) }, status);
    }

    private static string Again(DocumentId id, IFormCollection form, string done) =>
        $"{DocumentLink.To(id)}&{DocumentSheet.DoneField}={done}{(RevisionId.TryParse(form[SheetPlace.RevisionField], out var revision) ? $"&{SheetPlace.RevisionField}={revision}" : "")}";

    private static async Task<IFormCollection> FormOf(HttpContext context) => context.Request.HasFormContentType
        ? await context.Request.ReadFormAsync(context.RequestAborted)
        : throw new BadHttpRequestException("An order comes as a form.", StatusCodes.Status415UnsupportedMediaType);
}
