using AgentHelpdesk.BotProtocol.Receiving;
using AgentHelpdesk.BotProtocol.Sending;
using AgentHelpdesk.BotProtocol.Tokens;
using AgentHelpdesk.BotProtocol.Turns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.BotProtocol;

public static class BotProtocolServices
{
    /// <summary>The protocol around an <see cref="IBot"/> and an <see cref="ITurnJournal"/>, which the host adds; options are the host's too.</summary>
    public static IServiceCollection AddBotProtocol(this IServiceCollection services)
    {
        services.AddSending();
        services.AddHttpClient(KeyDocument.ClientName, client =>
        {
            client.Timeout = TimeSpan.FromSeconds(5);
            client.MaxResponseContentBufferSize = 1024 * 1024;
        }).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        services.AddHostedService<LooseDoors>();
        services.TryAddSingleton<AllowedTenants>();
        services.TryAddSingleton<SenderCheck>();
        services.TryAddSingleton<MemberCheck>();
        services.TryAddSingleton<AwaitedTurns>();
        services.TryAddSingleton<MessagesEndpoint>();
        services.TryAddSingleton<TurnRunner>();
        services.TryAddSingleton<TurnQueue>();
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<TurnQueue>());
        // What was begun when the host is told to stop is finished.
        services.AddOptions<HostOptions>().Configure<IOptions<BotOptions>>((host, bot) => host.ShutdownTimeout = TimeSpan.FromSeconds(bot.Value.TurnSeconds + 15));
        return services;
    }
}
