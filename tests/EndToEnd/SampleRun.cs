using AgentHelpdesk.Evaluation;
using AgentHelpdesk.Evaluation.Retrieval;

namespace AgentHelpdesk.EndToEnd;

/// <summary>The forty sample questions, asked once for all tests that look at the answers.</summary>
public sealed class SampleRun : IAsyncLifetime
{
    internal RetrievalSummary Summary { get; private set; } = null!;
    internal IReadOnlyList<QuestionScore> Scores { get; private set; } = [];
    internal string Table { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        await using var output = new StringWriter();
        (Summary, Scores) = await SampleQuestions.RunAsync(null, output, CancellationToken.None);
        Table = output.ToString();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
