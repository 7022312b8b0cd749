using AgentHelpdesk.Answering.Grounding;
using AgentHelpdesk.ModelServers;

namespace AgentHelpdesk.TeamsBot.Settings;

/// <summary>The settings of the chat model and the embedding model, as far as they stop a start.</summary>
internal static class ModelSettingsCheck
{
    public static IEnumerable<SettingProblem> Check(IConfiguration configuration) =>
        All(configuration).Where(problem => !problem.IsWarning).Select(Of).Concat(Budget(configuration.GetSection(ModelBudgetOptions.Section).Get<ModelBudgetOptions>() ?? new()));

    /// <summary>What is worth a sentence and stops nothing.</summary>
    public static IEnumerable<SettingProblem> Warnings(IConfiguration configuration) => All(configuration).Where(problem => problem.IsWarning).Select(Of);

    private static IEnumerable<ServerSettingProblem> All(IConfiguration configuration) =>
    [
        .. ServerSettings.Check(configuration.GetSection(ModelOptions.Section).Get<ModelOptions>() ?? new()),
        .. ServerSettings.Check(configuration.GetSection(EmbeddingOptions.Section).Get<EmbeddingOptions>() ?? new()),
    ];

    // A limit that nothing is counted against would never hold.
    private static IEnumerable<SettingProblem> Budget(ModelBudgetOptions budget)
    {
        if (budget is { CostPerDay: > 0, InputPrice: 0, OutputPrice: 0 })
        {
            yield return new SettingProblem.Unpriced(
                $"{ModelBudgetOptions.Section}:{nameof(budget.CostPerDay)}", $"{ModelBudgetOptions.Section}:{nameof(budget.InputPrice)}", $"{ModelBudgetOptions.Section}:{nameof(budget.OutputPrice)}");
        }
    }

    private static SettingProblem Of(ServerSettingProblem problem) => problem.Fault is ServerSettingFault.Missing
        ? new SettingProblem.Needed(problem.Key, $"{problem.Key.Split(':')[0]}:{nameof(ModelOptions.Kind)}")
        : new SettingProblem.OfServer(problem.Key, problem.Value, problem.Fault);
}
