using System.Net;
using System.Text.Json.Nodes;
using AgentHelpdesk.ChannelDoubles;

namespace AgentHelpdesk.TeamsBot.Tests.Teams.Searching;

public sealed class SearchFromTeamsTests : IAsyncLifetime
{
    private TeamsHouse _house = null!;

    public async ValueTask InitializeAsync() => _house = await TeamsHouse.StartAsync(("Bot:PublicUrl", "https://helpdesk.example.test"));

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task A_search_lists_passages_as_cards_with_quote_source_and_link()
    {
        var results = Results(await QueryAsync("montant de l'indemnité de tempête"));

        results.Count.ShouldBe(2);
        ((string?)results[0]!["contentType"]).ShouldBe("application/vnd.microsoft.card.adaptive");
        var card = results[0]!["content"]!;
        ((string?)card["version"]).ShouldBe("1.5");
        ((string?)card["lang"]).ShouldBe("fr");
        var words = Words(card);
        words[0].ShouldBe("Circulaire sur l'indemnité de tempête");
        words.ShouldContain("Montant");
        words.ShouldContain(line => line.Contains("45 euros", StringComparison.Ordinal));
        words.ShouldContain(line => line.Contains(" · date d’effet non précisée", StringComparison.Ordinal));
        ((string?)card["fallbackText"]).ShouldNotBeNull().ShouldContain("45 euros");
        var link = (string?)card["actions"]![0]!["url"];
        link.ShouldNotBeNull().ShouldStartWith("https://helpdesk.example.test/");
        link.ShouldNotContain("montant");
        ((string?)results[0]!["preview"]!["content"]!["title"]).ShouldBe("Montant");
    }

    [Fact]
    public async Task The_playground_s_search_without_a_name_of_its_parameter_is_answered_too()
    {
        var value = new JsonObject { ["parameters"] = new JsonArray(new JsonObject { ["value"] = "pension de rivage" }), ["commandContext"] = "compose" };

        var results = Results(await InvokeAsync("composeExtension/query", value));

        Words(results[0]!["content"]!)[0].ShouldBe("Instruction sur la pension de rivage");
    }

    [Fact]
    public async Task Skip_and_count_turn_the_pages_and_the_end_is_said()
    {
        var first = Results(await QueryAsync("indemnité de tempête", 0, 1)).ShouldHaveSingleItem()!;
        var second = Results(await QueryAsync("indemnité de tempête", 1, 1)).ShouldHaveSingleItem()!;

        Words(first["content"]!).ShouldNotBe(Words(second["content"]!));
        Said(await QueryAsync("indemnité de tempête", 2, 1)).ShouldBe("Il n’y a pas d’autre extrait.");
        Said(await QueryAsync("indemnité de tempête", int.MaxValue, 25)).ShouldBe("Il n’y a pas d’autre extrait.");
        Results(await QueryAsync("indemnité de tempête", -4, -1)).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("forfait de gargouille", "Aucun passage. ")]
    [InlineData("What is the gargoyle allowance?", "No passage. ")]
    [InlineData("article L. 999-9 du code des gargouilles", "Aucun passage. ")]
    [InlineData("bonjour", "Aucun passage. ")]
    [InlineData("   ", "Tapez une question")]
    public async Task Where_nothing_is_found_that_is_said_in_the_language_of_the_question(string question, string sentence) =>
        Said(await QueryAsync(question)).ShouldStartWith(sentence);

    [Fact]
    public async Task The_box_being_opened_is_no_question()
    {
        var value = new JsonObject { ["commandId"] = "searchRule", ["parameters"] = new JsonArray(new JsonObject { ["name"] = "initialRun", ["value"] = "true" }) };

        Said(await InvokeAsync("composeExtension/query", value)).ShouldStartWith("Tapez une question");
    }

