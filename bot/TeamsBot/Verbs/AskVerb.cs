using System.CommandLine;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Keeping.Records;

namespace AgentHelpdesk.TeamsBot.Verbs;

/// <summary><c>ask "question"</c>: the answer as the chat gives it, in the console.</summary>
internal static class AskVerb
{
    public static Command Create(CommandLineWords words)
    {
        var command = new Command("ask", words.Messages.HelpAsk) { words.Question, words.Date, words.Json };
        command.SetAction((parse, cancellationToken) => VerbRun.WithHelpdeskAsync(parse, words, async (services, run) =>
        {
            var request = new TurnRequest(parse.GetValue(words.Question) ?? "", parse.GetValue(words.Date) ?? "", Language.Find(parse.GetValue(words.Language)));
            switch (await services.GetRequiredService<Turn>().AskAsync(request, cancellationToken))
            {
                case TurnOutcome.Answered answered:
                    await run.Output.WriteAsync(parse.GetValue(words.Json) ? AnswerJson.Of(answered.Answer, answered.Turn) + "\n" : AnswerText.Of(answered.View));
                    await services.GetRequiredService<TurnRecords>().KeepAsync(answered);
                    return answered.View is AnswerView.Grounded ? ExitCode.Done : ExitCode.Abstained;
                case TurnOutcome.Unclear unclear:
                    await run.Error.WriteLineAsync(unclear.Sentence);
                    return ExitCode.Usage;
                case TurnOutcome.Failed failed:
                    await run.Error.WriteLineAsync(failed.Sentence);
                    return ExitCode.Failed;
                default:
                    throw new InvalidOperationException("A turn came to an outcome that no case names.");
            }
        }, cancellationToken));
        return command;
    }
}
