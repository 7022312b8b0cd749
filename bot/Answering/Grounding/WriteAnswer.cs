using System.Collections.Immutable;
using AgentHelpdesk.Answering.Retrieval;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>
/// From passages to verified claims: by the model where one is configured and may be asked, repaired once, else by the extractive writer.
/// Whoever wrote, code checks every claim.
/// </summary>
public sealed class WriteAnswer(IAnswerWriter extractive, ModelWriter model, IModelGate gate, IOptions<ContactOptions>? contacts = null)
{
    public Task<WrittenAnswer> WriteAsync(RetrievalOutcome retrieval, IProgress<AnswerStep>? progress, CancellationToken cancellationToken) =>
        WriteAsync(retrieval, [], progress, cancellationToken);

    /// <param name="retrieval">The question and its passages.</param>
    /// <param name="before">The model's calls of this turn until now: their time counts, the record of the writing does not hold them.</param>
    /// <param name="progress">Is told how far it has come; null: nobody waits that long.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<WrittenAnswer> WriteAsync(
        RetrievalOutcome retrieval, ImmutableArray<ModelCall> before, IProgress<AnswerStep>? progress, CancellationToken cancellationToken)
    {
        if (!model.IsConfigured || !retrieval.Question.AllowsModel)
            return await ExtractAsync(retrieval, new(null), [], progress, cancellationToken);

        using var turn = model.Begin(gate, TimeSpan.FromSeconds(model.Options.TurnSeconds) - before.Aggregate(TimeSpan.Zero, (sum, call) => sum + call.Elapsed), cancellationToken);
        var attempt = await new WriteWithModel(model).WriteAsync(retrieval, RulesFor(retrieval, WriterKind.Model), turn, claims => Report(retrieval, progress, claims));
        var calls = turn.Calls;
        if (attempt is { Fallback: null, Verified: { } verified })
            return Of(verified, WriterKind.Model, attempt, calls, attempt.Checks) with
            {
                Missing = attempt.Missing,
                FollowUpQuestions = attempt.FollowUpQuestions,
                ShowsDropped = model.Options.Unproven is UnprovenClaims.Show,
            };
        // A model that read the passages and finds no answer in them is believed, unless the question's words speak strongly against it.
        if (attempt.Fallback is FallbackReason.FoundNothing && retrieval.Evidence.Strength < model.Options.StrongEvidence)
            return Of(Nothing, WriterKind.Model, new(null), calls, []) with { WroteNothing = true };
        return await ExtractAsync(retrieval, attempt, calls, progress, cancellationToken);
    }

    private static VerifiedDraft Nothing => new() { Claims = [], Citations = [], Rejected = [], Answers = false };

    private async Task<WrittenAnswer> ExtractAsync(
        RetrievalOutcome retrieval, ModelAttempt attempt, ImmutableArray<ModelCall> calls, IProgress<AnswerStep>? progress, CancellationToken cancellationToken)
    {
        var draft = await extractive.WriteAsync(retrieval, cancellationToken);
        Report(retrieval, progress, draft.Claims.Length);
        var verified = CitationVerifier.Verify(draft, retrieval.Passages, RulesFor(retrieval, extractive.Kind));
        return Of(verified, extractive.Kind, attempt, calls, [.. attempt.Checks, .. CheckedClaims.Of(draft, verified, 1, extractive.Kind)]) with
        {
            // Where a model's claims fell and nothing stands in for them, something was written.
            WroteNothing = draft.Claims.IsEmpty && attempt.Checks.IsEmpty,
        };
    }

    private static void Report(RetrievalOutcome retrieval, IProgress<AnswerStep>? progress, int claims) =>
        progress?.Report(new AnswerStep.Written(retrieval.DocumentsSearched, claims));

    private VerificationRules RulesFor(RetrievalOutcome retrieval, WriterKind writer) =>
        new() { Writer = writer, Language = retrieval.Question.Language, ConcernsPerson = retrieval.Question.ConcernsPerson, OfficialContacts = contacts?.Value.All ?? [] };

    private static WrittenAnswer Of(VerifiedDraft verified, WriterKind writer, ModelAttempt attempt, ImmutableArray<ModelCall> calls, ImmutableArray<CheckedClaim> checks) =>
        new(verified, new() { Writer = writer, Fallback = attempt.Fallback, Calls = calls, Checks = checks });
}

/// <param name="Verified">What stood the check.</param>
/// <param name="Record">How it came about.</param>
public sealed record WrittenAnswer(VerifiedDraft Verified, WritingRecord Record)
{
    /// <summary>The writer found nothing that answers.</summary>
    public bool WroteNothing { get; init; }

    /// <summary>What the model says is missing from the passages, in the language of the answer; open points, never a rule.</summary>
    public ImmutableArray<string> Missing { get; init; } = [];

    /// <summary>Questions that go on from here, in the language of the answer.</summary>
    public ImmutableArray<string> FollowUpQuestions { get; init; } = [];

    /// <summary>By policy, dropped claims are shown apart as not sourced.</summary>
    public bool ShowsDropped { get; init; }
}
