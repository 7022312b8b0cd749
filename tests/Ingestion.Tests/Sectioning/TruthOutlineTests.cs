using AgentHelpdesk.Ingestion.Reading;
using AgentHelpdesk.Ingestion.Sectioning;
using AgentHelpdesk.TestKit;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.Ingestion.Tests.Sectioning;

public sealed class TruthOutlineTests(ITestOutputHelper output)
{
    private readonly SectionBuilder _builder = new(Options.Create(new SectioningOptions()));

    [Fact]
    public void From_perfect_blocks_comes_the_outline_that_is_known()
    {
        Assert.SkipUnless(SharedFolder.Exists, SharedFolder.WhyAbsent);
        var score = new OutlineScore();
        foreach (var truth in Truth.All())
            score.Add(truth, _builder.Build(truth.AsRead(), truth.Title));

        Show(score);
        score.HeadingsF1.ShouldBeGreaterThan(.98);
        score.ArticlesF1.ShouldBeGreaterThan(.99);
        ((double)score.PathRight / score.Found).ShouldBeGreaterThan(.95);
        ((double)score.ArticleRight / score.Found).ShouldBeGreaterThan(.99);
    }

    [Fact]
    public void From_the_files_themselves_comes_nearly_the_outline_that_is_known()
    {
        Assert.SkipUnless(SharedFolder.Exists, SharedFolder.WhyAbsent);
        var reader = new PdfReader(Options.Create(new ReadingOptions()));
        var scores = new SortedDictionary<string, OutlineScore>(StringComparer.Ordinal);
        foreach (var truth in Truth.All())
        {
            var content = File.ReadAllBytes(SharedFolder.Combine("data", "css-fr", "pdf", truth.File));
            if (reader.Read(content, TestContext.Current.CancellationToken) is not ReadOutcome.Read { Document: var document })
                continue;
            var outline = _builder.Build(document, truth.Title);
            foreach (var key in new[] { truth.Family, "all" })
            {
                if (!scores.TryGetValue(key, out var score))
                    scores[key] = score = new();
                score.Add(truth, outline);
            }
        }

        foreach (var (family, score) in scores)
            output.WriteLine($"{family}: {score}");
        Show(scores["all"]);
        scores["all"].ArticlesF1.ShouldBeGreaterThan(.99);
        scores["all"].HeadingsF1.ShouldBeGreaterThan(.985);
        ((double)scores["all"].ArticleRight / scores["all"].Found).ShouldBeGreaterThan(.99);
    }

    private void Show(OutlineScore score)
    {
        output.WriteLine(score.ToString());
        foreach (var line in score.Wrong.Take(20))
            output.WriteLine(line);
    }
}
