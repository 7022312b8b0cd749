using System.Collections.Immutable;
using AgentHelpdesk.Answering.Retrieval;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>
/// From passages to verified claims: by the model where one is configured and may be asked, repaired once, else by the extractive writer.
/// Whoever wrote, code checks every claim.
/// </summary>
public sealed class WriteAnswer(IAnswerWriter extractive, ModelWriter model, IModelGate gate)
{
    public async Task<WrittenAnswer> WriteAsync(RetrievalOutcome retrieval, IProgress<AnswerStep>? progress, CancellationToken cancellationToken)
    {
        FallbackReason? fallback = null;
        ImmutableArray<ModelCall> calls = [];
        if (model.IsConfigured && retrieval.Question.AllowsModel && (fallback = await gate.RefusalAsync(cancellationToken)) is null)
        {
            try
            {
                var written = await model.WriteAsync(retrieval, cancellationToken);
                await gate.SpentAsync(written.Call, cancellationToken);
                calls = [written.Call];
                progress?.Report(new AnswerStep.Written(retrieval.DocumentsSearched, written.Draft.Claims.Length));
                var checkedDraft = CitationVerifier.Verify(written.Draft, retrieval.Passages, RulesFor(retrieval, WriterKind.Model));
                if (checkedDraft.Answers)
                    return Of(checkedDraft, written.Draft, WriterKind.Model, null, calls) with { Missing = written.Missing, FollowUpQuestions = written.FollowUpQuestions };
                fallback = FallbackReason.Unverified;
            }
            catch (HttpRequestException)
            {
                fallback = FallbackReason.Unavailable;
            }
        }

        var draft = await extractive.WriteAsync(retrieval, cancellationToken);
        progress?.Report(new AnswerStep.Written(retrieval.DocumentsSearched, draft.Claims.Length));
        return Of(CitationVerifier.Verify(draft, retrieval.Passages, RulesFor(retrieval, extractive.Kind)), draft, extractive.Kind, fallback, calls);
    }

    private static VerificationRules RulesFor(RetrievalOutcome retrieval, WriterKind writer) =>
        new() { Writer = writer, Language = retrieval.Question.Language, ConcernsPerson = retrieval.Question.ConcernsPerson };

    private static WrittenAnswer Of(VerifiedDraft verified, AnswerDraft draft, WriterKind writer, FallbackReason? fallback, ImmutableArray<ModelCall> calls) =>
        new(verified, new()
        {
            Writer = writer,
            Fallback = fallback,
            Calls = calls,
            Checks = [.. draft.Claims.Select(claim => verified.Rejected.FirstOrDefault(rejected => ReferenceEquals(rejected.Claim, claim)) is { } rejected
                ? new CheckedClaim(claim, rejected.Flaw, rejected.Detail, 1)
                : new CheckedClaim(claim, null, "", 1))],
        })
        { WroteNothing = draft.Claims.IsEmpty };
}

/// <param name="Verified">What stood the check.</param>
/// <param name="Record">How it came about.</param>
public sealed record WrittenAnswer(VerifiedDraft Verified, WritingRecord Record)
{
    /// <summary>The writer found nothing that answers.</summary>
    public bool WroteNothing { get; init; }

    /// <summary>As <see cref="ModelDraft.Missing"/>.</summary>
    public ImmutableArray<string> Missing { get; init; } = [];

    /// <summary>As <see cref="ModelDraft.FollowUpQuestions"/>.</summary>
    public ImmutableArray<string> FollowUpQuestions { get; init; } = [];
}
