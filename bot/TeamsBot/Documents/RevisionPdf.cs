using System.Text;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.TeamsBot.Pages;
using AgentHelpdesk.TeamsBot.Security;
using Microsoft.Net.Http.Headers;

namespace AgentHelpdesk.TeamsBot.Documents;

/// <summary>
/// A revision's own bytes, to be read in the browser: also of retired ones, so that an old citation still opens. Only known revisions
/// are sent, by identity: no name or path of a caller ever reaches the file system.
/// </summary>
internal sealed class RevisionPdf(ICatalogueReader catalogue, IContentStore content, PageSpeech speech)
{
    public async Task<IResult> SendAsync(string id, HttpContext context)
    {
        if (!RevisionId.TryParse(id, out var revisionId)
            || await catalogue.FindRevisionAsync(revisionId, context.RequestAborted) is not { Status: not RevisionStatus.Purged } revision
            || Send(revision, context) is not { } pdf)
            return Results.Text(speech.Of(context).NotFound, statusCode: StatusCodes.Status404NotFound);

        SecurityHeaders.LetOwnPagesShow(context);

        // The bytes of a revision never change; they stay in this browser only, and only until it closes the tab's cache.
        context.Response.Headers.CacheControl = "private, no-cache";
        return pdf;
    }

    /// <summary>The bytes of a revision that the caller was found to be allowed, whole or in ranges; null when they are gone.</summary>
    public IResult? Send(CatalogueRevision revision, HttpContext context)
    {
        if (content.OpenRead(revision.Content) is not { } stream)
            return null;
        var disposition = new ContentDispositionHeaderValue("inline");
        disposition.SetHttpFileName(SafeName(revision.Description.FileName));
        context.Response.Headers.ContentDisposition = disposition.ToString();
        return Results.Stream(stream, "application/pdf", entityTag: new EntityTagHeaderValue($"\"{revision.Content.Value}\""), enableRangeProcessing: true);
    }

    /// <summary>Letters, digits and a few marks: an uploaded name may hold quotes, line feeds, path parts or markup.</summary>
    internal static string SafeName(string fileName)
    {
        var name = new StringBuilder();
        foreach (var character in Path.GetFileNameWithoutExtension(fileName.Replace('\\', '/')))
            name.Append(char.IsLetterOrDigit(character) || character is '-' or '_' or ' ' or '.' or '\'' or '’' or '(' or ')' ? character : '_');
        var trimmed = name.ToString(0, Math.Min(name.Length, 100)).Trim(' ', '.', '_');
        return (trimmed.Length > 0 ? trimmed : "document") + ".pdf";
    }
}
