using System.CommandLine;
using AgentHelpdesk.Answering;
using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.Evaluation.Corpus;
using AgentHelpdesk.Evaluation.Describing;
using AgentHelpdesk.Evaluation.Judging;
using AgentHelpdesk.Evaluation.Reading;
using AgentHelpdesk.Evaluation.Retrieval;
using AgentHelpdesk.Ingestion.Reading;
using AgentHelpdesk.Ingestion.Sectioning;
using AgentHelpdesk.ModelServers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.Evaluation;

/// <summary>The verbs. Exit code 0 says that a run reached its end, whatever it found.</summary>
internal static class Commands
{
    public static Command Reading()
    {
        var (corpus, outFolder) = (CorpusOption(), OutOption());
        var command = new Command("reading", "Reads every PDF of a corpus; compares with truth/ where there is one.") { corpus, outFolder };
        command.SetAction(async (parse, cancellationToken) =>
        {
            var opened = EvaluationCorpus.Open(parse.GetRequiredValue(corpus));
            var reader = new DocumentReader(
                new PdfReader(Options.Create(new ReadingOptions())), new SectionBuilder(Options.Create(new SectioningOptions())), opened.TitleOf);
            await new ReadingRun(reader, Console.Out).RunAsync(opened, parse.GetRequiredValue(outFolder), cancellationToken);
            return 0;
        });
        return command;
    }

    public static Command Retrieval()
    {
        var (corpus, outFolder) = (CorpusOption(), OutOption());
        var questions = new Option<string>("--questions") { Description = "The questions, one JSON object a line.", Required = true };
        var today = new Option<DateOnly?>("--today") { Description = "The day taken as today (2026-06-15); default: the machine's." };
        var embedding = new Option<bool>("--embedding") { Description = "With the embedding model of the environment's Embedding__* settings, as the hosts have it." };
        var command = new Command("retrieval", "Ingests a corpus into a data folder of its own, asks every question and scores rankings and answers.")
        {
            corpus, questions, outFolder, today, embedding,
        };
        command.SetAction(async (parse, cancellationToken) =>
        {
            await RetrievalReport.RunAsync(
                EvaluationCorpus.Open(parse.GetRequiredValue(corpus)), parse.GetRequiredValue(questions), parse.GetRequiredValue(outFolder),
                parse.GetValue(today), Console.Out, cancellationToken, parse.GetValue(embedding) ? EmbeddingOfEnvironment : null);
            return 0;
        });
        return command;
    }

    private static void EmbeddingOfEnvironment(IServiceCollection services) => services.AddModelServers(
        new(), new ConfigurationBuilder().AddEnvironmentVariables().Build().GetSection(EmbeddingOptions.Section).Get<EmbeddingOptions>() ?? new());

    public static Command Samples()
    {
        var outFolder = new Option<string?>("--out") { Description = "The folder for results.jsonl and summary.json; default: nothing is written." };
        var command = new Command("samples", "Asks the forty questions about the sample documents.") { outFolder };
        command.SetAction(async (parse, cancellationToken) =>
        {
            await SampleQuestions.RunAsync(parse.GetValue(outFolder), Console.Out, cancellationToken);
            return 0;
        });
        return command;
    }

    public static Command Describing()
    {
        var (corpus, outFolder) = (CorpusOption(), OutOption());
        var command = new Command("describing", "Proposes title, kind, number, issuer and days in force from each first page; compares with metadata.csv.") { corpus, outFolder };
        command.SetAction(async (parse, cancellationToken) =>
        {
            await new DescribingRun(new(Options.Create(new ReadingOptions())), Console.Out)
                .RunAsync(EvaluationCorpus.Open(parse.GetRequiredValue(corpus)), parse.GetRequiredValue(outFolder), cancellationToken);
            return 0;
        });
        return command;
    }

    public static Command Masking()
    {
        var (file, outFolder) = (FileOption(), OutOption());
        var patterns = new Option<string[]>("--pattern") { Description = "A regular expression of member numbers, as in Privacy:MemberNumberPatterns; may be given several times." };
        var command = new Command("masking", "Masks personal data in texts ({\"id\",\"text\"} a line) and says where it stood.") { file, outFolder, patterns };
        command.SetAction((parse, cancellationToken) =>
        {
            var mask = new PersonalDataMask(Options.Create(new PrivacyOptions { MemberNumberPatterns = parse.GetValue(patterns) ?? [] }));
            return JsonLines.AnswerAsync(
                parse.GetRequiredValue(file), parse.GetRequiredValue(outFolder), (TextCase one) => MaskedLine.Of(one, mask), Console.Error, cancellationToken);
        });
        return command;
    }

    public static Command Guard()
    {
        var (file, outFolder) = (FileOption(), OutOption());
        var command = new Command("guard", "Tells questions that ask for a decision on a person ({\"id\",\"text\"} a line), and why.") { file, outFolder };
        command.SetAction((parse, cancellationToken) =>
        {
            var mask = new PersonalDataMask(Options.Create(new PrivacyOptions()));
            var reader = new QuestionReader(TimeProvider.System, Options.Create(new AnsweringOptions()), mask);
            return JsonLines.AnswerAsync(
                parse.GetRequiredValue(file), parse.GetRequiredValue(outFolder), (TextCase one) => GuardLine.Of(one, reader), Console.Error, cancellationToken);
        });
        return command;
    }

    private static Option<string> FileOption() => new("--file") { Description = "The cases, one JSON object a line.", Required = true };

    private static Option<string> CorpusOption() => new("--corpus")
    {
        Description = "A folder of PDFs, or one that holds them in pdf/ (and perhaps truth/ beside it).",
        Required = true,
    };

    private static Option<string> OutOption() => new("--out")
    {
        Description = "The folder for results.jsonl and summary.json; made when missing.",
        Required = true,
    };
}
