using System.CommandLine;
using AgentHelpdesk.Answering;
using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.Knowledge.Embedded;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Keeping.Records;

namespace AgentHelpdesk.TeamsBot.Verbs;

/// <summary><c>replay ID</c>: asks a recorded question again, as on its day and with its rights, on what is published now, and says what came out otherwise.</summary>
internal static class ReplayVerb
{
    public static Command Create(CommandLineWords words)
    {
        var id = new Argument<string>("id") { Description = words.Messages.HelpReplayId, HelpName = "ID" };
        var noModel = new Option<bool>("--no-model") { Description = words.Messages.HelpNoModel };
        var command = new Command("replay", words.Messages.HelpReplay) { id, noModel, words.Json };
        command.SetAction((parse, cancellationToken) => VerbRun.WithHelpdeskAsync(parse, words, async (services, run) =>
        {
            var typed = (parse.GetValue(id) ?? "").Trim();
            if (!IsId(typed))
            {
                await run.Error.WriteLineAsync(run.Messages.RecordIdUnreadable(Printable.Line(typed), TurnRecordList.FewestDigits));
                return ExitCode.Usage;
            }

            var found = File.Exists(services.GetRequiredService<LocalDatabase>().FilePath) ? services.GetRequiredService<TurnRecordList>().Find(typed) : [];
            switch (found)
            {
                case []:
                    await run.Error.WriteLineAsync(run.Messages.RecordUnknown(typed));
                    return ExitCode.Abstained;
                case [var document]:
                    return await ReplayAsync(services, run, document, (AllowsModel: !parse.GetValue(noModel), AsJson: parse.GetValue(words.Json)), cancellationToken);
                default:
                    await run.Error.WriteLineAsync(run.Messages.RecordAmbiguous(typed));
                    return ExitCode.Usage;
            }
        }, cancellationToken));
        return command;
    }

    private static async Task<int> ReplayAsync(
        IServiceProvider services, VerbRun run, string document, (bool AllowsModel, bool AsJson) how, CancellationToken cancellationToken)
    {
        if (TurnRecordJson.Read(document) is not { } before)
        {
            await run.Error.WriteLineAsync(run.Messages.RecordUnreadable);
            return ExitCode.Failed;
        }

        var answer = await services.GetRequiredService<AnswerQuestion>().AskAsync(QuestionOf(before) with { AllowsModel = how.AllowsModel }, cancellationToken);
        var now = TurnRecordBuilder.Build(answer, TurnId.New(), before.Language);
        var differences = ReplayDifferences.Between(before, now);
        await run.Output.WriteAsync(how.AsJson ? ReplayText.Json(before, now, differences) : ReplayText.Of(before, now, differences, run.Messages.Language));
        return differences.IsNone ? ExitCode.Done : ExitCode.Different;
    }

    private static Question QuestionOf(TurnRecord record) => new()
    {
        Text = record.UnderstoodAs ?? record.Question,
        AsOf = record.NamesDate ? new AsOf(record.AsOf[0], record.AsOf[1]) : null,
        Today = record.Day,
        Audiences = [.. record.Audiences.Where(audience => audience != Audience.Everyone)],
        Kinds = record.Kinds,
        Language = record.Language,
    };

    private static bool IsId(string typed) => typed.Length is >= TurnRecordList.FewestDigits and <= 32 && typed.All(char.IsAsciiHexDigitLower);
}
