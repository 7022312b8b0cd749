using System.CommandLine;
using AgentHelpdesk.IngestionJob.Output;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Embedded;
using AgentHelpdesk.Knowledge.Index;
using Microsoft.Extensions.Configuration;

namespace AgentHelpdesk.IngestionJob;

/// <summary>Runs one command: opens what it needs, and turns what stops it into one sentence with its remedy and an exit code.</summary>
internal sealed class JobRun(JobOptions options, IConfiguration configuration, JobConsole console)
{
    /// <param name="parsed">The command line.</param>
    /// <param name="work">The command, over the data folder's rooms.</param>
    /// <param name="cancellationToken">Cancelled by Ctrl+C.</param>
    public async Task<int> RunAsync(ParseResult parsed, Func<JobSession, CancellationToken, Task<ExitCode>> work, CancellationToken cancellationToken)
    {
        console.WritesJson = parsed.GetValue(options.Json);
        try
        {
            var folder = DataFolder.Locate(parsed.GetValue(options.Data), configuration[DataFolder.Setting]);
            await using var session = JobSession.Open(folder, configuration, console);
            return (int)await work(session, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            console.Fail(console.Messages.Interrupted);
            return (int)ExitCode.Interrupted;
        }
        catch (DataFolderException exception)
        {
            console.Fail(console.Messages.Fault(exception));
            return (int)ExitCode.Failed;
        }
        catch (StoreUnavailableException exception)
        {
            console.Fail(console.Messages.StoreUnavailable(exception.Message));
            return (int)ExitCode.Failed;
        }
        catch (SettingsException exception)
        {
            foreach (var setting in exception.Settings)
                console.Fail(console.Messages.BadSetting(setting));
            return (int)ExitCode.Failed;
        }
        catch (Exception exception)
        {
            // The last resort: a person sees one sentence and what to do, never a stack trace.
            console.Fail(console.Messages.Unexpected($"{exception.GetType().Name}: {exception.Message}"));
            return (int)ExitCode.Failed;
        }
    }
}
