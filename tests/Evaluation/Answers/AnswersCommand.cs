using System.CommandLine;
using AgentHelpdesk.Evaluation.Corpus;

namespace AgentHelpdesk.Evaluation.Answers;

/// <summary>The verb <c>answers</c>.</summary>
internal static class AnswersCommand
{
    public static Command Create()
    {
        var corpus = new Option<string>("--corpus") { Description = "A folder of PDFs, or one that holds them in pdf/.", Required = true };
        var questions = new Option<string>("--questions") { Description = "The questions, one JSON object a line.", Required = true };
        var outFolder = new Option<string>("--out") { Description = "The folder for results.jsonl and summary.json; made when missing.", Required = true };
        var writer = new Option<string>("--writer") { Description = "extractive, or configured: the model of the settings Model:* in the environment.", DefaultValueFactory = _ => "extractive" };
        writer.AcceptOnlyFromAmong("extractive", "configured");
        var limit = new Option<int?>("--limit") { Description = "Only so many questions, spread over the file; default: all." };
        limit.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1)
                result.AddError("--limit: a number from 1 on is needed.");
        });
        var judge = new Option<bool>("--judge") { Description = "Lets the model of the settings Judge:* in the environment rate each answer, apart from all other measures." };
        var today = new Option<DateOnly?>("--today") { Description = "The day taken as today (2026-06-15); default: the machine's." };
        var command = new Command("answers", "Ingests a corpus, lets a writer answer every question and scores status, citations, quotes, values, latency and tokens.")
        {
            corpus, questions, outFolder, writer, limit, judge, today,
        };
        command.SetAction(async (parse, cancellationToken) =>
        {
            await AnswersReport.RunAsync(
                new()
                {
                    Corpus = EvaluationCorpus.Open(parse.GetRequiredValue(corpus)),
                    QuestionsFile = parse.GetRequiredValue(questions),
                    OutFolder = parse.GetRequiredValue(outFolder),
                    Writer = parse.GetValue(writer) is "configured" ? EvaluatedModel.FromEnvironment("Model") : null,
                    Judge = parse.GetValue(judge) ? EvaluatedModel.FromEnvironment("Judge") : null,
                    Limit = parse.GetValue(limit),
                    Today = parse.GetValue(today),
                },
                Console.Out, cancellationToken);
            return 0;
        });
        return command;
    }
}
