using AgentHelpdesk.Evaluation.Corpus;
using AgentHelpdesk.Evaluation.Retrieval;
using AgentHelpdesk.TestKit;

namespace AgentHelpdesk.Evaluation;

/// <summary>The sample documents and their forty questions, on the day for which their answers are right.</summary>
internal static class SampleQuestions
{
    /// <summary>After every sample came into force.</summary>
    public static readonly DateOnly Today = new(2026, 6, 15);

    public static string Folder => RepositoryRoot.Combine("tests", "Samples");

    public static Task<(RetrievalSummary Summary, IReadOnlyList<QuestionScore> Scores)> RunAsync(
        string? outFolder, TextWriter output, CancellationToken cancellationToken) =>
        RetrievalReport.RunAsync(EvaluationCorpus.Open(Folder), Path.Combine(Folder, "questions.jsonl"), outFolder, Today, output, cancellationToken);
}
