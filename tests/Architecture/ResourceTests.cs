using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace AgentHelpdesk.Architecture;

/// <summary>Every sentence for people exists in English (neutral) and French, with the same places to fill in.</summary>
public sealed partial class ResourceTests
{
    public static TheoryData<string> NeutralFiles()
    {
        var files = new TheoryData<string>();
        foreach (var file in new[] { "bot", "ingestion" }.SelectMany(folder => RepositoryFiles.Find(folder, "*.resx")))
        {
            if (!file.EndsWith(".fr.resx", StringComparison.Ordinal))
                files.Add(RepositoryFiles.Relative(file));
        }

        return files;
    }

    [Theory]
    [MemberData(nameof(NeutralFiles))]
    public void French_and_English_have_the_same_keys_and_placeholders(string neutral)
    {
        var path = Path.Combine(TestKit.RepositoryRoot.Path, neutral);
        var english = Read(path);
        var french = Read(Path.ChangeExtension(path, ".fr.resx"));

        french.Keys.Order(StringComparer.Ordinal).ShouldBe(english.Keys.Order(StringComparer.Ordinal));
        english.Where(pair => !Placeholders(pair.Value).SequenceEqual(Placeholders(french[pair.Key]))).Select(pair => pair.Key).ShouldBeEmpty();
        english.Concat(french).Where(pair => string.IsNullOrWhiteSpace(pair.Value)).Select(pair => pair.Key).ShouldBeEmpty();
    }

    private static Dictionary<string, string> Read(string path) =>
        XDocument.Load(path).Root!.Elements("data").ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    private static IEnumerable<string> Placeholders(string sentence) =>
        Placeholder().Matches(sentence).Select(match => match.Groups["number"].Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{(?<number>\w+)(?::[^}]*)?\}")]
    private static partial Regex Placeholder();
}
