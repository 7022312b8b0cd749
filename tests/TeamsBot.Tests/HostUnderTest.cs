using AgentHelpdesk.TestKit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace AgentHelpdesk.TeamsBot.Tests;

/// <summary>The real host on a real port, with a data folder of its own; as published: no samples.</summary>
public abstract class HostUnderTest : WebApplicationFactory<Program>
{
    private readonly TempFolder _folder = new();

    private readonly (string Key, string Value)[] _settings;

    protected HostUnderTest(bool followsRedirects, (string Key, string Value)[] settings)
    {
        _settings = settings;

        // Not UseKestrel(0): it changes the addresses of a server that the program may have started already.
        UseKestrel();
        StartServer();
        Client = CreateClient(new() { AllowAutoRedirect = followsRedirects, BaseAddress = new($"http://localhost:{ClientOptions.BaseAddress.Port}") });
        Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
    }

    public HttpClient Client { get; }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("urls", "http://127.0.0.1:0");
        builder.UseSetting("Data:Folder", _folder.Path);
        foreach (var (key, value) in _settings)
            builder.UseSetting(key, value);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            _folder.Dispose();
    }
}
