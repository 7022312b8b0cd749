using System.CommandLine;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.Knowledge.Embedded;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Keeping;

namespace AgentHelpdesk.TeamsBot.Verbs;

/// <summary><c>questions</c>: what agents reported because no rule was found, newest first, for those who keep the documents.</summary>
internal static class QuestionsVerb
{
    public static Command Create(CommandLineWords words)
    {
        var since = new Option<string?>("--since") { Description = words.Messages.HelpSince, HelpName = "D" };
        var csv = new Option<bool>("--csv") { Description = words.Messages.HelpCsv };
        var command = new Command("questions", words.Messages.HelpQuestions) { since, words.Json, csv };
        command.Validators.Add(result =>
        {
            if (result.GetValue(words.Json) && result.GetValue(csv))
                result.AddError(words.Messages.JsonOrCsv);
        });
        command.SetAction((parse, cancellationToken) => VerbRun.WithRoomsAsync(parse, words, async (services, run) =>
        {
            var typed = parse.GetValue(since);
            AsOf? from = PeriodText.TryParse(typed ?? "", out var period) ? period : null;
            if (from is null && !string.IsNullOrWhiteSpace(typed))
            {
                await run.Error.WriteLineAsync(run.Messages.BadDate(Printable.Line(typed)));
                return ExitCode.Usage;
            }

            try
            {
                // A list of what was never written does not need a file.
                var reports = File.Exists(services.GetRequiredService<LocalDatabase>().FilePath)
                    ? services.GetRequiredService<ReportedQuestions>().Read(from?.First) : [];
                await run.Output.WriteAsync(parse.GetValue(words.Json) ? ReportText.Json(reports)
                    : parse.GetValue(csv) ? ReportText.Csv(reports) : ReportText.Table(reports, from?.First, run.Messages.Language));
                return reports.IsEmpty ? ExitCode.Abstained : ExitCode.Done;
            }
            catch (DataFolderException damaged) when (damaged.Fault == DataFolderFault.Damaged)
            {
                // The remedy for documents, a backup, is none for this file.
                await run.Error.WriteLineAsync(run.Messages.KeptFileDamaged(damaged.Path));
                return ExitCode.Failed;
            }
        }));
        return command;
    }
}
