using AgentHelpdesk.BotProtocol;
using AgentHelpdesk.BotProtocol.Tokens;

namespace AgentHelpdesk.TeamsBot.Settings;

/// <summary>
/// Whether the settings of the bot in its channel go together: one that is missing or mistaken would let in nobody, or somebody, and be noticed late.
/// The secret's value is never said.
/// </summary>
internal static class BotSettingsCheck
{
    private const string AppId = $"{BotOptions.Section}:{nameof(BotOptions.AppId)}";

    public static IEnumerable<SettingProblem> Check(BotOptions options, bool isProduction) =>
        [.. Ids(options), .. StandIns(options), .. Switches(options, isProduction), .. options.AppId.Length > 0 ? Identity(options) : []];

    private static IEnumerable<SettingProblem> Ids(BotOptions options)
    {
        if (options.AppId.Length > 0 && !IsGuid(options.AppId))
            yield return new SettingProblem.NotGuid(AppId, options.AppId);
        if (options.TenantId.Length > 0 && !IsGuid(options.TenantId))
            yield return new SettingProblem.NotGuid(Key(nameof(options.TenantId)), options.TenantId);
        foreach (var tenant in options.AllowedTenants.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(tenant => !IsGuid(tenant)))
            yield return new SettingProblem.NotGuid(Key(nameof(options.AllowedTenants)), tenant);
    }

    private static IEnumerable<SettingProblem> StandIns(BotOptions options)
    {
        if (options.ChannelMetadata.Length > 0 && !CloudPlaces.IsLoopback(options.ChannelMetadata))
            yield return new SettingProblem.NotLocal(Key(nameof(options.ChannelMetadata)), options.ChannelMetadata);
        if (options.EntraAuthority.Length > 0 && !CloudPlaces.IsLoopback(options.EntraAuthority))
            yield return new SettingProblem.NotLocal(Key(nameof(options.EntraAuthority)), options.EntraAuthority);
    }

    private static IEnumerable<SettingProblem> Switches(BotOptions options, bool isProduction)
    {
        if (options is { AllowEmulator: true, AppId.Length: 0 })
            yield return new SettingProblem.Needed(AppId, Key(nameof(options.AllowEmulator)));
        if (isProduction && options is { AllowAnonymous: true, AppId.Length: > 0 })
            yield return new SettingProblem.Together(Key(nameof(options.AllowAnonymous)), AppId);
    }

    // In a channel the bot proves itself, and knows whom it answers.
    private static IEnumerable<SettingProblem> Identity(BotOptions options)
    {
        if (options.TenantId.Length == 0)
            yield return new SettingProblem.Needed(Key(nameof(options.TenantId)), AppId);
        if (options is { AppType: BotAppType.SingleTenant, Secret.Length: 0 })
            yield return new SettingProblem.Needed(Key(nameof(options.Secret)), $"{Key(nameof(options.AppType))} = {options.AppType}");
    }

    private static string Key(string name) => $"{BotOptions.Section}:{name}";

    private static bool IsGuid(string value) => Guid.TryParseExact(value, "D", out var id) && id != Guid.Empty;
}
