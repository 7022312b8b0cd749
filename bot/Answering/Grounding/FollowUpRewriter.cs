using System.Collections.Immutable;
using AgentHelpdesk.Answering.Questions;
using Microsoft.Extensions.AI;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>
/// Has the model make a question of its own of a follow-up. What it makes is a proposal: <see cref="QuestionReader"/> takes it only where it is
/// the agent's own words, else completes by rules.
/// </summary>
public sealed class FollowUpRewriter(ModelWriter model, QuestionReader reader, IModelGate gate)
{
    private const string Prompt = "rewrite-1";
    private const int AnswerTokens = 120;

    /// <returns>The question, with <see cref="Question.Rewritten"/> where the model made something of it, and the calls that it took.</returns>
    public async Task<(Question Question, ImmutableArray<ModelCall> Calls)> RewriteAsync(Question question, CancellationToken cancellationToken)
    {
        var options = model.Options;
        if (!model.IsConfigured || !options.RewriteFollowUps || !question.AllowsModel || question.Rewritten is not null || reader.LeaningOf(question) is not { } leaning)
            return (question, []);
        using var turn = model.Begin(gate, TimeSpan.FromSeconds(Math.Min(options.RewriteSeconds, options.TurnSeconds)), cancellationToken);
        var reply = await turn.AskAsync(new(
            ModelCallPurpose.Rewrite,
            Prompt,
            [new(ChatRole.System, PromptText.Of(Prompt, question.Language)), new(ChatRole.User, $"{Fence.Of("earlier", leaning.Earlier)}\n{Fence.Of("new", leaning.Asked)}")],
            AnswerTokens));
        return (question with { Rewritten = Read(reply) is { Length: > 0 } rewritten ? rewritten : null }, turn.Calls);
    }

    private static string Read(ModelReply reply) => reply.Failure is not null ? "" : LenientJson.Objects(reply.Text, out _)
        .Select(element => LenientJson.Text(LenientJson.Find(element, "question")).Trim()).FirstOrDefault(text => text.Length > 0) ?? "";
}
