using System.Diagnostics;
using AgentHelpdesk.TestKit;

namespace AgentHelpdesk.TeamsBot.Tests.Teams.Speaking;

/// <summary>What the library that Teams and others show cards with has to say against a card.</summary>
internal static class CardReader
{
    public const string WhyAbsent = "adaptivecards is absent: npm ci --prefix tests/npm.";

    private static readonly string Folder = RepositoryRoot.Combine("tests", "npm");

    // A continuous build that lost it must fail, not skip.
    public static bool MayRun => File.Exists(Path.Combine(Folder, "node_modules", "adaptivecards", "package.json")) || Environment.GetEnvironmentVariable("CI") is { Length: > 0 };

    public static async Task<string> SaidAgainstAsync(string card)
    {
        using var node = Process.Start(new ProcessStartInfo("node", ["read-card.cjs"])
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        }) ?? throw new InvalidOperationException("node could not be started.");
        var (said, wrong) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.StandardInput.WriteAsync(card);
        node.StandardInput.Close();
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        return await said + await wrong;
    }
}
