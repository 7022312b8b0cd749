using AgentHelpdesk.Answering;
using AgentHelpdesk.Answering.Grounding;
using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.BotProtocol;
using AgentHelpdesk.Ingestion;
using AgentHelpdesk.Ingestion.Chunking;
using AgentHelpdesk.Ingestion.Inbox;
using AgentHelpdesk.Ingestion.Indexing;
using AgentHelpdesk.Ingestion.Reading;
using AgentHelpdesk.Ingestion.Sectioning;
using AgentHelpdesk.Ingestion.Uploads;
using AgentHelpdesk.Knowledge.Embedded;
using AgentHelpdesk.ModelServers;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Conversations;
using AgentHelpdesk.TeamsBot.Documents;
using AgentHelpdesk.TeamsBot.Keeping;
using AgentHelpdesk.TeamsBot.Links;
using AgentHelpdesk.TeamsBot.Pages;
using AgentHelpdesk.TeamsBot.Passages;
using AgentHelpdesk.TeamsBot.Security;
using AgentHelpdesk.TeamsBot.Settings;
using AgentHelpdesk.TeamsBot.Trying;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Console;

namespace AgentHelpdesk.TeamsBot.Starting;

/// <summary>Puts the rooms together: the one place of this host that names a store.</summary>
internal static class HelpdeskComposition
{
    /// <summary>What page and verbs share: settings, store, ingestion, answering.</summary>
    /// <exception cref="SettingsException">A setting can't be used.</exception>
    public static void AddHelpdesk(this IHostApplicationBuilder builder, string dataFolder)
    {
        // The console belongs to the sentences for people; what the framework has to say is a warning or stays unsaid. What stops a start is
        // said by this program in one sentence.
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // Standard output is the program's own (an address, an answer, JSON); the log goes to standard error.
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);

        var problems = new List<SettingProblem>();
        builder.AddSettings<WebOptions>(WebOptions.Section, problems);
        builder.AddSettings<LanguageOptions>(LanguageOptions.Section, problems);
        builder.AddSettings<AudienceOptions>(AudienceOptions.Section, problems);
        builder.AddSettings<KeepingOptions>(KeepingOptions.Section, problems);
        builder.AddSettings<BotOptions>(BotOptions.Section, problems);
        builder.AddSettings<AnsweringOptions>("Answering", problems);
        builder.AddSettings<ExtractiveWriterOptions>("Answering:Writer", problems);
        builder.AddSettings<ContactOptions>(ContactOptions.Section, problems);
        builder.AddSettings<ModelOptions>(ModelOptions.Section, problems);
        builder.AddSettings<ModelWriterOptions>("Model:Writing", problems);
        builder.AddSettings<ModelBudgetOptions>(ModelBudgetOptions.Section, problems);
        builder.AddSettings<AnswerCacheOptions>(AnswerCacheOptions.Section, problems);
        builder.AddSettings<EmbeddingOptions>(EmbeddingOptions.Section, problems);
        builder.AddSettings<UploadOptions>("Uploads", problems);
        builder.AddSettings<ReadingOptions>("Reading", problems);
        builder.AddSettings<SectioningOptions>("Sectioning", problems);
        builder.AddSettings<ChunkingOptions>("Chunking", problems);
        builder.AddSettings<IndexingOptions>("Indexing", problems);
        builder.AddSettings<InboxOptions>("Inbox", problems);
        builder.AddSettings<PrivacyOptions>(PrivacyOptions.Section, problems);
        builder.AddTimeZone(problems);
        if (builder.Configuration[PublicAddress.Setting] is { } publicUrl && PublicAddress.FaultOf(publicUrl) is { } fault)
            problems.Add(new SettingProblem.NoPublicAddress(PublicAddress.Setting, publicUrl, fault));
        problems.AddRange(PrivacySettingsCheck.Check(builder.Configuration));
        // What can be read is then compared with what stands beside it.
        if (problems.Count == 0)
        {
            problems.AddRange(BotSettingsCheck.Check(builder.Configuration.GetSection(BotOptions.Section).Get<BotOptions>() ?? new(), builder.Environment.IsProduction()));
            problems.AddRange(ModelSettingsCheck.Check(builder.Configuration));
        }

        if (problems.Count > 0)
            throw new SettingsException(problems);

        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddEmbeddedKnowledge(dataFolder);
        builder.Services.AddIngestion();
        builder.Services.AddInbox(dataFolder);
        builder.Services.AddModelServers(
            builder.Configuration.GetSection(ModelOptions.Section).Get<ModelOptions>() ?? new(),
            builder.Configuration.GetSection(EmbeddingOptions.Section).Get<EmbeddingOptions>() ?? new());
        builder.Services.AddAnswering();
        builder.Services.TryAddSingleton<Turn>();
        builder.Services.AddKeeping(dataFolder);
        builder.Services.TryAddSingleton<ConversationQueue>();
        builder.Services.TryAddSingleton<Conversation>();
        builder.Services.TryAddSingleton<Readiness>();
    }

    /// <summary>What only the page needs.</summary>
    public static void AddPages(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel((context, kestrel) =>
        {
            var web = context.Configuration.GetSection(WebOptions.Section).Get<WebOptions>() ?? new();
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = web.MaxRequestKilobytes * 1024L;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
            kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
            kestrel.Limits.MaxConcurrentConnections = 200;
        });
        builder.Services.TryAddSingleton<PageAssets>();
        builder.Services.TryAddSingleton<PageRenderer>();
        builder.Services.TryAddSingleton<PageSpeech>();
        builder.Services.TryAddSingleton<PageShells>();
        builder.Services.TryAddSingleton<Welcome>();
        builder.Services.TryAddSingleton<FoundFirst>();
        builder.Services.TryAddSingleton<ChatPages>();
        builder.Services.TryAddSingleton<ConversationPages>();
        builder.Services.TryAddSingleton<SuggestionPages>();
        builder.Services.TryAddSingleton<HandedIn>();
        builder.Services.TryAddSingleton<RevisionPdf>();
        builder.Services.TryAddSingleton<ReadableRevisions>();
        builder.Services.TryAddSingleton<SamePlace>();
        builder.Services.TryAddSingleton<OpenPassage>();
        builder.Services.TryAddSingleton<PassagePages>();
        builder.Services.AddDocuments();
        builder.Services.AddTrying();
        builder.Services.TryAddSingleton<RequestLimits>();
        builder.Services.AddHostedService<KeepingRounds>();
        builder.Services.TryAddSingleton<SampleProgress>();
        builder.Services.TryAddSingleton<SampleIngestion>();
    }

    // "Today" is one day for the whole installation, so its key stands apart from any stage.
    private static void AddTimeZone(this IHostApplicationBuilder builder, List<SettingProblem> problems)
    {
        foreach (var key in new[] { "Answering:TimeZone", "TimeZone" })
        {
            if (builder.Configuration[key] is not { Length: > 0 } zone)
                continue;
            if (TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
                builder.Services.Configure<AnsweringOptions>(options => options.TimeZone = zone);
            else
                problems.Add(new SettingProblem.NotAllowed(key, zone, "Europe/Paris, Indian/Reunion, America/Martinique…"));
        }
    }

    private static void AddSettings<T>(this IHostApplicationBuilder builder, string section, List<SettingProblem> problems) where T : class
    {
        problems.AddRange(SettingsCheck.Check(typeof(T), builder.Configuration.GetSection(section)));
        builder.Services.AddOptions<T>().Bind(builder.Configuration.GetSection(section));
    }
}
