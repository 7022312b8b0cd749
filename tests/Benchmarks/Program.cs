using AgentHelpdesk.Benchmarks.Ingestion;
using AgentHelpdesk.Benchmarks.Pages;
using AgentHelpdesk.Benchmarks.Search;
using AgentHelpdesk.Benchmarks.Teams;
using AgentHelpdesk.Benchmarks.Turns;
using AgentHelpdesk.TestKit;
using BenchmarkDotNet.Running;

// "search [CHUNKS] [--alone]", "stages FOLDER", "teams [TURNS] [--memory]", "turn [CHUNKS] [TURNS]" and "pages" (needs Chromium) print one quick table each; anything else is BenchmarkDotNet's ("--filter *", "--list flat").
if (args is ["search", ..])
{
    var chunks = args.Length > 1 ? Number(args[1]) : 100_000;
    await SearchTable.PrintAsync(chunks, withRivals: !args.Contains("--alone"));
    return 0;
}

if (args is ["stages", var corpus])
{
    await StageTable.PrintAsync(corpus);
    return 0;
}

if (args is ["teams", ..])
{
    var turns = args.Length > 1 ? Number(args[1]) : 5_000;
    await TeamsTable.PrintAsync(RepositoryRoot.Combine("tests", "Samples", "questions.jsonl"), turns, memoryOnly: args.Contains("--memory"));
    return 0;
}

if (args is ["turn", ..])
{
    var (chunks, turns) = (args.Length > 1 ? Number(args[1]) : 100_000, args.Length > 2 ? Number(args[2]) : 500);
    await TurnTable.PrintAsync(chunks, turns);
    return 0;
}

if (args is ["pages"])
{
    await PageTable.PrintAsync(RepositoryRoot.Combine("tests", "Samples", "questions.jsonl"));
    return 0;
}

BenchmarkSwitcher.FromAssembly(typeof(SearchTable).Assembly).Run(args);
return 0;

static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
