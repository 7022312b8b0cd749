using System.Collections.Concurrent;
using System.Diagnostics;
using AgentHelpdesk.TestKit;

namespace AgentHelpdesk.EndToEnd.Hosts;

/// <summary>The web host as a person starts it: a process of its own, whose lines are read.</summary>
internal sealed class HelpdeskProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ConcurrentQueue<string> _error = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HelpdeskProcess(string program, string environment, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, program), .. arguments])
        {
            // Another working directory than the checkout's: nothing may depend on it.
            WorkingDirectory = Path.GetTempPath(),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        start.Environment["DOTNET_ENVIRONMENT"] = environment;
        _process = new() { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(_error, line.Data);
        _process.Exited += (_, _) => _address.TrySetException(new InvalidOperationException("The host ended before it said its address."));
    }

    public IReadOnlyList<string> Output => [.. _output];

    public string Errors => string.Join('\n', _error);

    public async Task<Uri> AddressAsync() => await _address.Task.WaitAsync(Patience);

    public static HelpdeskProcess Start(string environment, params string[] arguments) => StartProgram("AgentHelpdesk.TeamsBot.dll", environment, arguments);

    /// <summary>The ingestion job, run to its end.</summary>
    public static async Task<int> RunJobAsync(params string[] arguments)
    {
        await using var job = StartProgram("AgentHelpdesk.IngestionJob.dll", "Production", arguments);
        return await job.ExitAsync();
    }

    private static HelpdeskProcess StartProgram(string program, string environment, string[] arguments)
    {
        var host = new HelpdeskProcess(program, environment, arguments);
        host._process.Start();
        host._process.BeginOutputReadLine();
        host._process.BeginErrorReadLine();
        return host;
    }

    /// <summary>Over the samples, in a folder of its own, on a free port; ready to answer.</summary>
    public static async Task<HelpdeskProcess> WithSamplesAsync(TempFolder folder, params string[] settings)
    {
        var host = Start("Development", ["--data", folder.Path, "--urls", "http://127.0.0.1:0", .. settings]);
        await host.AddressAsync();
        return host;
    }

    /// <summary>Returns when that many lines were written.</summary>
    public async Task LinesAsync(int count)
    {
        while (_output.Count < count && !_process.HasExited)
            await Task.Delay(5, TestContext.Current.CancellationToken);
    }

    public async Task<int> ExitAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience);
        return _process.ExitCode;
    }

    /// <summary>As the power fails.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    private void Read(string? line)
    {
        Keep(_output, line);
        if (line is not null && line.StartsWith("http://", StringComparison.Ordinal) && Uri.TryCreate(line, UriKind.Absolute, out var address))
            _address.TrySetResult(address);
    }

    private static void Keep(ConcurrentQueue<string> lines, string? line)
    {
        if (line is not null)
            lines.Enqueue(line);
    }
}
