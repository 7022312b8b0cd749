using System.Text.Json;
using AgentHelpdesk.Ingestion;
using AgentHelpdesk.Ingestion.Inbox;
using AgentHelpdesk.Ingestion.Uploads;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Starting;
using AgentHelpdesk.TeamsBot.Trying;
using AgentHelpdesk.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace AgentHelpdesk.TeamsBot.Tests.Trying;

/// <summary>The helpdesk over the embedded store, with some samples published and others waiting in the inbox.</summary>
internal sealed class TrialHouse : IAsyncDisposable
{
    private static readonly string Samples = RepositoryRoot.Combine("tests", "Samples");
    private readonly TempFolder _data = new();
    private readonly TempFolder _files = new();
    private readonly IHost _host;
    private readonly CancellationTokenSource _ending = new();
    private readonly Task _reading;

    public TrialHouse()
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddSingleton<TimeProvider>(new FakeTimeProvider(new(2026, 11, 24, 8, 0, 0, TimeSpan.Zero)));
        builder.AddHelpdesk(_data.Path);
        builder.Services.AddTrying();
        _host = builder.Build();
        _reading = Get<InboxReading>().RunAsync(_ending.Token);
    }

    /// <summary>The forty questions about the samples, with the date that each is asked for.</summary>
    public static IEnumerable<(string Text, string Date)> Questions() => File.ReadLines(Path.Combine(Samples, "questions.jsonl"))
        .Select(line => JsonDocument.Parse(line).RootElement)
        .Select(line => (line.GetProperty("question").GetString()!, line.TryGetProperty("as_of", out var date) ? date.GetString() ?? "" : ""));

    public string Folder => _data.Path;

    public T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    public async Task<long> PublicationAsync() => (await Get<ICatalogueReader>().ReadStateAsync(TestContext.Current.CancellationToken)).Publication;

    /// <summary>Publishes sample files with these rows of metadata (all but the file's name: document;title;kind;valid_from;valid_to).</summary>
    public async Task PublishAsync(bool asSamples, params (string File, string Row)[] files)
    {
        foreach (var earlier in Directory.GetFiles(_files.Path))
            File.Delete(earlier);
        foreach (var (file, _) in files)
            File.Copy(Path.Combine(Samples, "pdf", file), Path.Combine(_files.Path, file));
        await File.WriteAllLinesAsync(
            Path.Combine(_files.Path, MetadataFile.FileName), files.Select(file => $"{file.File};{file.Row}").Prepend("file;document;title;kind;valid_from;valid_to"));
        await foreach (var outcome in Get<IngestFiles>().RunAsync([_files.Path], new() { Samples = asSamples }, null, TestContext.Current.CancellationToken))
            outcome.ShouldBeOfType<IngestOutcome.Published>();
    }

    /// <summary>Publishes every sample but these, as their own metadata describes them.</summary>
    public async Task PublishAllButAsync(params string[] left)
    {
        var csv = await File.ReadAllLinesAsync(Path.Combine(Samples, "pdf", MetadataFile.FileName), TestContext.Current.CancellationToken);
        var rows = csv.Skip(1).Select(row => row.Split(';'))
            .Where(cells => !left.Contains(cells[0]) && !cells[0].StartsWith("document-endommage", StringComparison.Ordinal) && cells[1] != "montant-supplement-enfant");
        await PublishAsync(asSamples: false, [.. rows.Select(cells => (cells[0], string.Join(';', cells[1..6])))]);
    }

    /// <summary>Hands a sample in and waits until it was read.</summary>
    public async Task<UploadId> HandInAsync(string sample)
    {
        await using var body = File.OpenRead(Path.Combine(Samples, "pdf", sample));
        var received = await Get<ReceiveUpload>().ReceiveAsync(sample, body, body.Length, null, TestContext.Current.CancellationToken);
        var id = received.ShouldBeOfType<ReceiveOutcome.Received>().Entry.Id;
        var shelf = Get<InboxShelf>();
        while (true)
        {
            var seen = shelf.Changes;
            if (shelf.Find(id) is { Step: InboxStep.Ready })
                return id;
            await shelf.WaitForChangeAsync(seen, TestContext.Current.CancellationToken);
        }
    }

    public async Task<InboxDraft> DraftAsync(PublishOrder order) =>
        (await Get<InboxDrafts>().ReadAsync(order.Id, order, TestContext.Current.CancellationToken)).ShouldNotBeNull();

    public Task<TurnOutcome> TryAsync(InboxDraft draft, string question, string date) =>
        Get<TryQuestion>().AskAsync(draft, question, date, Language.French, TestContext.Current.CancellationToken);

    public Task<TurnOutcome> AskAsync(string question, string date) => Get<Turn>().AskAsync(new(question, date, Language.French), TestContext.Current.CancellationToken);

    public async Task<IngestOutcome> PublishAsync(PublishOrder order)
    {
        await foreach (var (_, outcome) in Get<PublishInbox>().PublishAsync([order], TestContext.Current.CancellationToken))
            return outcome;
        throw new InvalidOperationException("An order has an outcome.");
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _reading.WaitAsync(TimeSpan.FromSeconds(60));
        _host.Dispose();
        _ending.Dispose();
        _data.Dispose();
        _files.Dispose();
    }
}
