using AgentHelpdesk.Ingestion.Inbox;
using AgentHelpdesk.Knowledge.Documents;
using Microsoft.Extensions.Logging;

namespace AgentHelpdesk.Ingestion;

/// <summary>The room's log events: 10 uploads, 20 indexing, 40 inbox.</summary>
internal static partial class Log
{
    [LoggerMessage(10, LogLevel.Error, "FileFailed: {File} was refused because of an unexpected error")]
    public static partial void FileFailed(this ILogger logger, string file, Exception exception);

    [LoggerMessage(20, LogLevel.Information, "PublicationCommitted: {Number} with {Added} chunks added and {Ended} ended")]
    public static partial void PublicationCommitted(this ILogger logger, long number, int added, int ended);

    [LoggerMessage(21, LogLevel.Warning, "ChunkCutForEmbedding: chunk {Ordinal} of revision {Revision} has {Count} tokens, {Limit} were embedded")]
    public static partial void ChunkCutForEmbedding(this ILogger logger, RevisionId revision, int ordinal, int count, int limit);

    [LoggerMessage(22, LogLevel.Information, "EndedChunksRemoved: {Count}")]
    public static partial void EndedChunksRemoved(this ILogger logger, int count);

    [LoggerMessage(23, LogLevel.Information, "ContentErased: {Content}")]
    public static partial void ContentErased(this ILogger logger, ContentHash content);

    [LoggerMessage(40, LogLevel.Error, "InboxEntryDamaged: {Upload} can't be read any more and must be handed in again")]
    public static partial void InboxEntryDamaged(this ILogger logger, UploadId upload, Exception exception);

    [LoggerMessage(41, LogLevel.Warning, "InboxNotesNotWritten: of {Upload}; after a kill its last step is done again")]
    public static partial void InboxNotesNotWritten(this ILogger logger, UploadId upload, Exception exception);

    [LoggerMessage(42, LogLevel.Error, "UploadBrokeReader: {Upload} was refused after {Attempts} attempts that ended with the program's end")]
    public static partial void UploadBrokeReader(this ILogger logger, UploadId upload, int attempts);

    [LoggerMessage(43, LogLevel.Warning, "UploadPutBack: {Upload} waits until the catalogue can be read")]
    public static partial void UploadWaitsForStore(this ILogger logger, UploadId upload, Exception exception);

    [LoggerMessage(44, LogLevel.Warning, "InboxPaused: it waits until the catalogue can be read")]
    public static partial void InboxWaitsForStore(this ILogger logger, Exception exception);
}
