namespace AgentHelpdesk.Ingestion.Indexing;

/// <summary>The embedding model gave no vectors, so nothing was published; the message is what its server said.</summary>
internal sealed class EmbeddingUnavailableException(string message, Exception? cause = null) : Exception(message, cause);
