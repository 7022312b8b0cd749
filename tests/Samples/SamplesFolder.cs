namespace AgentHelpdesk.Samples;

/// <summary>Finds tests/Samples from where the program lies, whatever the working directory.</summary>
internal static class SamplesFolder
{
    public static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "AgentHelpdesk.sln")))
                return Path.Combine(folder.FullName, "tests", "Samples");
        }

        throw new InvalidOperationException($"No AgentHelpdesk.sln above {AppContext.BaseDirectory}: run this from a checkout.");
    }
}
