using System.Text;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.Knowledge.Index;
using AgentHelpdesk.TestKit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace AgentHelpdesk.TeamsBot.Tests;

/// <summary>The real host on a real port, over documents in memory; as published: no samples.</summary>
public sealed class RunningHost : WebApplicationFactory<Program>
{
    private readonly TempFolder _folder = new();

    private readonly (string Key, string Value)[] _settings;

    public RunningHost(params (string Key, string Value)[] settings)
    {
        _settings = settings;

        // Not UseKestrel(0): it changes the addresses of a server that the program may have started already.
        UseKestrel();
        StartServer();
        Client = CreateClient();
        Client.BaseAddress = new($"http://localhost:{ClientOptions.BaseAddress.Port}");
        Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
    }

    public HttpClient Client { get; }

    public InMemoryKnowledge Knowledge { get; } = new();

    public Task<HttpResponseMessage> AskAsync(string question, string date = "") =>
        Client.PostAsync("/ask", new FormUrlEncodedContent([new("question", question), new("date", date)]), TestContext.Current.CancellationToken);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("urls", "http://127.0.0.1:0");
        builder.UseSetting("Data:Folder", _folder.Path);
        foreach (var (key, value) in _settings)
            builder.UseSetting(key, value);
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<ICatalogueReader>(Knowledge);
            services.AddSingleton<IIndexReader>(Knowledge);
            services.AddSingleton<IContentStore>(new SamePdf());
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            _folder.Dispose();
    }

    /// <summary>Every revision's bytes are these.</summary>
    private sealed class SamePdf : IContentStore
    {
        public Task<ContentHash> PutAsync(Stream content, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Stream? OpenRead(ContentHash hash) => new MemoryStream(Encoding.ASCII.GetBytes("%PDF-1.7 0123456789"));

        public void Delete(ContentHash hash) => throw new NotSupportedException();
    }
}
