using System.Collections.Immutable;
using System.Diagnostics;
using AgentHelpdesk.Answering;
using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.Answering.Retrieval;
using AgentHelpdesk.Answering.Suggestions;
using AgentHelpdesk.Evaluation.Retrieval;
using AgentHelpdesk.Ingestion;
using AgentHelpdesk.Ingestion.Uploads;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.Knowledge.Embedded;
using Microsoft.Extensions.DependencyInjection;

namespace AgentHelpdesk.Evaluation.Corpus;

/// <summary>The product over one corpus, in a data folder of its own that is gone afterwards.</summary>
internal sealed class Helpdesk : IAsyncDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("agenthelpdesk-evaluation-");
    private readonly ServiceProvider _services;
    private ImmutableHashSet<string> _filesWithVersions = [];

    private Helpdesk(TimeProvider time, Action<IServiceCollection>? add)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(time);
        services.AddEmbeddedKnowledge(_data.FullName);
        services.AddIngestion();
        add?.Invoke(services);
        services.AddAnswering();
        _services = services.BuildServiceProvider();
    }

    public IngestionSummary Ingestion { get; private set; } = IngestionSummary.Nothing;

    /// <param name="corpus">What is ingested.</param>
    /// <param name="time">What "today" is taken from.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="add">What the product is given beside its own: a chat model.</param>
    public static async Task<Helpdesk> OpenAsync(
        EvaluationCorpus corpus, TimeProvider time, CancellationToken cancellationToken, Action<IServiceCollection>? add = null)
    {
        var helpdesk = new Helpdesk(time, add);
        try
        {
            await helpdesk.IngestAsync(corpus, cancellationToken);
            return helpdesk;
        }
        catch
        {
            await helpdesk.DisposeAsync();
            throw;
        }
    }

    public Task<Answer> AskAsync(Question question, CancellationToken cancellationToken) =>
        _services.GetRequiredService<AnswerQuestion>().AskAsync(question, cancellationToken);

    public Task<RetrievalOutcome> SearchAsync(Question question, CancellationToken cancellationToken) =>
        _services.GetRequiredService<SearchPassages>().SearchAsync(question, cancellationToken);

    public SuggestQuestions Suggestions => _services.GetRequiredService<SuggestQuestions>();

    /// <summary>Whether the file is one of several versions of its document.</summary>
    public bool HasVersions(string file) => _filesWithVersions.Contains(GoldMatch.FileKey(file));

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        try
        {
            _data.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A leftover in the temporary folder is no reason to lose a run's results.
        }
    }

    private async Task IngestAsync(EvaluationCorpus corpus, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        var outcomes = new List<IngestOutcome>();
        await foreach (var outcome in _services.GetRequiredService<IngestFiles>().RunAsync([corpus.PdfFolder], new IngestSettings(), null, cancellationToken))
            outcomes.Add(outcome);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;

        var state = await _services.GetRequiredService<ICatalogueReader>().ReadStateAsync(cancellationToken);
        _filesWithVersions = [.. outcomes.Select(outcome => (outcome.File, Document: DocumentOf(outcome))).Where(pair => pair.Document is not null)
            .GroupBy(pair => pair.Document, pair => GoldMatch.FileKey(Path.GetFileName(pair.File)))
            .Where(group => group.Distinct().Skip(1).Any()).SelectMany(group => group)];
        Ingestion = IngestionSummary.Of(outcomes, state.Chunks, seconds, IndexBytes());
    }

    private static DocumentId? DocumentOf(IngestOutcome outcome) => outcome switch
    {
        IngestOutcome.Published published => published.Document,
        IngestOutcome.NewRevision revision => revision.Document,
        IngestOutcome.Corrected corrected => corrected.Document,
        IngestOutcome.Unchanged unchanged => unchanged.Document,
        _ => null,
    };

    private long IndexBytes() => _data.EnumerateFiles().Sum(file => file.Length);
}
