using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AgentHelpdesk.Answering;
using AgentHelpdesk.Answering.Grounding;
using AgentHelpdesk.Ingestion;
using AgentHelpdesk.Ingestion.Reading;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.ModelServers;
using AgentHelpdesk.ModelServers.Checking;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Documents;
using AgentHelpdesk.TeamsBot.Documents.Listing;
using AgentHelpdesk.TeamsBot.Keeping;
using AgentHelpdesk.TeamsBot.Links;
using AgentHelpdesk.TeamsBot.Packaging;
using AgentHelpdesk.TeamsBot.Resources;
using AgentHelpdesk.TestKit;

namespace AgentHelpdesk.TeamsBot.Tests.Resources;

public sealed partial class MessagesTests
{
    private static readonly string Folder = RepositoryRoot.Combine("bot", "TeamsBot", "Resources");

    public static TheoryData<string> EveryValue()
    {
        var keys = new TheoryData<string>();
        Add<AbstentionReason>(keys, "Reason");
        Add<AbstentionReason>(keys, "ToCaller");
        Add<RefusalReason>(keys, "Refusal");
        Add<WriterKind>(keys, "Writer");
        Add<DataFolderFault>(keys, "Fault");
        Add<ClaimKind>(keys, "Part");
        Add<RefusalReason>(keys, "Remedy");
        Add<ListColumn>(keys, "Column");
        Add<Standing>(keys, "StandingName");
        Add<ActKind>(keys, "Act");
        Add<ReadingProblemKind>(keys, "Problem");
        Add<PublicAddressFault>(keys, "PublicAddress");
        Add<AppPackageFaultKind>(keys, "PackageFault");
        Add<Reaction>(keys, "Rating");
        Add<FallbackReason>(keys, "Fallback");
        Add<ClaimFlaw>(keys, "Flaw");
        Add<ConflictKind>(keys, "Conflict");
        Add<ServerCheckFailure>(keys, "CheckFailure");
        // What is missing is said in the words of any setting that another one needs.
        foreach (var fault in Enum.GetValues<ServerSettingFault>().Where(fault => fault != ServerSettingFault.Missing))
            keys.Add("SettingServer" + fault);
        return keys;
    }

    [Theory]
    [MemberData(nameof(EveryValue))]
    public void Every_reason_and_refusal_has_its_sentence_in_both_languages(string key)
    {
        Messages.In(Language.French).Sentence(key).ShouldNotBeNullOrWhiteSpace();
        Messages.In(Language.English).Sentence(key).ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public void Every_property_is_a_sentence_of_both_languages()
    {
        foreach (var property in typeof(Messages).GetProperties().Where(property => property.PropertyType == typeof(string)))
        {
            var french = (string?)property.GetValue(Messages.In(Language.French));
            var english = (string?)property.GetValue(Messages.In(Language.English));
            french.ShouldNotBeNullOrWhiteSpace(property.Name);
            english.ShouldNotBeNullOrWhiteSpace(property.Name);
        }
    }

    [Fact]
    public void No_sentence_is_kept_that_nothing_says()
    {
        var code = string.Concat(Directory.EnumerateFiles(Folder, "*.cs").Select(File.ReadAllText));
        var members = typeof(Messages).GetMembers(BindingFlags.Public | BindingFlags.Instance).Select(member => member.Name).ToHashSet();
        var closed = EveryValue().Select(row => row.Data).ToHashSet();

        Keys("Messages.resx")
            .Where(key => !members.Contains(key) && !closed.Contains(key) && !members.Contains(CountEnding().Replace(key, "")))
            .Where(key => !code.Contains($"\"{CountEnding().Replace(key, "")}\"", StringComparison.Ordinal) && !code.Contains($"\"{key}\"", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    [Fact]
    public void French_counts_nothing_as_one_and_English_as_many()
    {
        Messages.In(Language.French).DocumentsSearched(0).ShouldBe("0 document consulté");
        Messages.In(Language.English).DocumentsSearched(0).ShouldBe("0 documents searched");
        Messages.In(Language.English).DocumentsSearched(1).ShouldBe("1 document searched");
    }

    private static IEnumerable<string> Keys(string file) =>
        XDocument.Load(Path.Combine(Folder, file)).Root!.Elements("data").Select(data => data.Attribute("name")!.Value);

    private static void Add<T>(TheoryData<string> keys, string prefix) where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
            keys.Add(prefix + value);
    }

    [GeneratedRegex("(One|Many)$")]
    private static partial Regex CountEnding();
}
