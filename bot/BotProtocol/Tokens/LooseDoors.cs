using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.BotProtocol.Tokens;

/// <summary>Says at the start, loudly, what lets in others than the channel: a switch of development that was forgotten must not stay unseen.</summary>
internal sealed class LooseDoors(IOptions<BotOptions> options, ILogger<LooseDoors> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.AllowAnonymous)
            Log.AnonymousLetIn(logger);
        if (options.Value.AllowEmulator)
            Log.EmulatorLetIn(logger);
        if (options.Value.ChannelMetadata.Length > 0 || options.Value.EntraAuthority.Length > 0)
            Log.IssuersStoodInFor(logger);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
