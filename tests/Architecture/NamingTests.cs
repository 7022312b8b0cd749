using System.Text.RegularExpressions;

namespace AgentHelpdesk.Architecture;

public sealed partial class NamingTests
{
    /// <summary>Suffixes that say nothing; the glossary has a word for the thing.</summary>
    private static readonly string[] Banned =
        ["Helper", "Helpers", "Util", "Utils", "Common", "Core", "Base", "Info", "Data", "Impl", "Service", "Processor", "Handler", "Manager", "Dto"];

    [Fact]
    public void No_type_name_ends_in_a_word_that_says_nothing() =>
        Types().Where(type => Banned.Any(suffix => type.Name.EndsWith(suffix, StringComparison.Ordinal)) && type.Name != "KnowledgeManager")
            .Select(type => $"{type.Name} in {type.File}").ShouldBeEmpty();

    [Fact]
    public void The_first_type_in_a_file_is_the_one_the_file_is_named_after() =>
        RepositoryFiles.Sources("bot", "ingestion")
            .Select(file => (File: RepositoryFiles.Relative(file), First: TypeDeclaration().Match(File.ReadAllText(file)), Name: Path.GetFileNameWithoutExtension(file)))
            .Where(file => file.First.Success && !file.Name.Contains("Records", StringComparison.Ordinal) && !file.Name.Contains('.', StringComparison.Ordinal))
            .Where(file => !file.First.Groups["name"].Value.StartsWith(file.Name, StringComparison.Ordinal)
                && !Regex.IsMatch(File.ReadAllText(Path.Combine(TestKit.RepositoryRoot.Path, file.File)), $@"\b(class|record|struct|interface|enum)\s+{file.Name}\b"))
            .Select(file => $"{file.File} begins with {file.First.Groups["name"].Value}").ShouldBeEmpty();

    [Fact]
    public void No_folder_is_named_for_a_kind() =>
        RepositoryFiles.Sources("bot", "ingestion", "tests").Select(file => Path.GetFileName(Path.GetDirectoryName(file)!))
            .Distinct().Intersect(["Models", "Interfaces", "Enums", "Extensions", "Helpers", "Utils", "Config", "Types", "Common"]).ShouldBeEmpty();

    [Fact]
    public void No_source_file_is_longer_than_300_lines() =>
        RepositoryFiles.Sources("bot", "ingestion", "tests")
            .Select(file => (File: RepositoryFiles.Relative(file), Lines: File.ReadLines(file).Count()))
            .Where(file => file.Lines > 300).Select(file => $"{file.File}: {file.Lines} lines").ShouldBeEmpty();

    [Fact]
    public void No_left_over_or_suppression_stands_in_the_sources() =>
        RepositoryFiles.Sources("bot", "ingestion", "tests")
            .Where(file => Path.GetFileName(file) != "NamingTests.cs")
            .Where(file => LeftOver().IsMatch(File.ReadAllText(file)))
            .Select(RepositoryFiles.Relative).ShouldBeEmpty();

    private static IEnumerable<(string Name, string File)> Types() =>
        RepositoryFiles.Sources("bot", "ingestion", "tests").SelectMany(file =>
            TypeDeclaration().Matches(File.ReadAllText(file)).Select(match => (match.Groups["name"].Value, RepositoryFiles.Relative(file))));

    [GeneratedRegex(@"^\s*(?:(?:public|internal|private|protected|sealed|abstract|static|readonly|partial|file|ref)\s+)*(?:class|record(?:\s+struct)?|struct|interface|enum)\s+(?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex TypeDeclaration();

    [GeneratedRegex(@"\bTODO\b|\bFIXME\b|\bHACK\b|NotImplementedException|#pragma warning|#if\b")]
    private static partial Regex LeftOver();
}
