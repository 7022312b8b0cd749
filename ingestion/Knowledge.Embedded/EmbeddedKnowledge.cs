using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Embedded.Catalogue;
using AgentHelpdesk.Knowledge.Embedded.Safekeeping;
using AgentHelpdesk.Knowledge.Embedded.Search;
using AgentHelpdesk.Knowledge.Index;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AgentHelpdesk.Knowledge.Embedded;

/// <summary>Index, catalogue and uploaded bytes in the files of one folder.</summary>
public static class EmbeddedKnowledge
{
    /// <param name="services">The host's services.</param>
    /// <param name="dataFolder">Created when missing; must lie on a local disk.</param>
    public static IServiceCollection AddEmbeddedKnowledge(this IServiceCollection services, string dataFolder)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(_ => new KnowledgeDatabase(dataFolder));
        services.TryAddSingleton<ICatalogueReader, EmbeddedCatalogue>();
        services.TryAddSingleton<IRevisionFinder, EmbeddedRevisionFinder>();
        services.TryAddSingleton<IIndexReader, EmbeddedIndexReader>();
        services.TryAddSingleton<IIndexWriter, EmbeddedIndexWriter>();
        services.TryAddSingleton<IWriterLock, WriterLock>();
        services.TryAddSingleton<IContentStore, ContentFolder>();
        services.TryAddSingleton(provider => new KnowledgeBackup(
            provider.GetRequiredService<KnowledgeDatabase>(),
            provider.GetRequiredService<IContentStore>(),
            provider.GetRequiredService<IWriterLock>(),
            provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
