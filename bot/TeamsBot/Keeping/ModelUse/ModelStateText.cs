using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Resources;

namespace AgentHelpdesk.TeamsBot.Keeping.ModelUse;

/// <summary>The model's state to read, and as JSON.</summary>
internal static class ModelStateText
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(ModelState state, Language language)
    {
        var (messages, use, budget) = (Messages.In(language), state.Today, state.Budget);
        var text = new StringBuilder()
            .AppendLine(state.Model is { } model ? messages.ModelConfigured(Printable.Line(model)) : messages.ModelNotConfigured)
            .AppendLine(state.Switch is { IsOff: true, ChangedOn: { } day } ? messages.ModelIsOff(day, Printable.Line(state.Switch.Reason)) : messages.ModelIsOn)
            .AppendLine(messages.ModelUsed(use.Day, use.Calls, use.InputTokens, use.OutputTokens));
        if (use.Estimated > 0)
            text.AppendLine(messages.ModelEstimated(use.Estimated));
        if (budget.InputPrice > 0 || budget.OutputPrice > 0)
            text.AppendLine(messages.ModelCost(use.Cost, budget.Currency));
        if (budget.TokensPerDay > 0)
            text.AppendLine(messages.ModelTokenBudget(use.Tokens, budget.TokensPerDay));
        if (budget.CostPerDay > 0)
            text.AppendLine(messages.ModelCostBudget(use.Cost, budget.CostPerDay, budget.Currency));
        if (state.IsSpent)
            text.AppendLine(messages.ModelBudgetSpent);
        foreach (var (reason, times) in state.Failures)
            text.AppendLine(messages.ModelFailed(Printable.Line(reason), times));
        return text.ToString();
    }

    public static string Json(ModelState state) => JsonSerializer.Serialize(
        new
        {
            state.Model,
            state.Switch.IsOff,
            state.Switch.Reason,
            state.Switch.ChangedOn,
            state.Today.Day,
            state.Today.Calls,
            state.Today.Estimated,
            state.Today.InputTokens,
            state.Today.OutputTokens,
            state.Today.Cost,
            state.Budget.Currency,
            state.Budget.TokensPerDay,
            state.Budget.CostPerDay,
            state.IsSpent,
            Failures = state.Failures.ToDictionary(failure => failure.Reason, failure => failure.Times),
        },
        Form) + "\n";
}
