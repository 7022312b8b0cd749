using System.Text;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.Knowledge.Index;
using AgentHelpdesk.TestKit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace AgentHelpdesk.TeamsBot.Tests;

/// <summary>The host over documents in memory.</summary>
public sealed class RunningHost(params (string Key, string Value)[] settings) : HostUnderTest(followsRedirects: true, settings)
{
    public InMemoryKnowledge Knowledge { get; } = new();

    public Task<HttpResponseMessage> AskAsync(string question, string date = "") =>
        Client.PostAsync("/ask", new FormUrlEncodedContent([new("question", question), new("date", date)]), TestContext.Current.CancellationToken);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<ICatalogueReader>(Knowledge);
            services.AddSingleton<IIndexReader>(Knowledge);
            services.AddSingleton<IContentStore>(new SamePdf());
        });
    }

    /// <summary>Every revision's bytes are these.</summary>
    private sealed class SamePdf : IContentStore
    {
        public Task<ContentHash> PutAsync(Stream content, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Stream? OpenRead(ContentHash hash) => new MemoryStream(Encoding.ASCII.GetBytes("%PDF-1.7 0123456789"));

        public void Delete(ContentHash hash) => throw new NotSupportedException();
    }
}
