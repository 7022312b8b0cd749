using AgentHelpdesk.Ingestion.Inbox;
using AgentHelpdesk.Ingestion.Uploads;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Index;
using AgentHelpdesk.TeamsBot.Resources;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.TeamsBot.Documents.Uploading;

/// <summary>Makes the view of what was handed in, with what was typed into it.</summary>
internal sealed class InboxViews(InboxShelf shelf, ICatalogueReader catalogue, CivilDay day, IOptions<UploadOptions> options)
{
    /// <param name="messages">The language of the page.</param>
    /// <param name="form">What was typed; null: what is proposed.</param>
    /// <param name="only">The lines wanted; null: all.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<InboxView> ReadAsync(Messages messages, UploadForm? form, IReadOnlySet<UploadId>? only, CancellationToken cancellationToken)
    {
        var all = shelf.List();
        var shown = all.Take(InboxView.MostRows).ToArray();
        var rows = new UploadRows(all, all.IsEmpty ? new([], day.Today) : await DocumentsAsync(cancellationToken), form, messages);
        return new()
        {
            Language = messages.Language,
            Rows = [.. shown.Where(entry => only?.Contains(entry.Id) != false).Select(entry => rows.Of(entry))],
            Further = all.Length - shown.Length,
            MaxMebibytes = options.Value.MaxFileMebibytes,
        };
    }

    public async Task<KnownDocuments> DocumentsAsync(CancellationToken cancellationToken)
    {
        try
        {
            return new(await catalogue.ReadDocumentsAsync(cancellationToken), day.Today);
        }
        catch (StoreUnavailableException)
        {
            // The page says so; until then a line knows no other document.
            return new([], day.Today);
        }
    }
}
