using AgentHelpdesk.Knowledge.Documents;
using Microsoft.Extensions.Logging;

namespace AgentHelpdesk.Ingestion;

/// <summary>The room's log events: 10 uploads, 20 indexing, 30 keeping.</summary>
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
}
