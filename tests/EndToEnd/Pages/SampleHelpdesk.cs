using AgentHelpdesk.EndToEnd.Hosts;
using AgentHelpdesk.TestKit;

namespace AgentHelpdesk.EndToEnd.Pages;

/// <summary>A started helpdesk over the samples and a browser, for all tests of a class. Nothing is started where there is no browser.</summary>
public sealed class SampleHelpdesk(ReadSamples samples) : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private HelpdeskProcess? _host;
    private Browser? _browser;
    private Uri? _address;

    internal Browser Browser => _browser ?? throw new InvalidOperationException(Browser.WhyAbsent);

    public Uri Address => _address ?? throw new InvalidOperationException(Browser.WhyAbsent);

    public async ValueTask InitializeAsync()
    {
        if (!Browser.Exists)
            return;
        await samples.CopyToAsync(_folder);
        _host = await HelpdeskProcess.WithSamplesAsync(_folder);
        _address = await _host.AddressAsync();
        _browser = await Browser.StartAsync();
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
