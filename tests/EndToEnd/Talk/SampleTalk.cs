using AgentHelpdesk.Evaluation;
using AgentHelpdesk.Evaluation.Corpus;

namespace AgentHelpdesk.EndToEnd.Talk;

/// <summary>The sample documents, ingested once for the tests of suggestions and follow-ups.</summary>
public sealed class SampleTalk : IAsyncLifetime
{
    internal Helpdesk Helpdesk { get; private set; } = null!;

    public async ValueTask InitializeAsync() =>
        Helpdesk = await Helpdesk.OpenAsync(EvaluationCorpus.Open(SampleQuestions.Folder), new FixedDay(SampleQuestions.Today), CancellationToken.None);

    public ValueTask DisposeAsync() => Helpdesk.DisposeAsync();
}
