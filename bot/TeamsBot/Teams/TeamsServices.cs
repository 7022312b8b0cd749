using AgentHelpdesk.BotProtocol;
using AgentHelpdesk.BotProtocol.Receiving;
using AgentHelpdesk.BotProtocol.Turns;
using AgentHelpdesk.TeamsBot.Keeping;
using AgentHelpdesk.TeamsBot.Links;
using AgentHelpdesk.TeamsBot.Security;
using AgentHelpdesk.TeamsBot.Teams.Feedback;
using AgentHelpdesk.TeamsBot.Teams.Searching;
using AgentHelpdesk.TeamsBot.Teams.Speaking;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AgentHelpdesk.TeamsBot.Teams;

internal static class TeamsServices
{
    /// <summary>Whether the bot is in a channel at all: a fresh machine's is not.</summary>
    public static bool IsInChannel(IConfiguration configuration)
    {
        var options = configuration.GetSection(BotOptions.Section).Get<BotOptions>() ?? new();
        return options.AppId.Length > 0 || options.AllowAnonymous;
    }

    public static void AddTeams(this WebApplicationBuilder builder, string dataFolder)
    {
        if (!IsInChannel(builder.Configuration))
            return;
        builder.Services.AddBotProtocol();
        builder.Services.TryAddSingleton<IBot, HelpdeskBot>();
        builder.Services.TryAddSingleton<AskedQuestions>();
        builder.Services.TryAddSingleton<BotCommands>();
        builder.Services.TryAddSingleton<Arrivals>();
        builder.Services.TryAddSingleton<AgentLanguage>();
        builder.Services.TryAddSingleton<AnswerMessage>();
        builder.Services.TryAddSingleton<AbstentionMessage>();
        builder.Services.TryAddSingleton<ITurnJournal>(provider => provider.GetRequiredService<TurnJournal>());
        builder.Services.AddPublicLinks(dataFolder);
        builder.Services.TryAddSingleton<RatedPlaces>();
        builder.Services.TryAddSingleton<Erasing>();
        builder.Services.TryAddSingleton<SentAnswers>();
        builder.Services.TryAddSingleton<FeedbackInvoke>();
        builder.Services.TryAddSingleton<RuleSearch>();
        builder.Services.TryAddSingleton<RuleCard>();
        builder.Services.TryAddSingleton<ChosenPassage>();
        builder.Services.TryAddSingleton<SearchInvoke>();
    }

    /// <summary>What the channel reaches.</summary>
    public static void MapTeams(this WebApplication app)
    {
        if (!IsInChannel(app.Configuration))
            return;
        app.MapGroup("").AddEndpointFilter<ChannelDoor>().MapBotMessages().WithMetadata(new ProvesItsSender());
        app.MapPublicLinks();
    }
}
