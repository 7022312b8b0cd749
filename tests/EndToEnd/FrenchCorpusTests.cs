using AgentHelpdesk.Evaluation.Corpus;
using AgentHelpdesk.Evaluation.Retrieval;
using AgentHelpdesk.TestKit;

namespace AgentHelpdesk.EndToEnd;

/// <summary>A fixed part of the real texts beside the checkout: the first documents of each layout, and the questions they answer.</summary>
public sealed class FrenchCorpusTests : IDisposable
{
    private static readonly string[] Layouts = ["Barème", "Guide", "Instruction", "bareme", "bulletin", "css-", "fiche-", "rural-", "travail-emploi-", "travail-l-"];
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Ingests_a_part_of_the_real_texts_and_finds_what_answers()
    {
        Assert.SkipUnless(SharedFolder.Exists, SharedFolder.WhyAbsent);
        var source = SharedFolder.Combine("data", "css-fr");
        var files = CopyPart(Path.Combine(source, "pdf"));
        var questions = WriteQuestionsOn(files, Path.Combine(source, "questions.jsonl"));

        await using var output = new StringWriter();
        var (summary, scores) = await RetrievalReport.RunAsync(
            EvaluationCorpus.Open(_folder.Path), questions, null, new DateOnly(2026, 11, 24), output, TestContext.Current.CancellationToken);

        scores.Count.ShouldBeGreaterThan(20);
        summary.Ingestion.Files.ShouldBe(files.Count);
        summary.Ingestion.Refused.ShouldAllBe(refused => refused.EndsWith(": no-text", StringComparison.Ordinal));
        summary.Overall.RecallAt5.ShouldNotBeNull().ShouldBeGreaterThanOrEqualTo(.7, output.ToString());
    }

    private List<string> CopyPart(string pdfFolder)
    {
        var files = Layouts.SelectMany(layout => Directory.EnumerateFiles(pdfFolder, layout + "*.pdf").Order(StringComparer.Ordinal).Take(3))
            .Select(Path.GetFileName).OfType<string>().Distinct().ToList();
        Directory.CreateDirectory(_folder.Combine("pdf"));
        foreach (var file in files)
            File.Copy(Path.Combine(pdfFolder, file), _folder.Combine("pdf", file));
        var metadata = File.ReadLines(Path.Combine(pdfFolder, "metadata.csv"));
        File.WriteAllLines(_folder.Combine("pdf", "metadata.csv"), metadata.Where((line, i) => i == 0 || files.Contains(line.Split(';')[0])));
        return files;
    }

    /// <summary>Lines are kept as they are: what a question needs to be read is the evaluation's matter.</summary>
    private string WriteQuestionsOn(List<string> files, string questions)
    {
        var target = _folder.Combine("questions.jsonl");
        File.WriteAllLines(target, File.ReadLines(questions).Where(line => Evaluation.Questions.QuestionFile.Parse(line, questions) is var question
            && question.Answerable && question.Gold.Any(gold => files.Contains(gold.Document))));
        return target;
    }
}
