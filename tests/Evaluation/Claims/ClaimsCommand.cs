using System.CommandLine;

namespace AgentHelpdesk.Evaluation.Claims;

internal static class ClaimsCommand
{
    public static Command Create()
    {
        var file = new Option<string>("--file") { Description = "The claims, one JSON object a line: id, passages [{n, text}], claim {text, passage, quote}.", Required = true };
        var outFolder = new Option<string>("--out") { Description = "The folder for results.jsonl and summary.json; made when missing.", Required = true };
        var command = new Command("claims", "Judges claims by the check that answers of a model must stand: accepted, or rejected with the reason.") { file, outFolder };
        command.SetAction((parse, cancellationToken) =>
            ClaimsRun.RunAsync(parse.GetRequiredValue(file), parse.GetRequiredValue(outFolder), Console.Out, Console.Error, cancellationToken));
        return command;
    }
}
