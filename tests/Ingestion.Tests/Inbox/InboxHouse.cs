using AgentHelpdesk.Ingestion.Inbox;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace AgentHelpdesk.Ingestion.Tests.Inbox;

/// <summary>A data folder with its inbox, and the loop that reads it, started and stopped like a host does.</summary>
internal sealed class InboxHouse(Action<IServiceCollection>? change = null, string? data = null) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly CancellationTokenSource _ending = new();
    private Task _reading = Task.CompletedTask;

    public IngestHouse House { get; } = new(change, data);

    public InboxShelf Shelf => House.Get<InboxShelf>();

    public string Folder => Path.Combine(House.Data, "inbox");

    public string[] Files => Directory.Exists(Folder) ? [.. Directory.EnumerateFiles(Folder).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)] : [];

    public static byte[] Sample(string name) => File.ReadAllBytes(RepositoryRoot.Combine("tests", "Samples", "pdf", name));

    public void StartReading() => _reading = House.Get<InboxReading>().RunAsync(_ending.Token);

    public Task<ReceiveOutcome> ReceiveAsync(string name, byte[] content, DocumentId? replaces = null) =>
        House.Get<ReceiveUpload>().ReceiveAsync(name, new MemoryStream(content), content.Length, replaces, CancellationToken.None);

    public async Task<InboxEntry> PutAsync(string sample, string? name = null, string suffix = "", DocumentId? replaces = null) =>
        (await ReceiveAsync(name ?? sample, [.. Sample(sample), .. System.Text.Encoding.UTF8.GetBytes(suffix)], replaces)).ShouldBeOfType<ReceiveOutcome.Received>().Entry;

    /// <summary>The upload once it is ready or settled.</summary>
    public async Task<InboxEntry> ReviewedAsync(UploadId id) => await WaitAsync(() => Shelf.Find(id).ShouldNotBeNull() is { Step: InboxStep.Ready or InboxStep.Settled } entry ? entry : null);

    public async Task<T> WaitAsync<T>(Func<T?> find, TimeSpan? patience = null, TimeSpan? pollsEvery = null)
        where T : class
    {
        using var limit = new CancellationTokenSource(patience ?? Patience);
        while (true)
        {
            var seen = Shelf.Changes;
            if (find() is { } found)
                return found;
            if (pollsEvery is { } pause)
                await Task.Delay(pause, limit.Token);
            else
                await Shelf.WaitForChangeAsync(seen, limit.Token);
        }
    }

    public async Task<List<(UploadId Id, IngestOutcome Outcome)>> PublishAsync(params PublishOrder[] orders)
    {
        var outcomes = new List<(UploadId, IngestOutcome)>();
        await foreach (var outcome in House.Get<PublishInbox>().PublishAsync(orders, CancellationToken.None))
            outcomes.Add(outcome);
        return outcomes;
    }

    public async Task StopAsync()
    {
        await _ending.CancelAsync();
        await _reading.WaitAsync(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _ending.Dispose();
        House.Dispose();
    }
}
