using System.Diagnostics;
using System.Globalization;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.Knowledge.Embedded;
using AgentHelpdesk.Knowledge.Index;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace AgentHelpdesk.Ingestion.Tests.Crash;

/// <summary>A run in a process of its own, which may be killed: this test program started again for its one explicit test.</summary>
public sealed class ChildRun
{
    private const string Prefix = "AGENTHELPDESK_CHILD_";

    /// <summary>Ingests, then retires, restores and purges what it is told to.</summary>
    [Fact(Explicit = true)]
    public async Task Ingests_in_a_process_of_its_own()
    {
        Assert.SkipUnless(Variable("DATA").Length > 0, "Only started by another test.");
        var death = new SuddenDeath(int.Parse(Variable("DIES"), CultureInfo.InvariantCulture));
        // The store's own ports, wrapped: the container of the store is asked for them, the container of the run gets the wrapped ones.
        await using var store = Services(new ServiceCollection(), Variable("DATA")).BuildServiceProvider();
        await using var services = Services(
            new ServiceCollection()
                .AddSingleton<IIndexWriter>(new DyingIndexWriter(store.GetRequiredService<IIndexWriter>(), death))
                .AddSingleton<IContentStore>(new DyingContentStore(store.GetRequiredService<IContentStore>(), death))
                .AddSingleton<IWriterLock>(new DyingWriterLock(store.GetRequiredService<IWriterLock>(), death)),
            Variable("DATA")).AddIngestion().BuildServiceProvider();

        await foreach (var outcome in services.GetRequiredService<IngestFiles>().RunAsync([Variable("INBOX")], new(), null, CancellationToken.None))
            outcome.ShouldNotBeOfType<IngestOutcome.Busy>();
        if (Variable("PURGES").Length > 0)
            await services.GetRequiredService<CorpusKeeper>().PurgeAsync(DocumentId.Parse(Variable("PURGES")), "", CancellationToken.None);
    }

    /// <param name="dies">The port call after which it kills itself; 0: it lives.</param>
    internal static Process Start(string data, string inbox, int dies, string purges = "")
    {
        var start = new ProcessStartInfo(Path.ChangeExtension(typeof(ChildRun).Assembly.Location, OperatingSystem.IsWindows() ? ".exe" : null))
        {
            ArgumentList = { "-explicit", "only", "-class", typeof(ChildRun).FullName ?? "", "-noLogo", "-noColor" },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("TESTINGPLATFORM", StringComparison.Ordinal) || name.StartsWith("XUNIT", StringComparison.Ordinal)).ToArray())
            start.Environment.Remove(name);
        start.Environment[Prefix + "DATA"] = data;
        start.Environment[Prefix + "INBOX"] = inbox;
        start.Environment[Prefix + "DIES"] = dies.ToString(CultureInfo.InvariantCulture);
        start.Environment[Prefix + "PURGES"] = purges;
        return Process.Start(start) ?? throw new InvalidOperationException("The child did not start.");
    }

    private static string Variable(string name) => Environment.GetEnvironmentVariable(Prefix + name) ?? "";

    private static IServiceCollection Services(IServiceCollection services, string data) =>
        services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>)).AddEmbeddedKnowledge(data);
}