    [Fact]
    public async Task A_search_from_a_message_shows_what_is_found_and_inserts_what_is_chosen()
    {
        var dialog = Task(await InvokeAsync("composeExtension/fetchTask", FromMessage("<p>Bonjour <at id=\"0\">Alex Agent</at>,<br>quel est le <b>montant</b> de l&#39;indemnité de tempête ?</p>")));
        var body = dialog["card"]!["content"]!["body"]!.AsArray();
        ((string?)body[0]!["value"]).ShouldBe("Bonjour [NOM], quel est le montant de l'indemnité de tempête ?");
        var choices = body[1]!;
        choices["choices"]!.AsArray().Count.ShouldBe(2);
        var passage = (string?)choices["value"];

        var results = Results(await SubmitAsync("insert", "", passage));

        var card = results.ShouldHaveSingleItem()!["content"]!;
        Words(card)[0].ShouldBe("Circulaire sur l'indemnité de tempête");
        Words(card).ShouldContain(line => line.Contains("45 euros", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_message_that_no_rule_is_found_for_leaves_its_words_in_the_form_to_be_changed()
    {
        var dialog = Task(await InvokeAsync("composeExtension/fetchTask", FromMessage("forfait de gargouille")));
        var body = dialog["card"]!["content"]!["body"]!.AsArray();
        ((string?)body[0]!["value"]).ShouldBe("forfait de gargouille");
        body.ToJsonString().ShouldContain("Aucun passage.");

        var again = Task(await SubmitAsync("search", "pension de rivage", null));
        again["card"]!["content"]!["body"]![1]!["choices"]!.AsArray().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_is_personal_in_the_message_is_masked_before_it_is_shown_again()
    {
        var value = FromMessage("<div>De Paul Martin : Mme Durand, 2 84 05 75 123 456 21, d.durand@exemple.fr, demande le montant de l'indemnité de tempête</div>");

        var dialog = Task(await InvokeAsync("composeExtension/fetchTask", value)).ToJsonString();

        foreach (var personal in new[] { "Paul Martin", "Durand", "123 456", "exemple.fr" })
            dialog.ShouldNotContain(personal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("https://ailleurs.example/")]
    [InlineData("/passages/0123456789abcdef0123456789abcdef?mots=1.0-9")]
    [InlineData("/documents/../../etc/passwd")]
    public async Task A_passage_that_somebody_made_up_is_inserted_by_nobody(string? passage)
    {
        var dialog = Task(await SubmitAsync("insert", "question", passage));

        dialog.ToJsonString().ShouldContain("passage n\\u2019existe pas");
    }

    [Fact]
    public async Task Markup_in_a_document_stays_words_in_card_preview_and_choice()
    {
        const string Trap = "Le montant de la prime de vouivre est ici : [cliquez](http://piege.example) <b>gras</b>.";
        _house.Host.Knowledge.Publish([new TestKit.DocumentBuilder("Note **piégée**").Chunk(Trap, "Montant").BuildOnPages()]);

        var result = Results(await QueryAsync("prime de vouivre"))[0]!;
        var choice = (string?)Task(await SubmitAsync("search", "prime de vouivre", null))["card"]!["content"]!["body"]![1]!["choices"]![0]!["title"];

        result["content"]!["body"]!.AsArray().Where(element => (string?)element!["type"] == "TextBlock").ShouldBeEmpty();
        foreach (var shown in new[] { (string?)result["preview"]!["content"]!["text"], (string?)result["preview"]!["content"]!["title"], choice })
        {
            shown.ShouldNotBeNull().ShouldNotContain("](");
            shown.ShouldNotContain("**");
            shown.ShouldNotContain("<b>");
        }
    }

    [Theory]
    [InlineData("composeExtension/query", "[]", 400)]
    [InlineData("composeExtension/query", "{\"parameters\":7,\"queryOptions\":[]}", 200)]
    [InlineData("composeExtension/query", "{\"parameters\":[null,3,{\"name\":\"question\",\"value\":{}}],\"queryOptions\":{\"count\":\"x\"}}", 200)]
    [InlineData("composeExtension/fetchTask", "{\"messagePayload\":{\"body\":[]}}", 200)]
    [InlineData("composeExtension/submitAction", "{\"data\":\"x\"}", 200)]
    [InlineData("composeExtension/selectItem", "{}", 501)]
    public async Task Values_of_other_forms_are_answered_without_a_failure(string name, string value, int status)
    {
        using var reply = await PostAsync(name, JsonNode.Parse(value));

        reply.StatusCode.ShouldBe((HttpStatusCode)status);
    }

    [Fact]
    public async Task A_store_that_does_not_answer_is_said_with_a_reference()
    {
        _house.Host.Knowledge.IsUnavailable = true;

        Said(await QueryAsync("pension de rivage")).ShouldContain("référence");
    }

    private static JsonObject FromMessage(string html) => new()
    {
        ["commandId"] = "searchRuleFromMessage",
        ["commandContext"] = "message",
        ["messagePayload"] = new JsonObject
        {
            ["id"] = "1700000000001",
            ["body"] = new JsonObject { ["contentType"] = "html", ["content"] = html },
            ["from"] = new JsonObject { ["user"] = new JsonObject { ["displayName"] = "Paul Martin", ["id"] = "x" } },
        },
    };

    private static JsonArray Results(JsonNode reply) => reply["composeExtension"]!["attachments"]!.AsArray();

    private static string Said(JsonNode reply) => (string)reply["composeExtension"]!["text"]!;

    private static JsonNode Task(JsonNode reply) => reply["task"]!["value"]!;

    private static IReadOnlyList<string> Words(JsonNode element) =>
        [.. (element["body"] ?? element["items"])!.AsArray().SelectMany(one => one!["items"] is not null
            ? Words(one)
            : [string.Concat((one["inlines"]?.AsArray() ?? []).Select(run => (string?)run!["text"]))])];

    private Task<JsonNode> QueryAsync(string question, int skip = 0, int count = 25) => InvokeAsync("composeExtension/query", new JsonObject
    {
        ["commandId"] = "searchRule",
        ["parameters"] = new JsonArray(new JsonObject { ["name"] = "question", ["value"] = question }),
        ["queryOptions"] = new JsonObject { ["skip"] = skip, ["count"] = count },
    });

    private Task<JsonNode> SubmitAsync(string step, string question, string? passage) => InvokeAsync("composeExtension/submitAction", new JsonObject
    {
        ["commandId"] = "searchRuleFromMessage",
        ["data"] = new JsonObject { ["step"] = step, ["question"] = question, ["passage"] = passage },
    });

    private Task<HttpResponseMessage> PostAsync(string name, JsonNode? value) => _house.PostAsync(SomeActivity.Invoke(_house.Connector.ServiceUrl, name, value));

    private async Task<JsonNode> InvokeAsync(string name, JsonNode value)
    {
        using var reply = await PostAsync(name, value);
        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
        return JsonNode.Parse(await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
    }
}
