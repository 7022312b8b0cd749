using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json.Nodes;
using AgentHelpdesk.TeamsBot.Packaging;
using AgentHelpdesk.TeamsBot.Teams;
using AgentHelpdesk.TestKit;

namespace AgentHelpdesk.TeamsBot.Tests.Packaging;

public sealed class AppPackageTests : IDisposable
{
    private static readonly string Npm = RepositoryRoot.Combine("tests", "npm");

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Four_files_lie_at_the_root_and_the_manifest_names_them_all()
    {
        using var zip = Open(SomePackage.Order());

        zip.Entries.Select(entry => entry.FullName).ShouldBe(["manifest.json", "en.json", "color.png", "outline.png"]);
        var manifest = Manifest(SomePackage.Order());
        Text(manifest["icons"]!["color"]).ShouldBe("color.png");
        Text(manifest["icons"]!["outline"]).ShouldBe("outline.png");
        Text(manifest["localizationInfo"]!["additionalLanguages"]![0]!["file"]).ShouldBe("en.json");
    }

    [Fact]
    public void The_app_the_bot_and_the_message_extension_bear_the_registrations_id()
    {
        var manifest = Manifest(SomePackage.Order());

        foreach (var id in new[] { manifest["id"], manifest["bots"]![0]!["botId"], manifest["composeExtensions"]![0]!["botId"] })
            Text(id).ShouldBe(SomePackage.AppId.ToString());
        manifest["validDomains"]!.AsArray().Select(Text).ShouldBe(["helpdesk.example.fr"]);
        Text(manifest["version"]).ShouldBe("1.4.0");
        Text(manifest["name"]!["short"]).ShouldBe("La règle");
        Text(manifest["developer"]!["websiteUrl"]).ShouldBe("https://www.example.fr/helpdesk");
        Text(manifest["developer"]!["privacyUrl"]).ShouldBe("https://www.example.fr/rgpd");
        Text(manifest["developer"]!["termsOfUseUrl"]).ShouldBe("https://www.example.fr/conditions");
    }

    [Fact]
    public void The_bot_is_there_for_one_for_a_group_and_for_a_team_and_searches_from_box_and_message()
    {
        var manifest = Manifest(SomePackage.Order());

        manifest["bots"]![0]!["scopes"]!.AsArray().Select(Text).ShouldBe(["personal", "team", "groupChat"]);
        var commands = manifest["composeExtensions"]![0]!["commands"]!.AsArray();
        commands.Select(command => (Text(command!["id"]), Text(command["type"]))).ShouldBe([("searchRule", "query"), ("searchRuleFromMessage", "action")]);
        Text(commands[0]!["parameters"]![0]!["name"]).ShouldBe("question");
        commands[1]!["context"]!.AsArray().Select(Text).ShouldBe(["message"]);
        ((bool)commands[1]!["fetchTask"]!).ShouldBeTrue();
    }

    [Fact]
    public void Nothing_of_the_template_is_left_to_fill_in()
    {
        foreach (var order in new[] { SomePackage.Order(), SomePackage.Order("Quel est le taux ?") })
        {
            foreach (var text in new[] { AppManifest.Of(order), AppManifest.EnglishOf(order) })
            {
                text.ShouldNotContain("${");
                text.ShouldNotContain("isStarter");
            }
        }
    }

    [Fact]
    public void Every_sentence_of_the_manifest_has_its_english_at_the_same_place()
    {
        foreach (var order in new[] { SomePackage.Order(), SomePackage.Order("Quel est le taux ?", "Quel est le plafond ?") })
        {
            var english = JsonNode.Parse(AppManifest.EnglishOf(order))!.AsObject().Select(pair => pair.Key).Where(key => key != "$schema").Order().ToList();

            english.ShouldBe(Sentences(Manifest(order), "").Order().ToList());
        }
    }

    [Fact]
    public void An_installations_own_questions_take_the_place_of_the_examples()
    {
        var commands = Manifest(SomePackage.Order("Quel est le taux ?"))["bots"]![0]!["commandLists"]![0]!["commands"]!.AsArray();

        commands.Select(command => Text(command!["title"])).ShouldBe(["Quel est le taux ?", "aide", "nouveau", "langue en", "effacer"]);
    }

