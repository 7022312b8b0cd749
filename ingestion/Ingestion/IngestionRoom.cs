using AgentHelpdesk.Ingestion.Chunking;
using AgentHelpdesk.Ingestion.Indexing;
using AgentHelpdesk.Ingestion.Reading;
using AgentHelpdesk.Ingestion.Sectioning;
using AgentHelpdesk.Ingestion.Uploads;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.Ingestion;

/// <summary>From an uploaded PDF to a published revision.</summary>
public static class IngestionRoom
{
    /// <summary>Needs a store (catalogue, index, content); uses an embedding generator where one is registered.</summary>
    public static IServiceCollection AddIngestion(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<ReadingOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<SectioningOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<ChunkingOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<UploadOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<IndexingOptions>().ValidateDataAnnotations().ValidateOnStart();

        services.TryAddSingleton<PdfReader>();
        services.TryAddSingleton<SectionBuilder>();
        services.TryAddSingleton<SectionChunker>();

        services.TryAddSingleton<ChunkEmbedder>();
        services.TryAddSingleton<EntryMaker>();
        services.TryAddSingleton<ClosingTime>();
        services.TryAddSingleton<PublisherDesk>();

        services.TryAddSingleton<IdentityRules>();
        services.TryAddSingleton<UploadReceiver>();
        services.TryAddSingleton<RevisionPublisher>();
        services.TryAddSingleton<IngestRevision>();
        services.TryAddSingleton<KeptBytes>();

        // Their constructors take what only this room knows.
        services.TryAddSingleton(provider => new IngestFiles(
            provider.GetRequiredService<IngestRevision>(),
            provider.GetRequiredService<RevisionPublisher>(),
            provider.GetRequiredService<PublisherDesk>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<IOptions<UploadOptions>>(),
            provider.GetRequiredService<ILogger<IngestFiles>>()));
        services.TryAddSingleton(provider => new CorpusKeeper(
            provider.GetRequiredService<Knowledge.Catalogue.ICatalogueReader>(),
            provider.GetRequiredService<PublisherDesk>(),
            provider.GetRequiredService<KeptBytes>(),
            provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
