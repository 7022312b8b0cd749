using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AgentHelpdesk.Answering.Grounding;
using AgentHelpdesk.BotProtocol.Activities;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TestKit;

namespace AgentHelpdesk.TeamsBot.Tests.Teams.Speaking;

public sealed partial class AnswerMessageTests : IDisposable
{
    private readonly SpokenAnswers _spoken = new();

    public void Dispose() => _spoken.Dispose();

    [Fact]
    public void An_answer_with_nine_conditions_shows_seven_and_folds_the_rest() =>
        Match(_spoken.Of(SpokenAnswers.WithConditions(9, SpokenAnswers.Exception)), "teams-grounded-fr");

    [Fact]
    public void A_table_is_in_the_card_and_as_lines_in_its_fallback() =>
        Match(_spoken.Of(SpokenAnswers.WithConditions(2, SpokenAnswers.Table, SpokenAnswers.Exception), Language.English), "teams-table-en");

    [Fact]
    public void The_first_line_stands_first_and_alone_and_is_what_a_notification_shows()
    {
        var message = _spoken.Of(SpokenAnswers.WithConditions(2) with { ConcernsPerson = true, UnderstoodAs = "Quel est le montant ?" });

        message.Text!.Split("\n\n")[0].ShouldBe("**L'indemnité de tempête est de 45 euros par jour** [1], en vigueur au 24/11/2026");
        message.Summary.ShouldBe("L'indemnité de tempête est de 45 euros par jour [1], en vigueur au 24/11/2026");
    }

    [Fact]
    public void A_short_answer_needs_no_card()
    {
        var message = _spoken.Of(SpokenAnswers.WithConditions(2, SpokenAnswers.Exception));

        message.Attachments.ShouldBeNull();
        message.Text!.ShouldContain("fraude. [1]");
    }

    [Fact]
    public void What_nothing_proves_is_named_so_below_the_answer()
    {
        var text = _spoken.Of(SpokenAnswers.WithConditions(2) with
        {
            Conflicts = [new(ConflictKind.OtherFigures, 1, 2)],
            Missing = ["La *durée* [3]"],
            ShowsDropped = true,
            Dropped = [new(new() { Kind = ClaimKind.Rule, Text = "C'est gratuit [1].", Quotes = [] }, ClaimFlaw.QuoteInvented)],
        }).Text!;

        var paragraphs = text.Replace('\u202f', ' ').Split("\n\n");
        paragraphs[1].ShouldStartWith("**Avant de citer** : [1] et [2] donnent des chiffres différents");
        paragraphs[^4].ShouldStartWith("**Reste à vérifier**  \n• La ∗durée∗ [\u20603]");
        paragraphs[^3].ShouldStartWith("Règles au");
        paragraphs[^2].ShouldStartWith("1 phrase retirée :");
        paragraphs[^1].ShouldStartWith("**Non sourcé : à ne pas citer**  \n• C'est gratuit [\u20601");
    }

    [Theory]
    [InlineData(2)]
    [InlineData(9)]
    public void Further_questions_are_pressed_in_the_card_and_take_no_citation_away(int conditions)
    {
        var message = _spoken.Of(SpokenAnswers.WithConditions(conditions) with { FollowUpQuestions = ["Et pour les indépendants ?"] });
        var card = SpokenAnswers.Card(message);

        message.SuggestedActions.ShouldBeNull();
        message.Text!.ShouldContain("[1]");
        ((string?)card["body"]!.AsArray()[^1]!["selectAction"]!["data"]!["question"])!.Replace('\u202f', ' ').ShouldBe("Et pour les indépendants ?");
        ((string?)card["fallbackText"])!.Replace('\u202f', ' ').ShouldEndWith("Pour continuer\nEt pour les indépendants ?");
    }

    [Fact]
    public void An_exception_behind_the_fold_is_named_on_its_button()
    {
        var exception = SomeAnswers.Claim(string.Join(' ', Enumerable.Repeat("Elle n'est pas due en cas de fraude.", 20)), ClaimKind.Exception, 1);
        var card = SpokenAnswers.Card(_spoken.Of(SpokenAnswers.WithConditions(9, exception)));

        ((string?)card["body"]![0]!["actions"]![0]!["title"]).ShouldBe("Voir la suite\u202f: conditions, exceptions, sources");
    }

