using System.CommandLine;
using AgentHelpdesk.Evaluation.Corpus;
using AgentHelpdesk.Evaluation.Reading;
using AgentHelpdesk.Ingestion.Reading;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.Evaluation;

/// <summary>The verbs. Exit code 0 says that a run reached its end, whatever it found.</summary>
internal static class Commands
{
    public static Command Reading()
    {
        var corpus = CorpusOption();
        var outFolder = OutOption();
        var command = new Command("reading", "Reads every PDF of a corpus; compares with truth/ where there is one.") { corpus, outFolder };
        command.SetAction(async (parse, cancellationToken) =>
        {
            var reader = new DocumentReader(new PdfReader(Options.Create(new ReadingOptions())));
            await new ReadingRun(reader, Console.Out).RunAsync(EvaluationCorpus.Open(parse.GetRequiredValue(corpus)), parse.GetRequiredValue(outFolder), cancellationToken);
            return 0;
        });
        return command;
    }

    private static Option<string> CorpusOption() => new("--corpus")
    {
        Description = "A folder of PDFs, or one that holds them in pdf/ (and perhaps truth/ beside it).",
        Required = true,
    };

    private static Option<string> OutOption() => new("--out")
    {
        Description = "The folder for results.jsonl and summary.json; made when missing.",
        Required = true,
    };
}
