using System.CommandLine;
using AgentHelpdesk.Evaluation;
using AgentHelpdesk.Evaluation.Answers;
using AgentHelpdesk.Evaluation.Claims;

var root = new RootCommand("Measures reading, search and answers on a corpus with known truth and questions.")
{
    Commands.Retrieval(), Commands.Reading(), Commands.Describing(), Commands.Samples(), Commands.Masking(), Commands.Guard(), AnswersCommand.Create(), ClaimsCommand.Create(), LiarCommand.Create(),
};
try
{
    return await root.Parse(args).InvokeAsync(new() { EnableDefaultExceptionHandler = false });
}
catch (Exception problem) when (problem is IOException or InvalidDataException)
{
    await Console.Error.WriteLineAsync(problem.Message);
    return 1;
}
