using AgentHelpdesk.Ingestion.Inbox;
using AgentHelpdesk.Ingestion.Uploads;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Embedded;
using AgentHelpdesk.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace AgentHelpdesk.Ingestion.Tests;

/// <summary>The whole path on the embedded store: a data folder, a folder to hand in from, and the sample PDFs to put there.</summary>
internal sealed class IngestHouse : IDisposable
{
    private readonly TempFolder _temp = new();
    private readonly TempFolder _inbox = new();
    private readonly ServiceProvider _services;

    /// <param name="change">Registers what shall stand for the product's own.</param>
    /// <param name="data">Another house's data folder, as another process would open it; null: one of its own.</param>
    public IngestHouse(Action<IServiceCollection>? change = null, string? data = null)
    {
        Data = data ?? _temp.Path;
        var services = new ServiceCollection();
        change?.Invoke(services);
        _services = services.AddSingleton<TimeProvider>(Time).AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddEmbeddedKnowledge(Data).AddIngestion().AddInbox(Data).BuildServiceProvider();
    }

    public FakeTimeProvider Time { get; } = new(new(2026, 11, 24, 8, 0, 0, TimeSpan.Zero));

    public string Data { get; }

    public string Inbox => _inbox.Path;

    public ICatalogueReader Reader => Get<ICatalogueReader>();

    public CorpusKeeper Keeper => Get<CorpusKeeper>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Puts a sample PDF into the inbox, under another name if wanted; with a suffix, as other bytes of the same text.</summary>
    public string Put(string sample, string? name = null, string suffix = "")
    {
        var path = Path.Combine(Inbox, name ?? sample);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Copy(RepositoryRoot.Combine("tests", "Samples", "pdf", sample), path, overwrite: true);
        File.AppendAllText(path, suffix);
        return path;
    }

    public void PutMetadata(params string[] rows) =>
        File.WriteAllText(Path.Combine(Inbox, "metadata.csv"), string.Join('\n', rows.Prepend("file;document;title;kind;valid_from;valid_to;audience;url")));

    public Task<List<IngestOutcome>> IngestAsync(params string[] paths) => IngestAsync(new IngestSettings(), paths);

    public async Task<List<IngestOutcome>> IngestAsync(IngestSettings settings, params string[] paths)
    {
        var outcomes = new List<IngestOutcome>();
        await foreach (var outcome in Get<IngestFiles>().RunAsync(paths.Length == 0 ? [Inbox] : paths, settings, null, CancellationToken.None))
            outcomes.Add(outcome);
        return outcomes;
    }

    public async Task<long> PublicationAsync() => (await Reader.ReadStateAsync(CancellationToken.None)).Publication;

    public void Dispose()
    {
        _services.Dispose();
        _temp.Dispose();
        _inbox.Dispose();
    }
}
