using System.CommandLine;
using AgentHelpdesk.IngestionJob.Output;
using AgentHelpdesk.IngestionJob.Resources;
using Microsoft.Extensions.Configuration;

namespace AgentHelpdesk.IngestionJob.Commands;

/// <summary>The command line of the job.</summary>
internal static class JobCommand
{
    public static RootCommand Create(Messages messages, IConfiguration configuration, JobConsole console)
    {
        var options = new JobOptions(messages);
        var run = new JobRun(options, configuration, console);
        var root = new RootCommand(messages.Sentence("HelpRoot") + "\n" + messages.Sentence("HelpExit"))
        {
            options.Data,
            options.Json,
            options.Lang,
            IngestCommand.Create(messages, run),
            StatusCommand.Create(messages, run),
        };
        foreach (var command in KeeperCommands.Create(messages, run).Concat(BackupCommands.Create(messages, run)))
            root.Add(command);
        root.Add(CheckCommand.Create(messages, options, configuration, console));
        return root;
    }
}
