using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Index;

namespace AgentHelpdesk.TeamsBot.Starting;

/// <summary>Whether questions can be answered now: the store can be read and its index was built as this program reads it.</summary>
internal sealed class Readiness(ICatalogueReader catalogue, IIndexReader index)
{
    /// <returns>What is published.</returns>
    /// <exception cref="DataFolderException">The data folder can't be used; the message says why and what to do.</exception>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    public async Task<CatalogueState> CheckAsync(CancellationToken cancellationToken)
    {
        var state = await catalogue.ReadStateAsync(cancellationToken);
        IndexManifest.Current().Require(await index.ReadManifestAsync(cancellationToken), "knowledge.db");
        return state;
    }
}
