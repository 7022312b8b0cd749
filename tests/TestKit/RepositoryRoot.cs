namespace AgentHelpdesk.TestKit;

/// <summary>Finds the checkout from where the test program lies, whatever the working directory.</summary>
public static class RepositoryRoot
{
    public static string Path { get; } = Find();

    public static string Combine(params ReadOnlySpan<string> parts) => System.IO.Path.Combine([Path, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "AgentHelpdesk.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"No AgentHelpdesk.sln above {AppContext.BaseDirectory}: run the tests from a checkout.");
    }
}
