using System.Collections.Immutable;
using System.Text.Json;
using AgentHelpdesk.Answering.Retrieval;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>Writes with a chat model: claims in structured output, each with its passage and the words it relies on. All of it is a draft.</summary>
public sealed class ModelWriter(IOptions<ModelWriterOptions> options, TimeProvider time, IChatClient? client = null)
{
    private const string Prompt = "answer-1";

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web);

    public bool IsConfigured => client is not null;

    /// <exception cref="HttpRequestException">The server could not be asked or refused; see its status.</exception>
    /// <exception cref="TimeoutException">It did not answer in time.</exception>
    /// <exception cref="InvalidDataException">What came could not be read.</exception>
    public async Task<ModelDraft> WriteAsync(RetrievalOutcome retrieval, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        var response = await Client().GetResponseAsync(
            [new(ChatRole.System, PromptText.Of(Prompt, retrieval.Question.Language)), new(ChatRole.User, PassagesAndQuestion(retrieval))],
            new() { MaxOutputTokens = options.Value.AnswerTokens, Temperature = 0, ResponseFormat = ChatResponseFormat.Json },
            cancellationToken);
        var written = JsonSerializer.Deserialize<WrittenClaims>(response.Text, Form);
        return new(
            new([.. (written?.Claims ?? []).Select(claim => new DraftClaim { Kind = ClaimKind.Rule, Text = claim.Text, Quotes = [new(claim.Passage, claim.Quote)] })]),
            new()
            {
                Purpose = ModelCallPurpose.Answer,
                Prompt = Prompt,
                Model = response.ModelId ?? "",
                InputTokens = response.Usage?.InputTokenCount ?? 0,
                OutputTokens = response.Usage?.OutputTokenCount ?? 0,
                Elapsed = time.GetElapsedTime(start),
                Said = response.Text,
            });
    }

    private IChatClient Client() => client ?? throw new InvalidOperationException("No chat model is configured.");

    private string PassagesAndQuestion(RetrievalOutcome retrieval) =>
        string.Concat(retrieval.Passages.Take(options.Value.Passages).Select(passage => $"<passage number=\"{passage.Rank}\">\n{passage.Chunk.Chunk.Text}\n</passage>\n"))
        + $"\nQuestion: {retrieval.Question.MaskedText}";

    private sealed record WrittenClaims(ImmutableArray<WrittenClaim> Claims);

    private sealed record WrittenClaim(string Text, int Passage, string Quote);
}

/// <param name="Draft">Unchecked.</param>
/// <param name="Call">What it took.</param>
public sealed record ModelDraft(AnswerDraft Draft, ModelCall Call)
{
    /// <summary>What the model says is missing from the passages, in the language of the answer; shown as open points, never as a rule.</summary>
    public ImmutableArray<string> Missing { get; init; } = [];

    /// <summary>Questions that go on from here, in the language of the answer.</summary>
    public ImmutableArray<string> FollowUpQuestions { get; init; } = [];
}
