using System.Collections.Concurrent;
using System.Diagnostics;
using AgentHelpdesk.TestKit;

namespace AgentHelpdesk.EndToEnd.Teams;

/// <summary>
/// Microsoft 365 Agents Playground: the client and connector that the bot's maker tests against, as a process of its own that reaches
/// nothing but this machine. Installed for tests alone, never shipped; used through its window and its command line.
/// </summary>
internal sealed class Playground : IAsyncDisposable
{
    public const string WhyAbsent = "The playground is absent: npm ci --prefix tests/npm.";

    private const string Listening = "Listening on ";

    // A loaded machine is slow, not broken.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly string Program = RepositoryRoot.Combine("tests", "npm", "node_modules", "@microsoft", "m365agentsplayground", "cli.js");

    private static readonly string Guard = RepositoryRoot.Combine("tests", "npm", "loopback-only.js");

    private readonly TempFolder _folder = new();
    private readonly ConcurrentQueue<string> _said = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _process;

    private Playground(Uri bot, string[] more)
    {
        var start = new ProcessStartInfo("node",
        [
            "--require", Guard, Program, "start", "-e", new Uri(bot, "/api/messages").ToString(), "-c", "msteams", "-p", "0", "--disable-telemetry", .. more,
        ])
        {
            // It reads its people there, and writes its log.
            WorkingDirectory = _folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["TEAMSAPPTESTER_BROWSER"] = "none";
        _process = new() { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Exited += (_, _) => _address.TrySetException(new InvalidOperationException($"The playground ended: {string.Join('\n', _said)}"));
    }

    // A continuous build that lost the real client must fail, not skip.
    public static bool MayRun => File.Exists(Program) || Environment.GetEnvironmentVariable("CI") is { Length: > 0 };

    /// <summary>Where its window is opened. It takes another port than the one asked for where that is taken, so only what it prints counts.</summary>
    public Uri Address { get; private set; } = new("http://localhost");

    /// <param name="bot">The host that serves <c>/api/messages</c>.</param>
    /// <param name="more">Further options of its command line.</param>
    public static async Task<Playground> StartAsync(Uri bot, params string[] more)
    {
        var playground = new Playground(bot, more);
        await File.WriteAllTextAsync(playground._folder.Combine(".m365agentsplayground.yml"), PlaygroundPeople.Settings(Guid.CreateVersion7().ToString("N")), TestContext.Current.CancellationToken);
        playground._process.Start();
        playground._process.BeginOutputReadLine();
        playground._process.BeginErrorReadLine();
        playground.Address = await playground._address.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
        return playground;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Dispose();
    }

    private void Read(string? line)
    {
        if (line is null)
            return;
        _said.Enqueue(line);
        if (line.StartsWith(Listening, StringComparison.Ordinal) && int.TryParse(line.AsSpan(Listening.Length), out var port))
            _address.TrySetResult(new($"http://localhost:{port}"));
    }
}
