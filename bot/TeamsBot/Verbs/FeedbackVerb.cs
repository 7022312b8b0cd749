using System.CommandLine;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.Knowledge.Embedded;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Keeping;

namespace AgentHelpdesk.TeamsBot.Verbs;

/// <summary><c>feedback</c>: what agents said of answers with the thumbs below them, newest first, for those who keep the documents.</summary>
internal static class FeedbackVerb
{
    public static Command Create(CommandLineWords words)
    {
        var since = new Option<string?>("--since") { Description = words.Messages.HelpRatingsSince, HelpName = "D" };
        var dislikes = new Option<bool>("--dislikes") { Description = words.Messages.HelpDislikes };
        var csv = new Option<bool>("--csv") { Description = words.Messages.HelpCsv };
        var command = new Command("feedback", words.Messages.HelpFeedback) { since, dislikes, words.Json, csv };
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
                var ratings = File.Exists(services.GetRequiredService<LocalDatabase>().FilePath)
                    ? services.GetRequiredService<RatingList>().Read(from?.First, parse.GetValue(dislikes) ? Reaction.Dislike : null) : [];
                await run.Output.WriteAsync(parse.GetValue(words.Json) ? RatingText.Json(ratings)
                    : parse.GetValue(csv) ? RatingText.Csv(ratings) : RatingText.Table(ratings, from?.First, run.Messages.Language));
                return ratings.IsEmpty ? ExitCode.Abstained : ExitCode.Done;
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
