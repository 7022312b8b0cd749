using System.Collections.Immutable;
using AgentHelpdesk.Answering.Grounding;
using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.Answering.Retrieval;
using AgentHelpdesk.TestKit;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace AgentHelpdesk.Answering.Tests.Grounding;

/// <summary>Asks through the real reading and retrieval, then lets a scripted model write over small rule books.</summary>
internal sealed class AskWithModel(params RuleBook[] books)
{
    public const string Rule = "Le plafond de ressources est fixé à 27 141 euros pour un enfant.";
    public const string Derogation = "Par dérogation, le plafond ne s'applique pas aux enfants confiés à un établissement.";
    public const string Procedure = "La demande est adressée à la caisse avant le 31 juillet.";

    public static AskWithModel OverOneRule => new(new RuleBook().Section("Titre I").Paragraph($"{Rule} {Derogation} {Procedure}"));

    public FakeTimeProvider Time { get; } = new(new(2026, 3, 16, 9, 0, 0, TimeSpan.Zero));

    public ModelWriterOptions Options { get; } = new();

    public IModelGate Gate { get; set; } = new OpenGate();

    public Question Question { get; set; } = new() { Text = "Quel est le plafond de ressources pour un enfant ?" };

    public List<AnswerStep> Steps { get; } = [];

    public ModelWriter Model(IChatClient client) => new(Microsoft.Extensions.Options.Options.Create(Options), Time, client);

    public QuestionReader Reader => new(Time, Microsoft.Extensions.Options.Options.Create(new AnsweringOptions { MinimumEvidence = 0 }), new(Microsoft.Extensions.Options.Options.Create(new PrivacyOptions())));

    public async Task<RetrievalOutcome> RetrieveAsync()
    {
        var knowledge = Knowledge();
        var options = Microsoft.Extensions.Options.Options.Create(new AnsweringOptions { MinimumEvidence = 0 });
        var search = new SearchPassages(Reader, knowledge, knowledge, Time, options, NullLogger<SearchPassages>.Instance);
        return await search.SearchAsync(Question, TestContext.Current.CancellationToken);
    }

    public async Task<WrittenAnswer> AsksAsync(IChatClient client, CancellationToken? cancellationToken = null) => await AsksAsync(Model(client), cancellationToken);

    public async Task<WrittenAnswer> AsksAsync(ModelWriter model, CancellationToken? cancellationToken = null)
    {
        var retrieval = await RetrieveAsync();
        var extractive = new ExtractiveWriter(Knowledge(), Microsoft.Extensions.Options.Options.Create(new ExtractiveWriterOptions()));
        return await new WriteAnswer(extractive, model, Gate).WriteAsync(retrieval, new Kept(Steps), cancellationToken ?? TestContext.Current.CancellationToken);
    }

    /// <summary>What a model says, in the form asked for.</summary>
    public static string Answer(params string[] claims) => $$"""{"status":"answered","claims":[{{string.Join(',', claims)}}],"missing":[],"followUps":[]}""";

    public static string Claim(string text, string quote, string kind = "rule", int passage = 1, int number = 0) =>
        $$"""{"number":{{number}},"kind":"{{kind}}","text":"{{text}}","quotes":[{"passage":{{passage}},"quote":"{{quote}}"}]}""";

    private InMemoryKnowledge Knowledge()
    {
        var knowledge = new InMemoryKnowledge();
        knowledge.Publish(books.Select(book => book.Build()).Select(chunks => (chunks[0].Revision, chunks.Select(chunk => chunk.Chunk).ToImmutableArray())));
        return knowledge;
    }

    private sealed class Kept(List<AnswerStep> steps) : IProgress<AnswerStep>
    {
        public void Report(AnswerStep value) => steps.Add(value);
    }
}

/// <summary>A gate that refuses as told and keeps what was spent.</summary>
internal sealed class CountingGate(params FallbackReason?[] refusals) : IModelGate
{
    private int _asked;

    public List<ModelCall> Spent { get; } = [];

    public ValueTask<FallbackReason?> RefusalAsync(CancellationToken cancellationToken)
    {
        var refusal = refusals.ElementAtOrDefault(_asked++);
        return ValueTask.FromResult(refusal);
    }

    public ValueTask SpentAsync(ModelCall call, CancellationToken cancellationToken)
    {
        Spent.Add(call);
        return ValueTask.CompletedTask;
    }
}
