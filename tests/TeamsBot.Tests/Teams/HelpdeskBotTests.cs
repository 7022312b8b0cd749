using System.Net;
using System.Text.Json.Nodes;
using AgentHelpdesk.ChannelDoubles;

namespace AgentHelpdesk.TeamsBot.Tests.Teams;

/// <summary>What agents see, from the activity that the channel posts to the one it gets.</summary>
public sealed class HelpdeskBotTests : IAsyncLifetime
{
    private const string Storm = "Quel est le montant de l'indemnité de tempête ?";

    private TeamsHouse _house = null!;

    public async ValueTask InitializeAsync() => _house = await TeamsHouse.StartAsync();

    public async ValueTask DisposeAsync()
    {
        _house.Connector.Refused.ShouldBeEmpty();
        await _house.DisposeAsync();
    }

    [Fact]
    public async Task Greets_once_however_often_and_in_whichever_way_it_is_told_of_its_arrival()
    {
        for (var look = 0; look < 2; look++)
        {
            await PostAsync(Installed());
            await PostAsync(Added(SomeActivity.User, SomeActivity.Bot));
        }

        await GreetingAsync();
        (await _house.AskAsync("aide")).Text.ShouldContain("Ce que vous pouvez m’écrire");
        Messages().Count.ShouldBe(2);
        Messages()[0].Text.ShouldStartWith("Bonjour.");
    }

    [Fact]
    public async Task Greets_in_the_language_of_the_channel_which_says_nothing_of_the_answers()
    {
        var installed = Installed();
        installed["locale"] = "en-GB";
        await PostAsync(installed);

        await GreetingAsync();
        (await _house.AskAsync(Storm)).Text.ShouldContain("documents consultés");
        Messages()[0].Text.ShouldStartWith("Hello.");
    }

