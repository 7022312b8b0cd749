using AgentHelpdesk.Ingestion.Uploads;
using AgentHelpdesk.Knowledge.Catalogue;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.Ingestion.Inbox;

/// <summary>Where uploads wait for a knowledge manager, from being received to their outcome.</summary>
public static class InboxRoom
{
    /// <summary>Needs <see cref="IngestionRoom.AddIngestion"/>.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="dataFolder">The folder that the store's files are in; the inbox is a folder of it.</param>
    public static IServiceCollection AddInbox(this IServiceCollection services, string dataFolder)
    {
        services.AddOptions<InboxOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(provider => new InboxFolder(dataFolder, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<InboxFolder>>()));
        services.TryAddSingleton<Resemblances>();
        services.TryAddSingleton<Reviewer>();
        services.TryAddSingleton<InterruptedPublishing>();
        services.TryAddSingleton<FreshReviews>();

        // Their constructors take what only this room knows.
        services.TryAddSingleton(provider => new InboxShelf(
            provider.GetRequiredService<InboxFolder>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<InboxShelf>>()));
        services.TryAddSingleton(provider => new ReceiveUpload(
            provider.GetRequiredService<InboxFolder>(),
            provider.GetRequiredService<InboxShelf>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<IOptions<UploadOptions>>()));
        services.TryAddSingleton(provider => new InboxReading(
            provider.GetRequiredService<InboxShelf>(),
            provider.GetRequiredService<Reviewer>(),
            provider.GetRequiredService<InterruptedPublishing>(),
            provider.GetRequiredService<FreshReviews>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<IOptions<InboxOptions>>(),
            provider.GetRequiredService<ILogger<InboxReading>>()));
        services.TryAddSingleton(provider => new PublishInbox(
            provider.GetRequiredService<InboxShelf>(),
            provider.GetRequiredService<Reviewer>(),
            provider.GetRequiredService<IngestFiles>(),
            provider.GetRequiredService<FreshReviews>()));
        services.TryAddSingleton(provider => new InboxDrafts(
            provider.GetRequiredService<InboxShelf>(),
            provider.GetRequiredService<Reviewer>(),
            provider.GetRequiredService<IngestRevision>(),
            provider.GetRequiredService<IdentityRules>(),
            provider.GetRequiredService<ICatalogueReader>()));
        return services;
    }
}
