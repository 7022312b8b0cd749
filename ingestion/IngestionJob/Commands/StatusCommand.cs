using System.CommandLine;
using AgentHelpdesk.IngestionJob.Resources;
using AgentHelpdesk.Knowledge.Catalogue;

namespace AgentHelpdesk.IngestionJob.Commands;

/// <summary><c>status</c>: what is published, document by document, and the problems found in it.</summary>
internal static class StatusCommand
{
    public static Command Create(Messages messages, JobRun run)
    {
        var command = new Command("status", messages.Sentence("HelpStatus"));
        command.SetAction((parsed, stop) => run.RunAsync(parsed, RunAsync, stop));
        return command;
    }

    private static async Task<ExitCode> RunAsync(JobSession session, CancellationToken cancellationToken)
    {
        var (console, messages) = (session.Console, session.Console.Messages);
        var catalogue = session.Use<ICatalogueReader>();
        var state = await catalogue.ReadStateAsync(cancellationToken);
        console.Json(new
        {
            state.Documents,
            state.Revisions,
            state.Chunks,
            state.Publication,
            state.LastBackup,
            Problems = state.Problems.Select(problem => new { Document = problem.Document.Value, File = problem.FileName, problem.Code, problem.Page, problem.Detail }),
        });

        console.Say(messages.Fill("StatusFolder", session.Folder));
        console.Say(messages.Fill("StatusTotals", state.Documents, state.Revisions, state.Chunks, state.Publication));
        console.Say(state.LastBackup is { } backup ? messages.Fill("StatusLastBackup", backup.ToLocalTime()) : messages.Sentence("StatusNoBackup"));
        if (state.Publication == 0 || state.Revisions == 0)
            console.Say(messages.Sentence("StatusEmpty"));
        else if (state.OnlySamples)
            console.Say(messages.Sentence("StatusSamples"));
        if (console.WritesJson)
            return ExitCode.Done;

        foreach (var document in await catalogue.ReadDocumentsAsync(cancellationToken))
        {
            var newest = document.Revisions[0];
            var retired = newest.Status == RevisionStatus.Retired ? $" ({messages.Sentence("StatusRetired")})" : "";
            console.Say($"  {document.Id}{messages.Colon}{newest.Description.Title}, {messages.Revisions(document.Revisions.Length)}{retired}");
        }

        console.Say(state.Problems.IsEmpty ? messages.Sentence("StatusNoProblem") : messages.Sentence("StatusProblems") + messages.Colon.TrimEnd());
        foreach (var problem in state.Problems)
            console.Say($"  {problem.FileName}{messages.Colon}{messages.Problem(problem)}");
        return ExitCode.Done;
    }
}