    [Fact]
    public void Every_command_that_teams_offers_is_one_the_bot_obeys_and_no_starter_is()
    {
        var offered = Manifest(SomePackage.Order())["bots"]![0]!["commandLists"]!.AsArray().SelectMany(list => list!["commands"]!.AsArray()).Select(command => Text(command!["title"])!)
            .Concat(JsonNode.Parse(AppManifest.EnglishOf(SomePackage.Order()))!.AsObject().Where(pair => pair.Key.StartsWith("bots", StringComparison.Ordinal) && pair.Key.EndsWith(".title", StringComparison.Ordinal)).Select(pair => Text(pair.Value)!)).Distinct().ToList();

        offered.Where(title => BotCommand.Find(title) is null).ShouldAllBe(title => title.EndsWith('?'));
        offered.Where(title => BotCommand.Find(title) is not null).ShouldBe(["aide", "nouveau", "langue en", "effacer", "help", "new", "language fr", "erase"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("${appId}")]
    [InlineData("\", \"id\": \"x")]
    [InlineData("</script>é\\")]
    public void A_name_is_a_name_whatever_it_looks_like(string name)
    {
        var order = SomePackage.Order() with { Name = name };

        Text(Manifest(order)["name"]!["short"]).ShouldBe(name);
        Text(Manifest(order)["id"]).ShouldBe(SomePackage.AppId.ToString());
    }

    [Fact]
    public void The_same_order_gives_the_same_bytes() => AppPackage.Of(SomePackage.Order()).ShouldBe(AppPackage.Of(SomePackage.Order()));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_schemas_of_teams_find_nothing_wrong(bool withLongestWords)
    {
        Assert.SkipUnless(Directory.Exists(Path.Combine(Npm, "node_modules", "@microsoft", "app-manifest")), "@microsoft/app-manifest is absent: npm ci --prefix tests/npm.");
        var order = withLongestWords
            ? SomePackage.Order([.. Enumerable.Range(0, AppManifest.MostStarters).Select(i => i + new string('é', 127))]) with { Name = new string('n', 30), Organization = new string('o', 32) }
            : SomePackage.Order();
        order.Faults().ShouldBeEmpty();

        (await ViolationsAsync(order)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_schemas_of_teams_do_find_what_is_wrong()
    {
        Assert.SkipUnless(Directory.Exists(Path.Combine(Npm, "node_modules", "@microsoft", "app-manifest")), "@microsoft/app-manifest is absent: npm ci --prefix tests/npm.");

        (await ViolationsAsync(SomePackage.Order() with { Name = new string('n', 31) })).ShouldContain("name.short");
    }

    private async Task<string> ViolationsAsync(AppPackageOrder order)
    {
        using (var zip = Open(order))
            await zip.ExtractToDirectoryAsync(_folder.Path, overwriteFiles: true, TestContext.Current.CancellationToken);
        var start = new ProcessStartInfo("node", ["--require", Path.Combine(Npm, "loopback-only.js"), Path.Combine(Npm, "check-manifest.js"), _folder.Path])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var node = Process.Start(start)!;
        var error = node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var violations = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        node.ExitCode.ShouldBe(0, await error);
        return violations;
    }

    private static ZipArchive Open(AppPackageOrder order) => new(new MemoryStream(AppPackage.Of(order)));

    private static JsonNode Manifest(AppPackageOrder order) => JsonNode.Parse(AppManifest.Of(order))!;

    private static string? Text(JsonNode? node) => (string?)node;

    /// <summary>Where the manifest has words for people.</summary>
    private static IEnumerable<string> Sentences(JsonNode? node, string path) => node switch
    {
        JsonObject members => members.SelectMany(member => Sentences(member.Value, path.Length > 0 ? $"{path}.{member.Key}" : member.Key)),
        JsonArray items => items.SelectMany((item, i) => Sentences(item, $"{path}[{i}]")),
        _ when System.Text.RegularExpressions.Regex.IsMatch(path, @"^(name\.(short|full)|description\.(short|full)|.*\.(title|description))$") => [path],
        _ => [],
    };
}
