using System.CommandLine;
using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.Knowledge.Embedded;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Keeping.ModelUse;

namespace AgentHelpdesk.TeamsBot.Verbs;

/// <summary><c>model off</c>, <c>on</c>, <c>status</c>: whether the model may write, also of a host that runs, and what it was used for today.</summary>
internal static class ModelVerb
{
    private const int LongestReason = 300;

    public static Command Create(CommandLineWords words) => new("model", words.Messages.HelpModel) { Off(words), On(words), Status(words) };

    private static Command Off(CommandLineWords words)
    {
        var reason = new Option<string?>("--reason") { Description = words.Messages.HelpModelReason, HelpName = "TEXT" };
        var command = new Command("off", words.Messages.HelpModelOff) { reason };
        command.SetAction((parse, cancellationToken) => TurnAsync(parse, words, isOff: true, parse.GetValue(reason) ?? ""));
        return command;
    }

    private static Command On(CommandLineWords words)
    {
        var command = new Command("on", words.Messages.HelpModelOn);
        command.SetAction((parse, cancellationToken) => TurnAsync(parse, words, isOff: false, ""));
        return command;
    }

    private static Command Status(CommandLineWords words)
    {
        var command = new Command("status", words.Messages.HelpModelStatus) { words.Json };
        command.SetAction((parse, cancellationToken) => VerbRun.WithKeptFileAsync(parse, words, async (services, run) =>
        {
            var state = ModelState.Read(services);
            await run.Output.WriteAsync(parse.GetValue(words.Json) ? ModelStateText.Json(state) : ModelStateText.Of(state, run.Messages.Language));
            return ExitCode.Done;
        }));
        return command;
    }

    private static Task<int> TurnAsync(ParseResult parse, CommandLineWords words, bool isOff, string reason) => VerbRun.WithKeptFileAsync(parse, words, async (services, run) =>
    {
        // The mask of questions: a reason may name whoever complained.
        var masked = services.GetRequiredService<QuestionReader>().Read(new() { Text = Printable.Shorten(Printable.Line(reason), LongestReason) }).AskedText;
        var turned = new ModelSwitch(isOff, masked, services.GetRequiredService<QuestionReader>().Today);
        services.GetRequiredService<LocalDatabase>().Write(statements => turned.Write(statements));
        await run.Output.WriteLineAsync(isOff ? run.Messages.ModelTurnedOff : run.Messages.ModelTurnedOn);
        return ExitCode.Done;
    });
}
