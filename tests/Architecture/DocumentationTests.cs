using System.Text.RegularExpressions;
using AgentHelpdesk.TestKit;

namespace AgentHelpdesk.Architecture;

public sealed partial class DocumentationTests
{
    [Fact]
    public void Every_option_stands_in_operations_md()
    {
        var operations = File.ReadAllText(RepositoryRoot.Combine("docs", "operations.md"));
        var options = RepositoryFiles.Sources("bot", "ingestion").Where(file => file.EndsWith("Options.cs", StringComparison.Ordinal)).ToList();

        options.ShouldNotBeEmpty();
        options.SelectMany(file => SettableProperty().Matches(File.ReadAllText(file)).Select(match => match.Groups["name"].Value)
                .Where(name => !Regex.IsMatch(operations, $@"[`:]{name}\b"))
                .Select(name => $"{name} of {Path.GetFileName(file)}"))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Decision_records_are_numbered_once_and_listed()
    {
        var records = RepositoryFiles.Find("docs/decisions", "????-*.md").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal).ToList();
        var index = File.ReadAllText(RepositoryRoot.Combine("docs", "decisions", "README.md"));

        records.ShouldNotBeEmpty();
        records.Select(name => name[..4]).ShouldBeUnique();
        records.Where(name => !index.Contains($"({name})", StringComparison.Ordinal)).ShouldBeEmpty();
        ListedRecord().Matches(index).Select(match => match.Groups["file"].Value).Where(name => !records.Contains(name)).ShouldBeEmpty();
    }

    [Fact]
    public void Decision_records_have_every_part_and_at_most_60_lines()
    {
        foreach (var file in RepositoryFiles.Find("docs/decisions", "????-*.md"))
        {
            var text = File.ReadAllText(file);
            foreach (var part in new[] { "Status:", "Date:", "## Context", "## Decision", "## Consequences", "## Rejected", "## Revisit when" })
                text.ShouldContain(part, Case.Sensitive, $"{Path.GetFileName(file)} lacks its part '{part}'.");
            text.Split('\n').Length.ShouldBeLessThanOrEqualTo(61, Path.GetFileName(file));
        }
    }

    [Fact]
    public void Relative_links_of_the_documents_lead_somewhere()
    {
        var pages = RepositoryFiles.Find("docs", "*.md").Concat(new[] { "README.md", "CONTRIBUTING.md", "CHANGELOG.md" }.Select(name => RepositoryRoot.Combine(name)));
        pages.SelectMany(page => Link().Matches(File.ReadAllText(page))
                .Select(match => match.Groups["target"].Value)
                .Where(target => !target.Contains("://", StringComparison.Ordinal))
                .Where(target => !Path.Exists(Path.Combine(Path.GetDirectoryName(page)!, target)))
                .Select(target => $"{RepositoryFiles.Relative(page)} → {target}"))
            .ShouldBeEmpty();
    }

    [Fact]
    public void The_readme_has_at_most_80_lines() =>
        File.ReadLines(RepositoryRoot.Combine("README.md")).Count().ShouldBeLessThanOrEqualTo(80);

    [GeneratedRegex(@"public\s+(?:required\s+)?[\w<>?\[\],. ]+?\s+(?<name>\w+)\s*\{\s*get;\s*(?:set|init);")]
    private static partial Regex SettableProperty();

    [GeneratedRegex(@"\((?<file>\d{4}-[^)]+\.md)\)")]
    private static partial Regex ListedRecord();

    [GeneratedRegex(@"\]\((?<target>[^)#\s]+)(?:#[^)]*)?\)")]
    private static partial Regex Link();
}
