namespace AgentHelpdesk.TestKit;

/// <summary>The folder of third-party data beside the checkout; tests that need it are skipped, with this reason, where it is absent.</summary>
public static class SharedFolder
{
    public const string WhyAbsent = "The third-party data beside the checkout (../shared) is absent.";

    private static readonly string Path = System.IO.Path.GetFullPath(RepositoryRoot.Combine("..", "shared"));

    public static bool Exists => Directory.Exists(Path);

    public static string Combine(params ReadOnlySpan<string> parts) => System.IO.Path.Combine([Path, .. parts]);
}
