using System.Text.Json;
using System.Text.Json.Nodes;
using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.BotProtocol.Activities;
using AgentHelpdesk.ChannelDoubles;
using AgentHelpdesk.TeamsBot.Teams;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.TeamsBot.Tests.Teams;

public sealed class TypedTextTests
{
    [Fact]
    public void The_bots_own_mention_is_taken_out_by_its_id() =>
        Typed("<at>Test Bot</at> plafond IJ ?", [Mention(SomeActivity.Bot, "Test Bot")]).ShouldBe("plafond IJ ?");

    [Fact]
    public void Another_mention_stays_in_its_place_without_the_name() =>
        Typed("<at>Bot</at> que dit <at>Alex Wilber</at> du plafond ?", [Mention(SomeActivity.Bot, "Bot"), Mention("29:alex", "Alex Wilber")])
            .ShouldBe("que dit [NOM] du plafond ?");

    [Fact]
    public void A_person_called_like_the_bot_is_not_the_bot() =>
        Typed("<at>Bot</at> <at>Bot</at> plafond ?", [Mention("29:bot", "Bot"), Mention(SomeActivity.Bot, "Bot")]).ShouldBe("[NOM] plafond ?");

    [Theory]
    [InlineData("plain", "a &lt; b &amp; c&nbsp;d", "a < b & c d")]
    [InlineData("xml", "<p>plafond<br>IJ</p><b>2024</b>", "plafond\nIJ\n 2024")]
    [InlineData("plain", "seuil <b> 3", "seuil <b> 3")]
    [InlineData(null, null, "")]
    [InlineData("plain", "  \u00a0 ", "")]
    public void Markup_and_spaces_are_read_as_what_they_mean(string? format, string? text, string typed)
    {
        var activity = SomeActivity.Message("http://127.0.0.1", text ?? "");
        activity["textFormat"] = format;
        activity["text"] = text;
        TypedText.Of(Read(activity), new(Options.Create(new PrivacyOptions()))).ShouldBe(typed);
    }

    [Fact]
    public void Personal_data_and_the_senders_own_name_are_masked()
    {
        var typed = Typed($"NIR 1 85 05 78 006 084 91, alex@exemple.fr, droit de Mme Durand ? {SomeActivity.UserName}", []);

        typed.ShouldBe("NIR [NIR], [COURRIEL], droit de Mme [NOM] ? [NOM]");
    }

    [Fact]
    public void What_is_far_too_long_is_not_carried_on() => Typed(new string('a', 100_000), []).Length.ShouldBeLessThan(10_000);

    [Fact]
    public void A_button_of_the_bots_card_is_read_like_what_was_typed()
    {
        var activity = SomeActivity.Message("http://127.0.0.1", "");
        activity["value"] = new JsonObject { ["question"] = "Quel droit pour Mme Durand ?", ["k"] = 2 };
        TypedText.Of(Read(activity), new(Options.Create(new PrivacyOptions()))).ShouldBe("Quel droit pour Mme [NOM] ?");

        activity["value"] = new JsonObject { ["question"] = 7 };
        TypedText.Of(Read(activity), new(Options.Create(new PrivacyOptions()))).ShouldBeEmpty();
    }

    private static string Typed(string text, JsonArray mentions)
    {
        var activity = SomeActivity.Message("http://127.0.0.1", text);
        activity["entities"] = mentions;
        return TypedText.Of(Read(activity), new(Options.Create(new PrivacyOptions())));
    }

    private static Activity Read(JsonObject activity) => activity.Deserialize(ActivityJson.Wire.Activity)!;

    private static JsonObject Mention(string id, string name) => new()
    {
        ["type"] = "mention",
        ["mentioned"] = new JsonObject { ["id"] = id, ["name"] = name },
        ["text"] = $"<at>{name}</at>",
    };
}
