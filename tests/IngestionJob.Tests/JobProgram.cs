using AgentHelpdesk.IngestionJob.Commands;
using AgentHelpdesk.IngestionJob.Output;
using AgentHelpdesk.IngestionJob.Resources;
using Microsoft.Extensions.Configuration;

namespace AgentHelpdesk.IngestionJob.Tests;

/// <summary>Runs the job's command line in this process and keeps what it says.</summary>
internal sealed class JobProgram(string dataFolder, Dictionary<string, string?>? settings = null)
{
    public async Task<JobAnswer> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings ?? []).Build();
        var messages = new Messages(LanguageChoice.Of(arguments, configuration));
        var console = new JobConsole(output, error, messages, isTerminal: false);
        var parsed = JobCommand.Create(messages, configuration, console).Parse([.. arguments, "--data", dataFolder]);
        var code = await parsed.InvokeAsync(new() { Output = output, Error = error }, TestContext.Current.CancellationToken);
        return new(parsed.Errors.Count > 0 ? ExitCode.Usage : (ExitCode)code, output.ToString(), error.ToString());
    }
}

internal sealed record JobAnswer(ExitCode Code, string Output, string Error)
{
    public string All => Output + Error;
}
