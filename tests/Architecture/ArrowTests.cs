using System.Xml.Linq;
using AgentHelpdesk.TestKit;

namespace AgentHelpdesk.Architecture;

public sealed class ArrowTests
{
    [Fact]
    public void Project_references_are_those_of_the_table_in_architecture_md()
    {
        var drawn = Drawn();
        var built = Built();

        drawn.ShouldNotBeEmpty();
        built.ShouldBe(drawn, $"Drawn:\n{string.Join('\n', drawn)}\nBuilt:\n{string.Join('\n', built)}");
    }

    [Fact]
    public void Ingestion_never_references_the_bot() =>
        RepositoryFiles.Find("ingestion", "*.csproj")
            .SelectMany(project => References(project).Select(reference => (project, reference)))
            .ShouldAllBe(pair => !pair.reference.Contains("bot/", StringComparison.Ordinal));

    [Fact]
    public void Only_the_hosts_name_the_embedded_store() =>
        Built().Where(arrow => arrow.EndsWith("→ Knowledge.Embedded", StringComparison.Ordinal))
            .ShouldBe(["IngestionJob → Knowledge.Embedded", "TeamsBot → Knowledge.Embedded"]);

    [Fact]
    public void Only_the_hosts_name_the_model_servers() =>
        Built().Where(arrow => arrow.EndsWith("→ ModelServers", StringComparison.Ordinal))
            .ShouldBe(["IngestionJob → ModelServers", "TeamsBot → ModelServers"]);

    private static string[] Drawn()
    {
        var page = File.ReadAllText(RepositoryRoot.Combine("docs", "architecture.md"));
        var table = page.Split("<!-- arrows:begin -->")[1].Split("<!-- arrows:end -->")[0];
        return [.. table.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2)
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .SelectMany(cells => cells[2].Split(',', StringSplitOptions.TrimEntries).Where(target => target != "–")
                .Select(target => $"{cells[1]} → {target}"))
            .Order(StringComparer.Ordinal)];
    }

    private static string[] Built() =>
        [.. new[] { "bot", "ingestion" }.SelectMany(folder => RepositoryFiles.Find(folder, "*.csproj"))
            .SelectMany(project => References(project)
                .Select(reference => $"{Path.GetFileNameWithoutExtension(project)} → {Path.GetFileNameWithoutExtension(reference)}"))
            .Order(StringComparer.Ordinal)];

    private static IEnumerable<string> References(string project) =>
        XDocument.Load(project).Descendants("ProjectReference").Select(reference => reference.Attribute("Include")!.Value);
}
