using System.CommandLine;
using AgentHelpdesk.Evaluation;

var root = new RootCommand("Measures reading, search and answers on a corpus with known truth and questions.")
{
    Commands.Retrieval(), Commands.Reading(), Commands.Samples(),
};
return await root.Parse(args).InvokeAsync();
