namespace AgentHelpdesk.TeamsBot.Settings;

/// <summary>The settings beside the program and in the environment, for what needs one or two of them and no helpdesk.</summary>
internal static class ProgramSettings
{
    public static IConfiguration Read() =>
        new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true).AddEnvironmentVariables().Build();
}
