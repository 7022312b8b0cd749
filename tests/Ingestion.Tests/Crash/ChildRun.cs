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
        await using var services = Services(Dying(store, death), Variable("DATA")).AddIngestion().BuildServiceProvider();

        await foreach (var outcome in services.GetRequiredService<IngestFiles>().RunAsync([Variable("INBOX")], new(), null, CancellationToken.None))
            outcome.ShouldNotBeOfType<IngestOutcome.Busy>();
        if (Variable("PURGES").Length > 0)
            await services.GetRequiredService<CorpusKeeper>().PurgeAsync(DocumentId.Parse(Variable("PURGES")), "", CancellationToken.None);
    }

    /// <param name="dies">The port call after which it kills itself; 0: it lives.</param>
    internal static Process Start(string data, string inbox, int dies, string purges = "") => Start<ChildRun>(new()
    {
        ["DATA"] = data,
        ["INBOX"] = inbox,
        ["DIES"] = dies.ToString(CultureInfo.InvariantCulture),
        ["PURGES"] = purges,
    });

    /// <typeparam name="TChild">The class whose explicit test is run.</typeparam>
    /// <param name="variables">What it is told.</param>
    /// <param name="through">A program and its arguments that start it; none: it is started itself.</param>
    internal static Process Start<TChild>(Dictionary<string, string> variables, params string[] through)
    {
        var program = Path.ChangeExtension(typeof(ChildRun).Assembly.Location, OperatingSystem.IsWindows() ? ".exe" : null);
        string[] command = [.. through, program, "-explicit", "only", "-class", typeof(TChild).FullName ?? "", "-noLogo", "-noColor"];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("TESTINGPLATFORM", StringComparison.Ordinal) || name.StartsWith("XUNIT", StringComparison.Ordinal)).ToArray())
            start.Environment.Remove(name);
        foreach (var (name, value) in variables)
            start.Environment[Prefix + name] = value;
        return Process.Start(start) ?? throw new InvalidOperationException("The child did not start.");
    }

    internal static string Variable(string name) => Environment.GetEnvironmentVariable(Prefix + name) ?? "";

    internal static ServiceCollection Dying(ServiceProvider store, SuddenDeath death)
    {
        var services = new ServiceCollection();
        services
            .AddSingleton<IIndexWriter>(new DyingIndexWriter(store.GetRequiredService<IIndexWriter>(), death))
            .AddSingleton<IContentStore>(new DyingContentStore(store.GetRequiredService<IContentStore>(), death))
            .AddSingleton<IWriterLock>(new DyingWriterLock(store.GetRequiredService<IWriterLock>(), death))
            .AddSingleton<IRevisionFinder>(new InboxChild.DeadlyBytes(store.GetRequiredService<IRevisionFinder>(), Variable("DEADLY")));
        return services;
    }

    internal static IServiceCollection Services(IServiceCollection services, string data) =>
        services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>)).AddEmbeddedKnowledge(data);
}
