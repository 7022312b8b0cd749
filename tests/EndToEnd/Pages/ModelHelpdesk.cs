using AgentHelpdesk.Answering.Grounding;
using AgentHelpdesk.TeamsBot.Settings;
using AgentHelpdesk.TestKit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace AgentHelpdesk.EndToEnd.Pages;

/// <summary>The real host over the samples with a chat model at an address. (Several programs are at hand here: the type names the one.)</summary>
internal sealed class ModelHelpdesk : WebApplicationFactory<LanguageOptions>
{
    private readonly TempFolder _folder;
    private readonly string _endpoint;

    private ModelHelpdesk(TempFolder folder, string endpoint)
    {
        (_folder, _endpoint) = (folder, endpoint);
        UseKestrel();
        StartServer();
    }

    public Uri Address => new($"http://127.0.0.1:{ClientOptions.BaseAddress.Port}");

    public static async Task<ModelHelpdesk> StartAsync(ReadSamples samples, string endpoint)
    {
        var folder = new TempFolder();
        await samples.CopyToAsync(folder);
        return new(folder, endpoint);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("urls", "http://127.0.0.1:0");
        builder.UseSetting("Data:Folder", _folder.Path);
        builder.UseSetting("Bot:AllowAnonymous", "true");
        builder.UseSetting("Model:Kind", "openai");
        builder.UseSetting("Model:Endpoint", _endpoint);
        builder.UseSetting("Model:Name", "double");

        // The tests of a class ask the same question, each to see it written.
        builder.ConfigureTestServices(services => services.PostConfigure<AnswerCacheOptions>(options => options.Enabled = false));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            _folder.Dispose();
    }
}

/// <summary>Such a host, its model and a browser, for all tests of a class.</summary>
public sealed class WritingHelpdesk(ReadSamples samples) : IAsyncLifetime
{
    private GatedModel? _model;
    private ModelHelpdesk? _host;
    private Browser? _browser;

    internal GatedModel Model => _model ?? throw new InvalidOperationException(Browser.WhyAbsent);

    internal Browser Browser => _browser ?? throw new InvalidOperationException(Browser.WhyAbsent);

    public Uri Address => _host?.Address ?? throw new InvalidOperationException(Browser.WhyAbsent);

    public async ValueTask InitializeAsync()
    {
        if (!Browser.Exists)
            return;
        _model = await GatedModel.StartAsync();
        _host = await ModelHelpdesk.StartAsync(samples, _model.Endpoint);
        _browser = await Browser.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        if (_model is not null)
            await _model.DisposeAsync();
        if (_host is not null)
            await _host.DisposeAsync();
    }
}
