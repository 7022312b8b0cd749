using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.TeamsBot.Documents;

/// <summary>The address of a document's page. An identity may hold anything printable, so it travels as a parameter, never as a path.</summary>
internal static class DocumentLink
{
    public const string Route = "/document";
    public const string Id = "id";

    public static string To(DocumentId document) => $"{Route}?{Id}={Uri.EscapeDataString(document.Value)}";
}
