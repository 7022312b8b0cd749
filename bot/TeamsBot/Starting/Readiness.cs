using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Index;
using Microsoft.Extensions.AI;

namespace AgentHelpdesk.TeamsBot.Starting;

/// <summary>Whether questions can be answered now: the store can be read and its index was built as this program reads it, with the same embedding model.</summary>
internal sealed class Readiness(ICatalogueReader catalogue, IIndexReader index, IEmbeddingGenerator<string, Embedding<float>>? embedding = null)
{
    /// <returns>What is published.</returns>
    /// <exception cref="DataFolderException">The data folder can't be used; the message says why and what to do.</exception>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    public async Task<CatalogueState> CheckAsync(CancellationToken cancellationToken)
    {
        var state = await catalogue.ReadStateAsync(cancellationToken);
        IndexManifest.Of(embedding).Require(await index.ReadManifestAsync(cancellationToken), "knowledge.db");
        return state;
    }
}
