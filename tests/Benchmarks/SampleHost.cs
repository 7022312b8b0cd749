using System.Diagnostics;

namespace AgentHelpdesk.Benchmarks;

/// <summary>The web host over the samples, in a process and a data folder of its own.</summary>
internal sealed class SampleHost : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("agenthelpdesk-pages-");
    private readonly Process _process;

    private SampleHost((string Key, string Value)[] settings)
    {
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, "AgentHelpdesk.TeamsBot.dll"), "--data", _folder.FullName, "--urls", "http://127.0.0.1:0"];
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = start.Environment["DOTNET_ENVIRONMENT"] = "Development";
        foreach (var (key, value) in settings)
            start.Environment[key] = value;
        _process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
    }

    public Uri Address { get; private set; } = new("about:blank");

    /// <summary>Returns when the samples are published and the address is said.</summary>
    /// <param name="settings">As environment variables: "Bot__AllowAnonymous".</param>
    public static async Task<SampleHost> StartAsync(params (string Key, string Value)[] settings)
    {
        var host = new SampleHost(settings);
        while (await host._process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (!line.StartsWith("http://", StringComparison.Ordinal) || !Uri.TryCreate(line, UriKind.Absolute, out var address))
                continue;
            host.Address = address;
            return host;
        }

        throw new InvalidOperationException("The host ended before it said its address.");
    }

    /// <summary>What the process holds of the machine's memory, in megabytes.</summary>
    public double MegabytesHeld()
    {
        _process.Refresh();
        return _process.WorkingSet64 / 1e6;
    }

    /// <summary>Processor time used so far, all cores together.</summary>
    public TimeSpan ProcessorTime()
    {
        _process.Refresh();
        return _process.TotalProcessorTime;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }
}
