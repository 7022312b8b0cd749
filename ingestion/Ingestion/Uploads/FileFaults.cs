using AgentHelpdesk.Ingestion.Indexing;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Index;
using Microsoft.Extensions.Logging;

namespace AgentHelpdesk.Ingestion.Uploads;

/// <summary>Tells what went wrong with one file from what stops the whole run.</summary>
internal static class FileFaults
{
    /// <summary>Null when the run cannot go on: cancelled, the store is gone, or the data folder cannot be used at all.</summary>
    public static IngestOutcome.Refused? Of(Exception exception, string name, ILogger logger)
    {
        switch (exception)
        {
            case DataFolderException { Fault: DataFolderFault.DiskFull } full:
                return new(RefusalReason.DiskFull, full.Path) { File = name };
            case EmbeddingUnavailableException embedding:
                return new(RefusalReason.NotEmbedded, embedding.Message) { File = name };
            case OperationCanceledException or DataFolderException or StoreUnavailableException:
                return null;
            default:
                logger.FileFailed(name, exception);
                return new(RefusalReason.Failed, exception.GetType().Name) { File = name };
        }
    }
}
