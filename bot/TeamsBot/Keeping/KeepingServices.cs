using AgentHelpdesk.Answering.Grounding;
using AgentHelpdesk.Knowledge.Embedded;
using AgentHelpdesk.TeamsBot.Keeping.ModelUse;
using AgentHelpdesk.TeamsBot.Keeping.Records;
using AgentHelpdesk.TeamsBot.Teams;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AgentHelpdesk.TeamsBot.Keeping;

internal static class KeepingServices
{
    /// <summary>What the bot itself keeps, in <c>bot.db</c> of the data folder; nothing is opened before it is used.</summary>
    public static IServiceCollection AddKeeping(this IServiceCollection services, string dataFolder)
    {
        services.TryAddSingleton(_ => new LocalDatabase(dataFolder, BotSchema.Tables));
        services.TryAddSingleton<KeptConversations>();
        services.TryAddSingleton<ReportedQuestions>();
        services.TryAddSingleton<DayKeys>();
        services.TryAddSingleton<Remembered>();
        services.TryAddSingleton<Ratings>();
        services.TryAddSingleton<RatingList>();
        services.TryAddSingleton<RatedQuotes>();
        services.TryAddSingleton<Pseudonyms>();
        services.TryAddSingleton<GroupedWrites>();
        services.TryAddSingleton<TurnJournal>();
        services.TryAddSingleton<TurnRecords>();
        services.TryAddSingleton<TurnRecordList>();
        services.TryAddSingleton<RecordedWords>();
        services.Replace(ServiceDescriptor.Singleton<IModelGate, ModelGate>());
        return services;
    }
}
