using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgentHelpdesk.ChannelDoubles;
using AgentHelpdesk.TestKit;

namespace AgentHelpdesk.BotProtocol.Tests.Tokens;

/// <summary>What the archived SDK's own check says of the same requests, in its own program.</summary>
internal static class SecondOpinion
{
    public const string WhyAbsent = "npm botframework-connector is absent: npm ci --prefix tests/npm --ignore-scripts";

    private static readonly string Modules = RepositoryRoot.Combine("tests", "npm", "node_modules");

    public static bool Exists => Directory.Exists(Path.Combine(Modules, "botframework-connector"));

    public static async Task<string[]> AskAsync(TokenDouble tokens, IReadOnlyList<TokenCase> cases, CancellationToken cancellationToken)
    {
        var script = RepositoryRoot.Combine("tests", "BotProtocol.Tests", "Tokens", "second-opinion.cjs");
        using var node = Process.Start(new ProcessStartInfo("node", [script, Modules]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })
            ?? throw new InvalidOperationException("node did not start.");
        var errors = node.StandardError.ReadToEndAsync(cancellationToken);
        var verdicts = node.StandardOutput.ReadToEndAsync(cancellationToken);
        await node.StandardInput.WriteAsync(new JsonObject
        {
            ["metadata"] = tokens.ChannelMetadata,
            ["entra"] = $"{tokens.EntraAuthority}/common/v2.0/.well-known/openid-configuration",
            ["app"] = SomeActivity.App,
            ["cases"] = new JsonArray([.. cases.Select(one => new JsonObject { ["header"] = one.Header, ["activity"] = one.Activity.DeepClone() })]),
        }.ToJsonString().AsMemory(), cancellationToken);
        node.StandardInput.Close();
        await node.WaitForExitAsync(cancellationToken);
        node.ExitCode.ShouldBe(0, await errors);
        return JsonSerializer.Deserialize<string[]>(await verdicts) ?? [];
    }
}