    [Fact]
    public void The_button_shows_what_is_folded_and_gives_way_to_one_that_folds_it_again()
    {
        var body = SpokenAnswers.Card(_spoken.Of(SpokenAnswers.WithConditions(9)))["body"]!.AsArray();

        body.Select(element => ((string?)element!["id"], (bool?)element["isVisible"])).ShouldBe([("show", true), ("more", false), ("hide", false)]);
        foreach (var set in new[] { body[0]!, body[2]! })
            set["actions"]![0]!["targetElements"]!.AsArray().Select(id => (string?)id).ShouldBe(["more", "show", "hide"]);
    }

    [Fact]
    public void The_card_and_its_fallback_say_the_same()
    {
        var card = SpokenAnswers.Card(_spoken.Of(SpokenAnswers.WithConditions(12, SpokenAnswers.Table, SpokenAnswers.Exception)));
        var fallback = (string?)card["fallbackText"];

        foreach (var said in Texts(card["body"]![1]!).Select(text => text.Trim(' ', ',', '•')).Where(text => text.Length > 0))
            fallback.ShouldNotBeNull().ShouldContain(said);
    }

    [Fact]
    public void Only_citations_whose_mark_stands_in_the_text_are_sent_with_their_sealed_address()
    {
        var message = _spoken.Of(SpokenAnswers.WithConditions(30, SomeAnswers.Claim(new string('x', 900), ClaimKind.Procedure, 1)));
        var cited = message.Entities!.Value.OfType<Entity.AiMessage>().Single().Citations;

        cited.Select(source => source.Position).ShouldBe(Marks(message.Text!));
        cited.ShouldAllBe(source => source.Url!.StartsWith("https://helpdesk.example.test/") && source.Name.Length <= 80 && source.Abstract.Length <= 160);
        cited[0].Name.ShouldBe("Circulaire sur l'indemnité de tempête (exemple fictif)");
        cited[1].Abstract.ShouldStartWith("Article L. 12-1, p.\u202f12 : «\u202f");
    }

    [Fact]
    public void Without_a_public_address_nothing_links_anywhere()
    {
        using var spoken = new SpokenAnswers(publicUrl: "");
        var wire = SpokenAnswers.Wire(spoken.Of(SpokenAnswers.WithConditions(9, SpokenAnswers.Table)));

        wire.ShouldNotContain("\"url\"");
        wire.ShouldNotContain("Action.OpenUrl");
    }

    [Fact]
    public void Long_titles_and_paths_are_cut_to_what_the_channel_takes()
    {
        var passage = SomeAnswers.Passage(title: string.Join(' ', Enumerable.Repeat("Circulaire", 40)), path: [string.Join(' ', Enumerable.Repeat("chapitre", 60))], isSample: true);
        var cited = _spoken.Of(SomeAnswers.Grounded([SomeAnswers.Claim()], passage)).Entities!.Value.OfType<Entity.AiMessage>().Single().Citations.Single();

        cited.Name.Length.ShouldBeInRange(40, 80);
        cited.Name.ShouldEndWith("(exemple fictif)");
        cited.Abstract.Length.ShouldBeInRange(80, 160);
        cited.Abstract.ShouldContain("p.\u202f4");
    }

    [Theory]
    [InlineData(40, 200)]
    [InlineData(400, 300)]
    [InlineData(2_000, 20)]
    public void A_long_answer_stays_far_below_what_the_channel_takes(int rows, int length)
    {
        var table = SomeAnswers.Claim("", ClaimKind.Rule, 1) with
        {
            Table = new("Montants", ["Année", "Montant", "Remarque"], [.. Enumerable.Range(0, rows).Select(row => (System.Collections.Immutable.ImmutableArray<string>)[row.ToString(CultureInfo.InvariantCulture), "44,10", new string('é', length)])], null),
        };
        var message = _spoken.Of(SpokenAnswers.WithConditions(300, table, SomeAnswers.Claim(string.Join('\n', Enumerable.Repeat(new string('x', length), rows)), ClaimKind.Procedure, 2)));

        (SpokenAnswers.Wire(message).Length * 2).ShouldBeLessThan(75 * 1024);
        message.Text!.ShouldContain("[1]");
        message.Attachments.ShouldNotBeNull();
    }

