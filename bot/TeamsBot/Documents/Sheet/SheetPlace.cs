using System.Globalization;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.TeamsBot.Documents.Sheet;

/// <summary>Which revision and which of its pages a document's page shows; in the address, so that it can be sent on.</summary>
/// <param name="Revision">Null: the one that answers today.</param>
/// <param name="Page">From 1.</param>
internal sealed record SheetPlace(RevisionId? Revision, int Page)
{
    public const string RevisionField = "version";
    public const string PageField = "page";

    /// <summary>From the address, or from the form that was sent.</summary>
    public static SheetPlace Of(HttpRequest request)
    {
        var revision = request.HasFormContentType ? request.Form[RevisionField] : request.Query[RevisionField];
        var page = request.HasFormContentType ? request.Form[PageField] : request.Query[PageField];
        return new(
            RevisionId.TryParse(revision, out var id) ? id : null,
            int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : 1);
    }

    public static string To(DocumentId document, RevisionId revision, int page = 1) => string.Create(
        CultureInfo.InvariantCulture,
        $"{DocumentLink.To(document)}&{RevisionField}={revision}{(page > 1 ? $"&{PageField}={page}" : "")}#lecture");
}
