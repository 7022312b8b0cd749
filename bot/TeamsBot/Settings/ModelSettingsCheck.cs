using AgentHelpdesk.ModelServers;

namespace AgentHelpdesk.TeamsBot.Settings;

/// <summary>The settings of the chat model and the embedding model, as far as they stop a start.</summary>
internal static class ModelSettingsCheck
{
    public static IEnumerable<SettingProblem> Check(IConfiguration configuration) =>
        All(configuration).Where(problem => !problem.IsWarning).Select(Of);

    /// <summary>What is worth a sentence and stops nothing.</summary>
    public static IEnumerable<SettingProblem> Warnings(IConfiguration configuration) => All(configuration).Where(problem => problem.IsWarning).Select(Of);

    private static IEnumerable<ServerSettingProblem> All(IConfiguration configuration) =>
    [
        .. ServerSettings.Check(configuration.GetSection(ModelOptions.Section).Get<ModelOptions>() ?? new()),
        .. ServerSettings.Check(configuration.GetSection(EmbeddingOptions.Section).Get<EmbeddingOptions>() ?? new()),
    ];

    private static SettingProblem Of(ServerSettingProblem problem) => problem.Fault is ServerSettingFault.Missing
        ? new SettingProblem.Needed(problem.Key, $"{problem.Key.Split(':')[0]}:{nameof(ModelOptions.Kind)}")
        : new SettingProblem.OfServer(problem.Key, problem.Value, problem.Fault);
}
