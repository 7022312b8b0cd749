using System.Collections.Immutable;
using AgentHelpdesk.Answering.Retrieval;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>Writes with a chat model: claims in structured output, each with its passage and the words it relies on. All of it is a draft.</summary>
public sealed class ModelWriter
{
    // Below that no passage is worth a question.
    private const int LeastCharacters = 400;

    // 16,000 characters become 2,000: what a context of 2,048 tokens has room for.
    private const int MostHalvings = 3;

    private readonly ModelWriterOptions _options;
    private readonly TimeProvider _time;
    private readonly ModelCaller? _caller;
    private readonly ContextRoom _room;

    public ModelWriter(IOptions<ModelWriterOptions> options, TimeProvider time, IChatClient? client = null, ILogger<ModelWriter>? logger = null)
    {
        _options = options.Value;
        _time = time;
        _caller = client is null ? null : new(client, time, logger ?? NullLogger<ModelWriter>.Instance);
        _room = new(_options.PassageCharacters, time);
    }

    public bool IsConfigured => _caller is not null;

    internal ModelWriterOptions Options => _options;

    /// <param name="gate">Asked before each call.</param>
    /// <param name="limit">For all calls.</param>
    /// <param name="cancellationToken">The caller's.</param>
    internal ModelTurn Begin(IModelGate gate, TimeSpan limit, CancellationToken cancellationToken) =>
        new(_caller ?? throw new InvalidOperationException("No chat model is configured."), gate, limit, _time, cancellationToken);

    /// <summary>Asks for an answer; where the prompt is longer than the model's context, with half of the passages, and so on.</summary>
    internal async Task<ModelDraft> WriteAsync(RetrievalOutcome retrieval, ModelTurn turn)
    {
        for (var (room, halved) = (_room.Characters, 0); ; halved++)
        {
            var prompt = AnswerPrompt.Of(retrieval, _options.Passages, room);
            var reply = await turn.AskAsync(new(ModelCallPurpose.Answer, AnswerPrompt.Name, prompt.Messages, _options.AnswerTokens));
            room = Math.Min(room, prompt.Characters) / 2;
            // An answer cut by the context took its time: it is tried once more, a prompt that was refused at once oftener.
            if (room >= LeastCharacters && ((reply.IsTooLong && halved < MostHalvings) || (reply.FilledContext && halved == 0)))
            {
                _room.Shrink(room);
                continue;
            }

            return Read(reply, retrieval, prompt);
        }
    }

    /// <summary>Asks once more for the claims that failed, telling why.</summary>
    /// <returns>Claims with the number of the one they take the place of; empty also when it failed.</returns>
    internal async Task<ImmutableArray<(int Number, DraftClaim Claim)>> RepairAsync(
        RetrievalOutcome retrieval, ModelDraft written, ImmutableArray<(int Number, RejectedClaim Rejected)> flawed, ModelTurn turn)
    {
        var messages = RepairPrompt.Of(written.Asked, written.Draft, flawed, retrieval.Question.Language);
        var reply = await turn.AskAsync(new(ModelCallPurpose.Repair, RepairPrompt.Name, messages, _options.AnswerTokens));
        if (reply.Failure is not null || WrittenDraft.Read(reply.Text, out _) is not { Status: not WrittenStatus.Insufficient } repaired)
            return [];
        return [.. repaired.Claims.SelectMany(claim => DraftComposer.Of([claim], retrieval.Passages).Claims.Select(made => (claim.Number, made)))];
    }

    private static ModelDraft Read(ModelReply reply, RetrievalOutcome retrieval, AnswerPrompt prompt)
    {
        if (reply.Failure is { } failure)
            return new(failure);
        if (WrittenDraft.Read(reply.Text, out var unread) is not { } written)
            return new(unread);
        var draft = DraftComposer.Of(written.Claims, retrieval.Passages);
        if (draft.Claims.IsEmpty && written.Status is not WrittenStatus.Insufficient)
            return new(FallbackReason.Malformed);
        var points = new OpenPoints(retrieval);
        return new(null)
        {
            Draft = written.Status is WrittenStatus.Insufficient ? new([]) : draft,
            Asked = prompt.Messages,
            Missing = points.Missing(written.Missing),
            FollowUpQuestions = points.FollowUps(written.FollowUps),
        };
    }
}

/// <summary>What the model wrote, unchecked.</summary>
/// <param name="Failure">Why it wrote nothing that can be read; null when it did.</param>
internal sealed record ModelDraft(FallbackReason? Failure)
{
    /// <summary>Without claims and failure: the model says that the passages don't answer.</summary>
    public AnswerDraft Draft { get; init; } = new([]);

    /// <summary>What led to it.</summary>
    public ImmutableArray<ChatMessage> Asked { get; init; } = [];

    public ImmutableArray<string> Missing { get; init; } = [];

    public ImmutableArray<string> FollowUpQuestions { get; init; } = [];
}
