using System.Text;
using AgentHelpdesk.IngestionJob;
using AgentHelpdesk.IngestionJob.Commands;
using AgentHelpdesk.IngestionJob.Output;
using AgentHelpdesk.IngestionJob.Resources;
using Microsoft.Extensions.Configuration;

// Settings: appsettings.json beside the program, then the environment (Reading__MaxPages=…).
var configuration = new ConfigurationBuilder()
    .SetBasePath(AppContext.BaseDirectory)
    .AddJsonFile("appsettings.json", optional: true)
    .AddEnvironmentVariables()
    .Build();

// The language is needed before the command line is parsed: help and errors are spoken in it.
var messages = new Messages(LanguageChoice.Of(args, configuration));

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var console = new JobConsole(Console.Out, Console.Error, messages, isTerminal: !Console.IsOutputRedirected);

var parsed = JobCommand.Create(messages, configuration, console).Parse(args);
var code = await parsed.InvokeAsync();
return parsed.Errors.Count > 0 ? (int)ExitCode.Usage : code;
