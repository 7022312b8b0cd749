using System.Text.Json;
using System.Xml.Linq;
using AgentHelpdesk.TestKit;

namespace AgentHelpdesk.Architecture;

/// <summary>Publishing itself takes minutes; what would make it fail, or change the lock files, is looked for here.</summary>
public sealed class ExecutableTests
{
    private const string Runtime = "linux-x64";

    public static TheoryData<string> Hosts => ["bot/TeamsBot", "ingestion/IngestionJob"];

    [Theory]
    [MemberData(nameof(Hosts))]
    public void The_guide_s_command_publishes_each_host_for_the_runtime_that_its_lock_file_holds(string host)
    {
        File.ReadAllText(RepositoryRoot.Combine("docs", "operations.md"))
            .ShouldContain($"dotnet publish {host} -c Release -r {Runtime} --self-contained");

        using var locked = JsonDocument.Parse(File.ReadAllText(RepositoryRoot.Combine([.. host.Split('/'), "packages.lock.json"])));
        var targets = locked.RootElement.GetProperty("dependencies");
        targets.TryGetProperty($"net10.0/{Runtime}", out var native).ShouldBeTrue();
        native.EnumerateObject().ShouldContain(package => package.Name.Contains("sqlite", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Every_project_is_restored_for_that_runtime_and_no_trimming_removes_what_is_found_by_name()
    {
        var properties = XDocument.Load(RepositoryRoot.Combine("Directory.Build.props")).Descendants().ToList();

        properties.Single(property => property.Name == "RuntimeIdentifiers").Value.Split(';').ShouldContain(Runtime);
        properties.Single(property => property.Name == "SatelliteResourceLanguages").Value.Split(';').ShouldContain("fr");
        properties.Single(property => property.Name == "InvariantGlobalization").Value.ShouldBe("false");
        foreach (var project in RepositoryFiles.Find("bot", "*.csproj").Concat(RepositoryFiles.Find("ingestion", "*.csproj")))
            File.ReadAllText(project).ShouldNotContain("PublishTrimmed", customMessage: project);
    }
}