    [Fact]
    public async Task Does_not_greet_people_who_come_into_a_conversation()
    {
        await PostAsync(Added("29:1-someone-new"));

        await _house.AskAsync("aide");
        Messages().Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("messageUpdate")]
    [InlineData("messageDelete")]
    [InlineData("messageReaction")]
    [InlineData("typing")]
    [InlineData("endOfConversation")]
    [InlineData("event")]
    public async Task Acknowledges_what_asks_for_nothing(string type)
    {
        var activity = SomeActivity.Message(_house.Connector.ServiceUrl, "texte corrigé");
        activity["type"] = type;
        await PostAsync(activity);

        await _house.AskAsync("aide");
        Messages().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Answers_a_mention_in_the_thread_it_was_made_in()
    {
        const string thread = "19:abc@thread.tacv2;messageid=1795492313068";
        var activity = SomeActivity.In(_house.Connector.ServiceUrl, thread, "channel", null);
        activity["type"] = "message";
        activity["text"] = $"<at>AgentHelpdesk</at> {Storm}\n";
        activity["entities"]!.AsArray().Add(new JsonObject
        {
            ["type"] = "mention",
            ["mentioned"] = new JsonObject { ["id"] = SomeActivity.Bot, ["name"] = "AgentHelpdesk" },
            ["text"] = "<at>AgentHelpdesk</at>",
        });
        await PostAsync(activity);

        var answer = await _house.Connector.MessageAsync(cancellationToken: TestContext.Current.CancellationToken);
        answer.Conversation.ShouldBe(thread);
        answer.Text.ShouldContain("45 euros");
    }

    [Fact]
    public async Task Follows_up_until_it_is_told_to_begin_again()
    {
        await _house.AskAsync(Storm);
        (await _house.AskAsync("et pour les indépendants ?")).Text.ShouldContain("30 euros");

        (await _house.AskAsync("nouveau")).Text.ShouldContain("oublié");

        (await _house.AskAsync("et pour les indépendants ?")).Text.ShouldNotContain("Compris");
    }

    [Fact]
    public async Task Speaks_the_language_that_was_chosen_until_another_is()
    {
        (await _house.AskAsync("langue en")).Text.ShouldBe("From now on I answer you in English.");
        (await _house.AskAsync(Storm)).Text.ShouldContain("documents searched");
        (await _house.AskAsync("aide")).Text.ShouldContain("What you can write to me");
        (await _house.AskAsync("langue fr")).Text.ShouldBe("Je vous réponds désormais en français.");

        (await _house.AskAsync(Storm)).Text.ShouldContain("documents consultés");
    }

    [Fact]
    public async Task Erases_what_is_kept_of_the_conversation_and_the_choice_of_language()
    {
        await _house.AskAsync("langue en");
        await _house.AskAsync(Storm);

        (await _house.AskAsync("effacer")).Text.ShouldBe("Erased: nothing of this conversation is kept any more.");

        (await _house.AskAsync("et pour les indépendants ?")).Text.ShouldNotContain("Compris");
        (await _house.AskAsync("langue")).Text.ShouldContain("Écrivez");
    }

    [Fact]
    public async Task Offers_near_questions_where_it_declines_and_answers_the_one_that_is_pressed()
    {
        await using var strict = await TeamsHouse.StartAsync(("Answering:MinimumEvidence", "0.5"));
        var declined = await strict.AskAsync("Quelle tempête donne un logo bleu aux dirigeables volants ?");

        declined.Text.ShouldStartWith("Je n’ai pas trouvé la règle");
        var pressed = declined.Body["suggestedActions"]!["actions"]!.AsArray();
        pressed.Count.ShouldBeInRange(1, 3);
        (await strict.AskAsync((string)pressed[0]!["value"]!)).Text.ShouldContain("euros");
    }

    [Fact]
    public async Task Hands_in_the_last_question_without_an_answer_and_nothing_else()
    {
        await using var strict = await TeamsHouse.StartAsync(("Answering:MinimumEvidence", "0.5"));
        (await strict.AskAsync("signaler")).Text.ShouldContain("rien à signaler");
        await strict.AskAsync("Quelle tempête donne un logo bleu aux dirigeables volants ?");

        (await strict.AskAsync("signaler")).Text.ShouldContain("sans votre nom");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  \u00a0 ")]
    public async Task Asks_for_words_where_there_are_none(string? text)
    {
        var activity = SomeActivity.Message(_house.Connector.ServiceUrl, "");
        activity["text"] = text;
        activity["value"] = new JsonObject { ["k"] = 2 };
        await PostAsync(activity);

        (await _house.Connector.MessageAsync(cancellationToken: TestContext.Current.CancellationToken)).Text.ShouldStartWith("Écrivez votre question");
    }

    [Fact]
    public async Task Says_in_one_sentence_with_a_reference_that_it_failed()
    {
        _house.Host.Knowledge.IsUnavailable = true;

        var said = (await _house.AskAsync(Storm)).Text;

        said.ShouldMatch("^La recherche a échoué\\. .* [0-9a-f]{8} ");
        said.ShouldNotContain("Exception");
        said.ShouldNotContain("\n");
    }

    [Fact]
    public async Task A_quick_answer_comes_alone_with_label_citations_and_feedback()
    {
        var answer = await _house.AskAsync(Storm);

        _house.Connector.Sent.Count.ShouldBe(1);
        answer.Body["entities"]!.AsArray().Count.ShouldBe(1);
        ((string?)answer.Body["entities"]![0]!["additionalType"]![0]).ShouldBe("AIGeneratedContent");
        ((int?)answer.Body["entities"]![0]!["citation"]![0]!["position"]).ShouldBe(1);
        ((string?)answer.Body["channelData"]!["feedbackLoop"]!["type"]).ShouldBe("default");
        answer.Body["suggestedActions"].ShouldBeNull();
    }

    [Fact]
    public async Task A_slow_answer_tells_what_was_found_and_then_ends_its_own_stream()
    {
        _house.Host.Knowledge.Delay = TimeSpan.FromMilliseconds(900);

        var answer = await _house.AskAsync(Storm);

        var told = _house.Connector.Sent.Where(one => one.Type == "typing").ToList();
        told.ShouldNotBeEmpty();
        told[0].Text.ShouldStartWith("Recherche dans les documents");
        ((string?)answer.Stream!["streamType"]).ShouldBe("final");
        answer.Text.ShouldContain("45 euros");
    }

    [Fact]
    public async Task Nothing_more_is_said_when_the_person_presses_stop()
    {
        _house.Host.Knowledge.Delay = TimeSpan.FromSeconds(3);
        await PostAsync(SomeActivity.Message(_house.Connector.ServiceUrl, Storm));
        while (_house.Connector.Sent.IsEmpty)
            await Task.Delay(20, TestContext.Current.CancellationToken);

        _house.Connector.PressStop(SomeActivity.PersonalChat);
        await Task.Delay(TimeSpan.FromSeconds(8), TestContext.Current.CancellationToken);
        _house.Host.Knowledge.Delay = TimeSpan.Zero;

        Messages().ShouldBeEmpty();
        _house.Connector.Refused.Count.ShouldBeLessThanOrEqualTo(1);
        _house.Connector.Refused.Clear();
        (await _house.AskAsync("aide")).Text.ShouldContain("Ce que vous pouvez");
    }

    private Task<SentActivity> GreetingAsync() => _house.Connector.MessageAsync(cancellationToken: TestContext.Current.CancellationToken);

    private List<SentActivity> Messages() => [.. _house.Connector.Sent.Where(one => one.IsMessage)];

    private JsonObject Installed()
    {
        var activity = SomeActivity.In(_house.Connector.ServiceUrl, SomeActivity.PersonalChat, "personal", null);
        activity["type"] = "installationUpdate";
        activity["action"] = "add";
        return activity;
    }

    private JsonObject Added(params string[] members)
    {
        var activity = SomeActivity.In(_house.Connector.ServiceUrl, SomeActivity.PersonalChat, "personal", null);
        activity["type"] = "conversationUpdate";
        activity["membersAdded"] = new JsonArray([.. members.Select(member => new JsonObject { ["id"] = member })]);
        return activity;
    }

    private async Task PostAsync(JsonObject activity)
    {
        using var reply = await _house.PostAsync(activity);
        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
