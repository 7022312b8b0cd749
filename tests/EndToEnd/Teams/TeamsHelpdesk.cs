using AgentHelpdesk.EndToEnd.Hosts;
using AgentHelpdesk.EndToEnd.Pages;
using AgentHelpdesk.TestKit;

namespace AgentHelpdesk.EndToEnd.Teams;

/// <summary>A started helpdesk over the samples that lets in whoever comes from this machine, and a browser. Nothing is started where the client is absent.</summary>
public sealed class TeamsHelpdesk(ReadSamples samples) : IAsyncLifetime
{
    /// <summary>Where citations lead; nobody answers there but the test.</summary>
    public const string PublicUrl = "https://helpdesk.example.test";

    private readonly TempFolder _folder = new();
    private HelpdeskProcess? _host;
    private Browser? _browser;

    public string Folder => _folder.Path;

    internal HelpdeskProcess Host => _host ?? throw new InvalidOperationException(Playground.WhyAbsent);

    internal Browser Browser => _browser ?? throw new InvalidOperationException(Browser.WhyAbsent);

    public async ValueTask InitializeAsync()
    {
        if (!Browser.Exists || !Playground.MayRun)
            return;
        await samples.CopyToAsync(_folder);
        _host = await HelpdeskProcess.WithSamplesAsync(_folder, "--Bot:AllowAnonymous=true", $"--Bot:PublicUrl={PublicUrl}");
        _browser = await Browser.StartAsync();
    }

    /// <summary>A person comes to the bot for the first time, in a client of their own.</summary>
    internal async Task<TeamsWindow> OpenAsync(int width = 1280, int height = 900, params string[] more)
    {
        SkipIfAbsent();
        return await TeamsWindow.OpenAsync(Browser, await Host.AddressAsync(), width, height, more);
    }

    internal static void SkipIfAbsent()
    {
        Assert.SkipUnless(Browser.Exists, Browser.WhyAbsent);
        Assert.SkipUnless(Playground.MayRun, Playground.WhyAbsent);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        if (_host is not null)
            await _host.DisposeAsync();
        _folder.Dispose();
    }
}
