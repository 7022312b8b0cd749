using System.Text.Json;
using System.Text.Json.Nodes;
using AgentHelpdesk.BotProtocol.Activities;
using AgentHelpdesk.BotProtocol.Sending;
using AgentHelpdesk.ChannelDoubles;
using CsCheck;

namespace AgentHelpdesk.BotProtocol.Tests.Sending;

public sealed class MessageFittingTests
{
    [Fact]
    public void Only_citations_of_the_text_stay_each_once_none_too_long_none_without_a_name()
    {
        var fitting = MessageFitting.Fit(SendingHouse.Answer("Voir [1], [2], [3] et [4].",
            new(2, new string('n', 200), new string('a', 300), "https://helpdesk.example.test/x"), new(1, "Code", "", "javascript:alert(1)"), new(2, "twice", "twice", null),
            new(3, " ", "seul\nl'extrait", null), new(4, "", " ", null), new(5, "not in the text", "x", null)));

        var citations = fitting.Entities!.Value.OfType<Entity.AiMessage>().Single().Citations;
        citations.Select(source => source.Position).ShouldBe([1, 2, 3]);
        citations[0].ShouldBe(new(1, "Code", "Code", null));
        (citations[1].Name.Length, citations[1].Abstract.Length, citations[1].Url).ShouldBe((80, 160, "https://helpdesk.example.test/x"));
        citations[2].ShouldBe(new(3, "seul l'extrait", "seul l'extrait", null));
    }

    [Fact]
    public void At_most_twenty_citations_and_one_root_entity_stay()
    {
        var text = string.Concat(Enumerable.Range(1, 30).Select(number => $"[{number}] "));
        var half = Enumerable.Range(1, 30).Select(number => new CitedSource(number, "n", "a", null)).Chunk(15).Select(part => (Entity)new Entity.AiMessage([.. part]));

        var fitting = MessageFitting.Fit(SendingHouse.Text(text) with { Entities = [.. half] });

        fitting.Entities!.Value.ShouldHaveSingleItem().ShouldBeOfType<Entity.AiMessage>().Citations.Select(source => source.Position).ShouldBe(Enumerable.Range(1, 20));
    }

    [Fact]
    public void A_letter_of_two_halves_is_never_cut_in_two()
    {
        var fitting = MessageFitting.Fit(SendingHouse.Answer("[1]", new CitedSource(1, new string('a', 78) + "😀😀", "x", null)));

        var name = fitting.Entities!.Value.OfType<Entity.AiMessage>().Single().Citations[0].Name;
        name.ShouldBe(new string('a', 78) + "…");
    }

    [Fact]
    public void Suggestions_are_at_most_three_and_never_beside_a_card()
    {
        var suggested = new SuggestedActions([.. Enumerable.Range(1, 5).Select(number => new CardAction("imBack", $"{number}", $"{number}"))]);

        MessageFitting.Fit(SendingHouse.Text("x") with { SuggestedActions = suggested }).SuggestedActions!.Actions.Length.ShouldBe(3);
        MessageFitting.Fit(SendingHouse.Text("x") with { SuggestedActions = suggested, Attachments = [SendingHouse.Card()] }).SuggestedActions.ShouldBeNull();
    }

    [Fact]
    public void A_card_that_makes_a_message_too_large_goes_before_a_word_of_the_text()
    {
        var fitting = MessageFitting.Fit(SendingHouse.Text("Tout le texte") with { Attachments = [SendingHouse.Card(characters: 50_000)] });

        fitting.Attachments.ShouldBeNull();
        fitting.Text.ShouldBe("Tout le texte");
    }

    [Fact]
    public void A_text_that_is_too_long_is_cut_at_the_end_of_a_line_says_so_and_loses_the_citations_of_what_went()
    {
        var text = string.Join('\n', Enumerable.Range(1, 3_000).Select(number => $"Ligne {number} avec « guillemets » et \"quotes\" [{number % 3_000}]"));

        var fitting = MessageFitting.Fit(SendingHouse.Answer(text, new(1, "début", "x", null), new(2_999, "fin", "x", null)) with { CutNotice = "La réponse est coupée." });

        Written(fitting).Length.ShouldBeInRange(MessageFitting.MostCharacters - 2_000, MessageFitting.MostCharacters);
        fitting.Text.ShouldNotBeNull().ShouldEndWith("]\n\nLa réponse est coupée.");
        text.ShouldStartWith(fitting.Text.Replace("\n\nLa réponse est coupée.", "", StringComparison.Ordinal));
        fitting.Entities!.Value.OfType<Entity.AiMessage>().Single().Citations.ShouldHaveSingleItem().Position.ShouldBe(1);
        Written(fitting).ShouldNotContain("cutNotice");
    }

    [Fact]
    public void Whatever_a_bot_says_the_strict_connector_finds_nothing_to_refuse_in_it()
    {
        var piece = Gen.OneOf(Gen.String[Gen.Char.AlphaNumeric, 0, 40], Gen.String[0, 60], Gen.Const("\n"), Gen.Const("[1] "), Gen.Const("[2]"), Gen.Const("\"\\\t"), Gen.Const("😀"), Gen.Const(new string('é', 9_000)));
        var text = piece.Array[1, 12].Select(string.Concat).Where(all => !string.IsNullOrWhiteSpace(all));
        var source = Gen.Select(Gen.Int[1, 4], piece, piece, Gen.OneOf(Gen.Const(""), Gen.Const("https://helpdesk.example.test/a"), Gen.Const("nowhere")));
        Gen.Select(text, source.Array[0, 30], Gen.Int[0, 5], Gen.Bool).Sample((said, sources, suggestions, card) =>
        {
            var activity = SendingHouse.Answer(said, [.. sources.Select(one => new CitedSource(one.Item1, one.Item2, one.Item3, one.Item4.Length > 0 ? one.Item4 : null))]) with
            {
                SuggestedActions = new([.. Enumerable.Range(0, suggestions).Select(_ => new CardAction("imBack", "Et ?", "Et ?"))]),
                Attachments = card ? [SendingHouse.Card()] : null,
            };
            var fitting = Written(MessageFitting.Fit(activity) with { From = new() { Id = SomeActivity.Bot } });
            return ConnectorDouble.Flaw(JsonNode.Parse(fitting)!.AsObject()) is null && fitting.Length <= MessageFitting.MostCharacters + 200;
        }, iter: 2_000);
    }

    private static string Written(Activity activity) => JsonSerializer.Serialize(activity, ActivityJson.Wire.Activity);
}