    [Fact]
    public void A_rule_that_lists_what_it_asks_for_shows_seven_of_it_too()
    {
        var list = SomeAnswers.Claim($"Elle est due si :\n{string.Join('\n', Enumerable.Range(1, 9).Select(n => $"{n}° la condition numéro {n} est remplie, et elle l'est depuis plus de trois mois ;"))}", ClaimKind.Rule, 1);
        var text = _spoken.Of(SomeAnswers.Grounded([SomeAnswers.Claim(), list])).Text!;

        ConditionLine().Count(text).ShouldBe(7);
    }

    [Fact]
    public void A_phone_shows_first_line_and_seven_conditions_without_scrolling()
    {
        var text = _spoken.Of(SpokenAnswers.WithConditions(12, SpokenAnswers.Exception)).Text!;

        // 42 characters a row and some 20 points a row on a screen of 360 × 640: what the bars of the app leave.
        text.Split('\n').Where(line => line.Length > 0).Sum(line => ((line.TrimEnd().Length - 1) / 42) + 1).ShouldBeLessThanOrEqualTo(18);
        ConditionLine().Count(text).ShouldBe(7);
        text.ShouldContain("7° la condition numéro 7 est remplie ; [2]".Replace(" ;", "\u202f;"));
    }

    [Fact]
    public void What_documents_say_is_never_markup_nor_a_citation_of_its_own()
    {
        const string hostile = "**Gras** [cliquez](https://mal.example/) <at>Chef</at> <b>x</b> &lt; `code` ~~non~~ [3] _souligné_ | a | ![i](http://x)";
        var passage = SomeAnswers.Passage(hostile, "[Titre](https://mal.example/) <script>", path: ["# Chapitre"]);
        var message = _spoken.Of(SomeAnswers.Grounded(
            [SomeAnswers.Claim(hostile), SomeAnswers.Claim("1. premier", ClaimKind.Condition, 1), SomeAnswers.Claim("# titre", ClaimKind.Condition, 1)], passage));

        var text = message.Text!;
        text.Replace("**Conditions**", "").Split("**").Length.ShouldBe(3);
        text.ShouldNotContain("](");
        text.ShouldNotContain("<at>");
        text.ShouldNotContain("<b>");
        text.ShouldNotContain("&lt;");
        text.ShouldNotContain("`");
        text.ShouldNotContain("~~");
        Marks(text).ShouldBe([1]);
        text.Replace("\u2060", "").ShouldContain("[cliquez](https://mal.example/)");
    }

    [Fact]
    public void Untrusted_words_in_the_card_stand_in_runs_that_read_no_markup()
    {
        var card = SpokenAnswers.Card(_spoken.Of(SpokenAnswers.WithConditions(9, SomeAnswers.Claim(new string('y', 600) + " **gras**", ClaimKind.Procedure, 1))));

        Elements(card, "TextBlock").Select(block => (string?)block["text"]).ShouldBe(["Conditions", "Démarche", "Sources"]);
        Elements(card, "TextRun").ShouldContain(run => ((string?)run["text"])!.EndsWith("**gras**"));
    }

    [Fact]
    public async Task Every_card_is_one_that_the_library_of_cards_reads_without_a_word()
    {
        Assert.SkipUnless(CardReader.MayRun, CardReader.WhyAbsent);
        foreach (var answer in new[] { SpokenAnswers.WithConditions(9, SpokenAnswers.Exception), SpokenAnswers.WithConditions(2, SpokenAnswers.Table) })
            (await CardReader.SaidAgainstAsync(SpokenAnswers.Card(_spoken.Of(answer)).ToJsonString())).ShouldBeEmpty();

        var broken = SpokenAnswers.Card(_spoken.Of(SpokenAnswers.WithConditions(9)));
        broken["body"]![1]!["type"] = "Contaner";
        (await CardReader.SaidAgainstAsync(broken.ToJsonString())).ShouldContain("Contaner");
    }

    private static void Match(Activity message, string name) => Approved.Match(SpokenAnswers.Sent(message), $"tests/TeamsBot.Tests/Approved/{name}.json");

    private static int[] Marks(string text) => [.. Mark().Matches(text).Select(mark => int.Parse(mark.Groups[1].Value, CultureInfo.InvariantCulture)).Distinct().Order()];

    private static IEnumerable<string> Texts(JsonNode node) => Elements(node, "TextRun").Concat(Elements(node, "TextBlock")).Select(element => (string)element["text"]!);

    private static IEnumerable<JsonObject> Elements(JsonNode? node, string type) => node switch
    {
        JsonObject one => ((string?)one["type"] == type ? [one] : Array.Empty<JsonObject>()).Concat(one.Where(pair => pair.Key != "fallback").SelectMany(pair => Elements(pair.Value, type))),
        JsonArray many => many.SelectMany(item => Elements(item, type)),
        _ => [],
    };

    [GeneratedRegex(@"\[(\d+)\]")]
    private static partial Regex Mark();

    [GeneratedRegex("la condition numéro")]
    private static partial Regex ConditionLine();
}
