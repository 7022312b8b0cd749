using System.CommandLine;
using AgentHelpdesk.Ingestion;
using AgentHelpdesk.IngestionJob.Output;
using AgentHelpdesk.IngestionJob.Resources;
using AgentHelpdesk.Knowledge.Catalogue;

namespace AgentHelpdesk.IngestionJob.Commands;

/// <summary><c>retire</c>, <c>restore</c>, <c>purge</c>, <c>reindex</c>: what a knowledge manager does to documents that are there.</summary>
internal static class KeeperCommands
{
    public static IEnumerable<Command> Create(Messages messages, JobRun run) =>
        [CreateRetire(messages, run), CreateRestore(messages, run), CreatePurge(messages, run), CreateReindex(messages, run)];

    private static Command CreateRetire(Messages messages, JobRun run)
    {
        var document = DocumentArgument.Create(messages);
        var from = DocumentArgument.CreateDay("--from", messages, "HelpFrom");
        var reason = new Option<string>("--reason") { Description = messages.Sentence("HelpReason"), HelpName = "TEXT", Required = true };
        var command = new Command("retire", messages.Sentence("HelpRetire")) { document, from, reason };
        command.SetAction((parsed, stop) => run.RunAsync(
            parsed,
            async (session, cancel) =>
            {
                var (id, day) = (parsed.GetRequiredValue(document), parsed.GetValue(from));
                var outcome = await session.Use<CorpusKeeper>().RetireAsync(id, day, parsed.GetRequiredValue(reason), cancel);
                return Say(session, outcome, _ => messages.RetiredNow(id.Value, day), messages.AlreadyRetired(id.Value));
            },
            stop));
        return command;
    }

    private static Command CreateRestore(Messages messages, JobRun run)
    {
        var document = DocumentArgument.Create(messages);
        var command = new Command("restore", messages.Sentence("HelpRestore")) { document };
        command.SetAction((parsed, stop) => run.RunAsync(
            parsed,
            async (session, cancel) =>
            {
                var id = parsed.GetRequiredValue(document);
                var outcome = await session.Use<CorpusKeeper>().RestoreAsync(id, cancel);
                return Say(session, outcome, _ => messages.Restored(id.Value), messages.NotRetired(id.Value));
            },
            stop));
        return command;
    }

    private static Command CreatePurge(Messages messages, JobRun run)
    {
        var document = DocumentArgument.Create(messages);
        var yes = new Option<bool>("--yes") { Description = messages.Sentence("HelpYes") };
        var reason = new Option<string?>("--reason") { Description = messages.Sentence("HelpReason"), HelpName = "TEXT" };
        var command = new Command("purge", messages.Sentence("HelpPurge")) { document, yes, reason };
        command.SetAction((parsed, stop) => run.RunAsync(
            parsed,
            async (session, cancel) =>
            {
                var id = parsed.GetRequiredValue(document);
                if (!parsed.GetValue(yes))
                {
                    session.Console.Fail(messages.PurgeUnconfirmed(id.Value));
                    return ExitCode.Usage;
                }

                var outcome = await session.Use<CorpusKeeper>().PurgeAsync(id, parsed.GetValue(reason) ?? "", cancel);
                return Say(session, outcome, done => messages.PurgedNow(id.Value, done.Revisions), messages.AlreadyPurged(id.Value));
            },
            stop));
        return command;
    }

    private static Command CreateReindex(Messages messages, JobRun run)
    {
        var fromPdf = new Option<bool>("--from-pdf") { Description = messages.Sentence("HelpFromPdf") };
        var command = new Command("reindex", messages.Sentence("HelpReindex")) { fromPdf };
        command.SetAction((parsed, stop) => run.RunAsync(
            parsed,
            async (session, cancel) =>
            {
                using var progress = new ProgressLine(session.Console);
                var outcome = await session.Use<CorpusKeeper>().ReindexAsync(parsed.GetValue(fromPdf), progress, cancel);
                progress.Clear();
                var state = await session.Use<ICatalogueReader>().ReadStateAsync(cancel);
                return Say(session, outcome, done => messages.Reindexed(state.Chunks, done.Revisions), messages.Sentence("StatusEmpty"));
            },
            stop));
        return command;
    }

    private static ExitCode Say(JobSession session, KeeperOutcome outcome, Func<KeeperOutcome.Done, string> done, string unchanged)
    {
        var (console, messages) = (session.Console, session.Console.Messages);
        switch (outcome)
        {
            case KeeperOutcome.Done it:
                console.Json(new { Outcome = "done", it.Publication, it.Revisions });
                console.Say(done(it));
                return ExitCode.Done;
            case KeeperOutcome.DoneExcept it:
                console.Json(new { Outcome = "done-except", it.Publication, it.Revisions, Kept = it.Kept.Select(revision => revision.Value) });
                console.Say(done(new(it.Publication, it.Revisions)));
                console.Fail(messages.ReindexKept(it.Kept.Length));
                return ExitCode.WithProblems;
            case KeeperOutcome.Unchanged:
                console.Json(new { Outcome = "unchanged" });
                console.Say(unchanged);
                return ExitCode.Done;
            case KeeperOutcome.AlreadyPurged it:
                console.Json(new { Outcome = "already-purged", Document = it.Document.Value });
                console.Say(messages.AlreadyPurged(it.Document.Value));
                return ExitCode.Done;
            case KeeperOutcome.UnknownDocument it:
                console.Json(new { Outcome = "unknown-document", Document = it.Document.Value });
                console.Fail(messages.UnknownDocument(it.Document.Value));
                return ExitCode.NotFound;
            case KeeperOutcome.NotEmbedded it:
                console.Json(new { Outcome = "not-embedded", it.Detail });
                console.Fail(messages.NotEmbedded(it.Detail));
                return ExitCode.NotEmbedded;
            case KeeperOutcome.Busy it:
                console.Json(new { Outcome = "busy", it.LockFile });
                console.Fail(messages.Busy(it.LockFile));
                return ExitCode.Busy;
            default:
                throw new InvalidOperationException($"No sentence is written for the outcome {outcome.GetType().Name}.");
        }
    }
}
