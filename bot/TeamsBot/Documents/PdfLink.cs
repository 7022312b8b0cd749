using System.Globalization;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.TeamsBot.Documents;

/// <summary>The address of a revision's PDF, opened at a page by every viewer that knows the fragment.</summary>
internal static class PdfLink
{
    public const string Route = "/revisions/{id}/pdf";

    public static string To(RevisionId revision, int page) => string.Create(CultureInfo.InvariantCulture, $"/revisions/{revision.Value}/pdf#page={page}");
}
