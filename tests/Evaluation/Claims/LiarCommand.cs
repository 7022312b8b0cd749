using System.CommandLine;

namespace AgentHelpdesk.Evaluation.Claims;

internal static class LiarCommand
{
    public static Command Create()
    {
        var corpus = new Option<string?>("--corpus") { Description = "A corpus whose passages are lied about too, beside the samples." };
        var outFolder = new Option<string?>("--out") { Description = "The folder for results.jsonl and summary.json; default: nothing is written." };
        var command = new Command("liar", "Makes faithful and false claims from real passages and reports how many of each the check tells.") { corpus, outFolder };
        command.SetAction(async (parse, cancellationToken) =>
        {
            await LiarRun.RunAsync(parse.GetValue(corpus), parse.GetValue(outFolder), Console.Out, cancellationToken);
            return 0;
        });
        return command;
    }
}
