using System.Collections.Immutable;
using AgentHelpdesk.Ingestion.Inbox;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Documents;
using Microsoft.Extensions.DependencyInjection;

namespace AgentHelpdesk.Ingestion.Tests.Crash;

/// <summary>A host's inbox in a process of its own: reads what waits and, if told so, publishes all of it.</summary>
public sealed class InboxChild
{
    [Fact(Explicit = true)]
    public async Task Works_on_an_inbox_in_a_process_of_its_own()
    {
        Assert.SkipUnless(ChildRun.Variable("DATA").Length > 0, "Only started by another test.");
        var death = new SuddenDeath(int.Parse(ChildRun.Variable("DIES"), System.Globalization.CultureInfo.InvariantCulture));
        await using var store = ChildRun.Services(new ServiceCollection(), ChildRun.Variable("DATA")).BuildServiceProvider();
        await using var services = ChildRun.Services(ChildRun.Dying(store, death), ChildRun.Variable("DATA"))
            .AddIngestion().AddInbox(ChildRun.Variable("DATA")).BuildServiceProvider();
        var shelf = services.GetRequiredService<InboxShelf>();
        using var ending = new CancellationTokenSource();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var reading = services.GetRequiredService<InboxReading>().RunAsync(ending.Token);
        while (shelf.Changes is var seen && shelf.List().Any(entry => entry.Step is not (InboxStep.Ready or InboxStep.Settled)))
            await shelf.WaitForChangeAsync(seen, patience.Token);

        PublishOrder[] orders = ChildRun.Variable("PUBLISHES").Length == 0
            ? []
            : [.. shelf.List().Where(entry => entry.Step == InboxStep.Ready).Select(entry => new PublishOrder { Id = entry.Id, Title = entry.FileName })];
        await foreach (var (_, outcome) in services.GetRequiredService<PublishInbox>().PublishAsync(orders, TestContext.Current.CancellationToken))
            outcome.ShouldBeAssignableTo<IngestOutcome>();
        await ending.CancelAsync();
        await reading.WaitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Kills its process when it is asked for certain bytes: what a PDF does that makes a library's native code or the memory fail.</summary>
    internal sealed class DeadlyBytes(IRevisionFinder inner, string hash) : IRevisionFinder
    {
        public async ValueTask<ImmutableArray<CatalogueRevision>> FindByContentAsync(ContentHash content, CancellationToken cancellationToken)
        {
            if (content.Value == hash)
            {
                // Time enough for the reader beside it to begin with a file that is not to blame.
                await Task.Delay(300, cancellationToken);
                System.Diagnostics.Process.GetCurrentProcess().Kill();
            }

            return await inner.FindByContentAsync(content, cancellationToken);
        }

        public ValueTask<ImmutableArray<CatalogueRevision>> FindByFileNameAsync(string fileName, CancellationToken cancellationToken) => inner.FindByFileNameAsync(fileName, cancellationToken);

        public ValueTask<ImmutableArray<RevisionLikeness>> ReadLikenessAsync(CancellationToken cancellationToken) => inner.ReadLikenessAsync(cancellationToken);
    }
}
