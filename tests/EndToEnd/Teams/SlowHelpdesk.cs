using AgentHelpdesk.Answering;
using AgentHelpdesk.Answering.Grounding;
using AgentHelpdesk.Answering.Retrieval;
using AgentHelpdesk.EndToEnd.Pages;
using AgentHelpdesk.TeamsBot.Settings;
using AgentHelpdesk.TestKit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace AgentHelpdesk.EndToEnd.Teams;

/// <summary>The real host over the samples, whose writer thinks until it is told that it may go on. (Several programs are at hand here: the type names the one.)</summary>
internal sealed class SlowHelpdesk : WebApplicationFactory<LanguageOptions>
{
    private readonly TempFolder _folder;
    private readonly SlowWriter _writer = new();

    private SlowHelpdesk(TempFolder folder)
    {
        _folder = folder;
        UseKestrel();
        StartServer();
    }

    public Uri Address => new($"http://127.0.0.1:{ClientOptions.BaseAddress.Port}");

    /// <summary>Lets the writer write: what waits, and all that comes.</summary>
    public void GoOn() => _writer.GoOn.TrySetResult();

    public static async Task<SlowHelpdesk> StartAsync(ReadSamples samples)
    {
        var folder = new TempFolder();
        await samples.CopyToAsync(folder);
        return new(folder);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("urls", "http://127.0.0.1:0");
        builder.UseSetting("Data:Folder", _folder.Path);
        builder.UseSetting("Bot:AllowAnonymous", "true");
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<ExtractiveWriter>();
            services.AddSingleton<IAnswerWriter>(provider =>
            {
                _writer.Inner = provider.GetRequiredService<ExtractiveWriter>();
                return _writer;
            });
        });
    }

    protected override void Dispose(bool disposing)
    {
        GoOn();
        base.Dispose(disposing);
        if (disposing)
            _folder.Dispose();
    }

    private sealed class SlowWriter : IAnswerWriter
    {
        public TaskCompletionSource GoOn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ExtractiveWriter? Inner { get; set; }

        public WriterKind Kind => WriterKind.Extractive;

        public async Task<AnswerDraft> WriteAsync(RetrievalOutcome retrieval, CancellationToken cancellationToken)
        {
            await GoOn.Task.WaitAsync(cancellationToken);
            return await (Inner ?? throw new InvalidOperationException("The writer behind the slow one is missing.")).WriteAsync(retrieval, cancellationToken);
        }
    }
}
