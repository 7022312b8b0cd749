using System.IO.Compression;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Resources;
using AgentHelpdesk.TeamsBot.Verbs;
using AgentHelpdesk.TestKit;

namespace AgentHelpdesk.TeamsBot.Tests.Verbs;

public sealed class TeamsPackageVerbTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    private string File => Path.Combine(_folder.Path, "helpdesk.zip");

    public void Dispose()
    {
        _folder.Dispose();
        _output.Dispose();
        _error.Dispose();
    }

    [Fact]
    public async Task A_package_is_written_and_needs_no_data_folder()
    {
        (await RunAsync("--app-id", "5A3E1A52-7A4C-4D3E-9F5C-0D6A3B0C1E11", "--public-url", "https://helpdesk.example.fr/", "--website", "https://www.example.fr")).ShouldBe(ExitCode.Done, _error.ToString());

        await using var zip = await ZipFile.OpenReadAsync(File, TestContext.Current.CancellationToken);
        using var manifest = new StreamReader(await zip.GetEntry("manifest.json")!.OpenAsync(TestContext.Current.CancellationToken));
        (await manifest.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldContain("\"id\": \"5a3e1a52-7a4c-4d3e-9f5c-0d6a3b0c1e11\"");
        _output.ToString().ShouldContain(File);
        _error.ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_page_of_the_organisation_it_is_written_and_the_lack_is_said()
    {
        (await RunAsync("--app-id", "5a3e1a52-7a4c-4d3e-9f5c-0d6a3b0c1e11", "--public-url", "https://helpdesk.example.fr")).ShouldBe(ExitCode.Done);

        _error.ToString().ShouldContain("--website");
    }

    [Theory]
    [InlineData("--app-id", "bot", "bot")]
    [InlineData("--app-id", "00000000-0000-0000-0000-000000000000", "00000000-0000-0000-0000-000000000000")]
    [InlineData("--public-url", "", "--public-url")]
    [InlineData("--public-url", "http://helpdesk.example.fr", "https://")]
    [InlineData("--public-url", "https://localhost:3978", "localhost")]
    [InlineData("--public-url", "https://helpdesk", "« helpdesk »")]
    [InlineData("--public-url", "https://10.1.2.3", "10.1.2.3")]
    [InlineData("--name", "un nom de plus de trente caractères", "30")]
    [InlineData("--name", " ", "30")]
    [InlineData("--organization", "un organisme de plus de trente-deux caractères", "32")]
    [InlineData("--website", "www.example.fr", "www.example.fr")]
    [InlineData("--privacy", "http://www.example.fr", "http://www.example.fr")]
    [InlineData("--terms", "javascript:alert(1)", "javascript")]
    [InlineData("--package-version", "1.0", "1.0")]
    [InlineData("--package-version", "1.0.01", "1.0.01")]
    [InlineData("--starter", "", "128")]
    public async Task A_wish_that_teams_would_refuse_writes_nothing_and_is_named(string option, string value, string named)
    {
        string[] given = [option, value];
        string[] rest = [.. new[] { ("--app-id", "5a3e1a52-7a4c-4d3e-9f5c-0d6a3b0c1e11"), ("--public-url", "https://helpdesk.example.fr") }.Where(pair => pair.Item1 != option).SelectMany(pair => new[] { pair.Item1, pair.Item2 })];

        (await RunAsync([.. given, .. rest])).ShouldBe(ExitCode.Usage);

        _error.ToString().Replace('\u00a0', ' ').Replace('\u202f', ' ').ShouldContain(named);
        System.IO.File.Exists(File).ShouldBeFalse();
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_said_with_its_path()
    {
        Directory.CreateDirectory(File);

        (await RunAsync("--app-id", "5a3e1a52-7a4c-4d3e-9f5c-0d6a3b0c1e11", "--public-url", "https://helpdesk.example.fr")).ShouldBe(ExitCode.Failed);

        _error.ToString().ShouldContain(File);
    }

    private Task<int> RunAsync(params string[] arguments) =>
        HelpdeskCommand.Create(Messages.In(Language.French), (_, _) => Task.FromResult(ExitCode.Failed))
            .Parse(["teams-package", File, .. arguments]).InvokeAsync(new() { Output = _output, Error = _error }, TestContext.Current.CancellationToken);
}
