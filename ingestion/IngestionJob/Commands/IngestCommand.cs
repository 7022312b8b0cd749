using System.CommandLine;
using AgentHelpdesk.Ingestion;
using AgentHelpdesk.Ingestion.Uploads;
using AgentHelpdesk.IngestionJob.Output;
using AgentHelpdesk.IngestionJob.Resources;

namespace AgentHelpdesk.IngestionJob.Commands;

/// <summary><c>ingest PATH…</c>: one outcome a file, each said once it is durable, then a summary.</summary>
internal static class IngestCommand
{
    public static Command Create(Messages messages, JobRun run)
    {
        var paths = new Argument<string[]>("PATH") { Description = messages.Sentence("HelpIngestPaths"), Arity = ArgumentArity.OneOrMore };
        var replaces = DocumentArgument.CreateOption("--replaces", messages, "HelpReplaces");
        var command = new Command("ingest", messages.Sentence("HelpIngest")) { paths, replaces };
        command.SetAction((parsed, stop) => run.RunAsync(
            parsed,
            (session, cancel) => RunAsync(
                session, parsed.GetRequiredValue(paths), new IngestSettings { Replaces = parsed.GetValue(replaces) }, cancel),
            stop));
        return command;
    }

    private static async Task<ExitCode> RunAsync(JobSession session, string[] paths, IngestSettings settings, CancellationToken cancellationToken)
    {
        var report = new IngestReport(session.Console, TimeProvider.System);
        using var progress = new ProgressLine(session.Console);
        try
        {
            await foreach (var outcome in session.Use<IngestFiles>().RunAsync(paths, settings, progress, cancellationToken))
            {
                progress.Clear();
                report.Add(outcome);
            }
        }
        finally
        {
            progress.Clear();
            if (!report.IsBusy && !report.IsEmpty)
                report.Finish();
        }

        if (report.IsBusy)
            return ExitCode.Busy;
        if (report.IsNotEmbedded)
            return ExitCode.NotEmbedded;
        if (report.IsEmpty)
        {
            session.Console.Fail(session.Console.Messages.NothingFound);
            return ExitCode.NotFound;
        }

        return report.HasProblems ? ExitCode.WithProblems : ExitCode.Done;
    }
}
