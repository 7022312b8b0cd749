namespace AgentHelpdesk.Knowledge.Index;

/// <summary>
/// Both legs of a search with their scores; fusing them is the caller's. The same chunks and question give the same legs in
/// every store (ties aside; dense where the search is exact).
/// </summary>
public interface IIndexReader
{
    /// <exception cref="StoreUnavailableException">The store does not answer: the turn fails, it is no abstention.</exception>
    Task<SearchLegs> SearchAsync(SearchQuery query, CancellationToken cancellationToken);

    /// <summary>What the index was built with; null for an index never written to.</summary>
    Task<IndexManifest?> ReadManifestAsync(CancellationToken cancellationToken);
}

/// <summary>The store cannot be read now: busy, gone, or broken. The message names the store and the cause.</summary>
public sealed class StoreUnavailableException(string message, Exception? cause = null) : Exception(message, cause);
