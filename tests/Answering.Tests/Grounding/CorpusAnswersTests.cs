using System.Text.Json;
using AgentHelpdesk.Answering.Retrieval;
using AgentHelpdesk.Ingestion;
using AgentHelpdesk.Ingestion.Uploads;
using AgentHelpdesk.Knowledge.Embedded;
using AgentHelpdesk.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace AgentHelpdesk.Answering.Tests.Grounding;

/// <summary>Real documents and questions: every answer is whole, and every claim written stands the check.</summary>
public sealed class CorpusAnswersTests
{
    // Short documents of every kind: the test takes seconds; the whole corpus is asked by the evaluation.
    private const int LargestBytes = 60_000;
    private const int Documents = 30;

    [Fact]
    public async Task Over_real_documents_no_answer_is_torn_and_no_claim_is_rejected()
    {
        Assert.SkipUnless(SharedFolder.Exists, SharedFolder.WhyAbsent);
        var cancellationToken = TestContext.Current.CancellationToken;
        using var folder = new TempFolder();
        await using var provider = new ServiceCollection()
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddSingleton<TimeProvider>(new FakeTimeProvider(new(2026, 3, 16, 9, 0, 0, TimeSpan.Zero)))
            .AddEmbeddedKnowledge(folder.Path)
            .AddIngestion()
            .AddAnswering()
            .Configure<AnsweringOptions>(options => options.MinimumEvidence = 0)
            .BuildServiceProvider();
        var pdfs = new DirectoryInfo(SharedFolder.Combine("data", "css-fr", "pdf")).GetFiles("*.pdf")
            .Where(file => file.Length < LargestBytes).OrderBy(file => file.Name, StringComparer.Ordinal).Take(Documents).Select(file => file.FullName).ToArray();
        await foreach (var _ in provider.GetRequiredService<IngestFiles>().RunAsync(pdfs, new IngestSettings(), null, cancellationToken))
        {
        }

        var broken = new List<string>();
        var answered = 0;
        foreach (var question in Questions())
        {
            var retrieval = await provider.GetRequiredService<SearchPassages>().SearchAsync(new() { Text = question }, cancellationToken);
            if (retrieval.Passages.IsEmpty)
                continue;
            var draft = await provider.GetRequiredService<Answering.Grounding.IAnswerWriter>().WriteAsync(retrieval, cancellationToken);
            var verified = Answering.Grounding.CitationVerifier.Verify(draft, retrieval.Passages, new() { Writer = WriterKind.Extractive });
            answered += verified.Answers ? 1 : 0;
            broken.AddRange(CompletenessChecker.Check(verified.Claims, verified.Citations).Select(problem => $"{question}: {problem}"));
            broken.AddRange(verified.Rejected.Select(rejected => $"{question}: {rejected.Flaw} {rejected.Claim.Text}"));
        }

        answered.ShouldBeGreaterThan(50);
        broken.ShouldBeEmpty();
    }

    private static IEnumerable<string> Questions() => File.ReadLines(SharedFolder.Combine("data", "css-fr", "questions.jsonl"))
        .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("question").GetString()!);
}
