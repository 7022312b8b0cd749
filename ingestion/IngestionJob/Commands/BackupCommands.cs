using System.CommandLine;
using AgentHelpdesk.IngestionJob.Resources;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Embedded.Safekeeping;

namespace AgentHelpdesk.IngestionJob.Commands;

/// <summary><c>backup</c> and <c>restore-backup</c>: database and PDFs in one file, on a running system.</summary>
internal static class BackupCommands
{
    public static IEnumerable<Command> Create(Messages messages, JobRun run) => [CreateBackup(messages, run), CreateRestore(messages, run)];

    private static Command CreateBackup(Messages messages, JobRun run)
    {
        var file = new Argument<string>("FILE") { Description = messages.Sentence("HelpBackupFile") };
        var command = new Command("backup", messages.Sentence("HelpBackup")) { file };
        command.SetAction((parsed, stop) => run.RunAsync(
            parsed,
            async (session, cancel) =>
            {
                var outcome = await session.Use<KnowledgeBackup>().WriteAsync(parsed.GetRequiredValue(file), cancel);
                var bytes = new FileInfo(outcome.File).Length;
                session.Console.Json(new { Outcome = "done", outcome.File, Bytes = bytes, outcome.Publication, Pdfs = outcome.Contents, outcome.Missing });
                session.Console.Say(messages.Fill("BackedUp", outcome.File, bytes / 1e6, outcome.Contents));
                if (outcome.Missing == 0)
                    return ExitCode.Done;
                session.Console.Fail(messages.Fill("BackupIncomplete", outcome.Missing));
                return ExitCode.WithProblems;
            },
            stop));
        return command;
    }

    private static Command CreateRestore(Messages messages, JobRun run)
    {
        var file = new Argument<string>("FILE") { Description = messages.Sentence("HelpRestoreBackupFile") };
        var command = new Command("restore-backup", messages.Sentence("HelpRestoreBackup")) { file };
        command.SetAction((parsed, stop) => run.RunAsync(
            parsed,
            async (session, cancel) =>
            {
                switch (await session.Use<KnowledgeBackup>().RestoreAsync(parsed.GetRequiredValue(file), cancel))
                {
                    case RestoreOutcome.Restored it:
                        var state = await session.Use<ICatalogueReader>().ReadStateAsync(cancel);
                        session.Console.Json(new { Outcome = "done", it.Folder, it.Publication, Pdfs = it.Contents, state.Documents });
                        session.Console.Say(messages.Fill("BackupRestored", it.Folder, state.Documents, it.Publication));
                        return ExitCode.Done;
                    case RestoreOutcome.FolderNotEmpty it:
                        session.Console.Fail(messages.Fill("BackupFolderInUse", it.Folder));
                        return ExitCode.Failed;
                    case RestoreOutcome.NoBackup { Detail: "" } it:
                        session.Console.Fail(messages.Fill("BackupMissing", it.File));
                        return ExitCode.NotFound;
                    case RestoreOutcome.NoBackup it:
                        session.Console.Fail(messages.Fill("BackupUnreadable", it.File, it.Detail));
                        return ExitCode.Failed;
                    case RestoreOutcome.Busy it:
                        session.Console.Fail(messages.Busy(it.LockFile));
                        return ExitCode.Busy;
                    case var unknown:
                        throw new InvalidOperationException($"No sentence is written for the outcome {unknown.GetType().Name}.");
                }
            },
            stop));
        return command;
    }
}
