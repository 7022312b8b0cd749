using AgentHelpdesk.Benchmarks.Search;
using BenchmarkDotNet.Running;

// "search [CHUNKS]" prints one quick table; anything else is BenchmarkDotNet's ("--filter *", "--list flat").
if (args is ["search", ..])
{
    var chunks = args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 100_000;
    await SearchTable.PrintAsync(chunks, withRivals: !args.Contains("--alone"));
    return 0;
}

BenchmarkSwitcher.FromAssembly(typeof(SearchTable).Assembly).Run(args);
return 0;
