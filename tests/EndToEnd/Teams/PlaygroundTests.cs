using System.Diagnostics;
using AgentHelpdesk.TestKit;

namespace AgentHelpdesk.EndToEnd.Teams;

/// <summary>The instrument itself: a program that this house did not write stays on this machine.</summary>
public sealed class PlaygroundTests
{
    [Theory]
    [InlineData("net.connect(443, '192.0.2.1')")]
    [InlineData("net.connect({ port: 443, host: 'telemetry.example' })")]
    [InlineData("require('node:https').get('https://telemetry.example/')")]
    public async Task The_guard_refuses_whatever_would_leave_this_machine(string connect) =>
        (await RunAsync($"{connect}.on('error', error => console.log(error.code))")).ShouldBe("ENETUNREACH");

    [Fact]
    public async Task The_guard_lets_this_machine_talk_to_itself_alone() =>
        (await RunAsync("""
            const server = net.createServer(socket => socket.end(server.address().address)).listen(0, () =>
                net.connect(server.address().port, 'localhost').on('data', said => { console.log(String(said)); server.close(); }))
            """)).ShouldBe("127.0.0.1");

    private static async Task<string> RunAsync(string script)
    {
        Assert.SkipUnless(Playground.MayRun, Playground.WhyAbsent);
        var start = new ProcessStartInfo("node", ["--require", RepositoryRoot.Combine("tests", "npm", "loopback-only.js"), "-e", $"const net = require('node:net'); {script}"])
        {
            RedirectStandardOutput = true,
        };
        using var node = Process.Start(start)!;
        return (await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).Trim();
    }
}
