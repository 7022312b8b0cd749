using System.Net;
using System.Net.Sockets;
using AgentHelpdesk.TestKit;

namespace AgentHelpdesk.EndToEnd.Hosts;

public sealed class HostStartTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_first_start_says_what_it_does_then_a_line_a_file_then_the_address_alone()
    {
        var samples = Directory.GetFiles(RepositoryRoot.Combine("tests", "Samples", "pdf"), "*.pdf").Select(Path.GetFileName).ToList();
        await using var host = await HelpdeskProcess.WithSamplesAsync(_folder);

        var lines = host.Output;
        lines[0].ShouldContain(_folder.Path);
        lines.Skip(2).Take(samples.Count).Select(line => line.Trim().Split('\u202f')[0]).Order().ShouldBe(samples.Order());
        lines[^1].ShouldBe((await host.AddressAsync()).OriginalString);
        lines.Count.ShouldBe(samples.Count + 4, "start, samples, a line a file, ready, address");
        host.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_second_start_ingests_nothing()
    {
        await (await HelpdeskProcess.WithSamplesAsync(_folder)).DisposeAsync();

        await using var host = await HelpdeskProcess.WithSamplesAsync(_folder);

        host.Output.Count.ShouldBe(3, string.Join('\n', host.Output));
    }

    [Fact]
    public async Task A_first_start_killed_in_the_middle_is_completed_by_the_next()
    {
        await using (var killed = HelpdeskProcess.Start("Development", "--data", _folder.Path, "--urls", "http://127.0.0.1:0"))
        {
            await killed.LinesAsync(5);
            await killed.KillAsync();
        }

        await using var host = await HelpdeskProcess.WithSamplesAsync(_folder);

        // The samples are fourteen files of thirteen documents, one of them damaged.
        using var client = new HttpClient { BaseAddress = await host.AddressAsync() };
        (await client.GetStringAsync("/", Token)).ShouldContain("12 documents publi");
    }

    [Fact]
    public async Task Production_never_gets_the_samples()
    {
        await using var host = HelpdeskProcess.Start("Production", "--data", _folder.Path, "--urls", "http://127.0.0.1:0");
        await host.AddressAsync();

        host.Output.Count.ShouldBe(3, string.Join('\n', host.Output));
    }

    [Fact]
    public async Task A_taken_port_is_said_with_its_remedy()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var address = $"http://localhost:{((IPEndPoint)taken.LocalEndpoint).Port}";

        await RefusesAsync(["--data", _folder.Path, "--urls", address], 1, address, "--urls");
    }

    [Fact]
    public Task A_folder_that_cannot_be_written_is_said_with_its_remedy() =>
        RefusesAsync(["--data", "/proc/agenthelpdesk"], 1, "/proc/agenthelpdesk", "--data");

    [Fact]
    public async Task A_file_that_is_no_database_is_said_with_its_remedy()
    {
        await File.WriteAllTextAsync(_folder.Combine("knowledge.db"), new string('x', 8192), Token);

        await RefusesAsync(["--data", _folder.Path], 1, "knowledge.db", "restore-backup");
    }

    [Fact]
    public Task A_bad_setting_is_said_by_its_full_key() =>
        RefusesAsync(["--data", _folder.Path, "--Web:TurnSeconds=0"], 1, "Web:TurnSeconds", "docs/operations.md");

    [Fact]
    public Task An_address_that_is_none_is_said_with_its_remedy() => RefusesAsync(["--data", _folder.Path, "--urls", "là-bas"], 2, "là-bas", "--urls");

    private static async Task RefusesAsync(string[] arguments, int exitCode, string value, string remedy)
    {
        await using var host = HelpdeskProcess.Start("Production", arguments);

        (await host.ExitAsync()).ShouldBe(exitCode);
        var lines = host.Errors.Split('\n');
        lines.Length.ShouldBe(2, host.Errors);
        lines[0].ShouldContain(value);
        lines[1].ShouldContain(remedy);
    }
}
