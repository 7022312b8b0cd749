namespace AgentHelpdesk.TeamsBot.Packaging;

/// <summary>The templates and icons of infra/teams, kept inside the program: a published bot makes its package too.</summary>
internal static class PackageParts
{
    /// <exception cref="InvalidOperationException">The program was built without it.</exception>
    public static byte[] Read(string name)
    {
        using var stream = typeof(PackageParts).Assembly.GetManifestResourceStream($"TeamsApp.{name}")
            ?? throw new InvalidOperationException($"The part {name} of the app package is not embedded in this program.");
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
