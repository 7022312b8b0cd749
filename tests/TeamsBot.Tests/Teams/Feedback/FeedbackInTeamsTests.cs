using System.Net;
using System.Text.Json.Nodes;
using AgentHelpdesk.ChannelDoubles;
using AgentHelpdesk.TeamsBot.Keeping;
using Microsoft.Extensions.DependencyInjection;

namespace AgentHelpdesk.TeamsBot.Tests.Teams.Feedback;

public sealed class FeedbackInTeamsTests : IAsyncLifetime
{
    private const string Storm = "Quel est le montant de l'indemnité de tempête ?";

    private TeamsHouse _house = null!;

    private IReadOnlyList<Rating> Ratings => _house.Host.Services.GetRequiredService<RatingList>().Read(null);

    public async ValueTask InitializeAsync() => _house = await TeamsHouse.StartAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task A_thumb_is_stored_with_question_answer_and_what_it_cites_before_its_empty_acknowledgement()
    {
        var answer = await AskAsync(Storm);

        using var reply = await RateAsync("like", """{"feedbackText":"Clair et complet"}""", answer.Id);

        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
        var rating = Ratings.ShouldHaveSingleItem();
        rating.Reaction.ShouldBe(Reaction.Like);
        rating.Comment.ShouldBe("Clair et complet");
        rating.JoinedBy.ShouldBe(RatingJoin.Message);
        var rated = rating.Answer.ShouldNotBeNull();
        rated.Question.ShouldBe(Storm);
        rated.Reason.ShouldBeNull();
        rated.Text.ShouldContain("45 euros");
        var citation = rated.Citations[0];
        citation.Title.ShouldBe("Circulaire sur l'indemnité de tempête");
        citation.Quote.ShouldContain("45 euros");
        citation.Passage.ShouldContain(citation.Revision.Value);
    }

    [Fact]
    public async Task A_thumb_is_joined_to_the_message_it_names_not_to_the_last()
    {
        var first = await AskAsync(Storm);
        await AskAsync("À quel âge la pension de rivage est-elle versée ?");

        await RateAsync("dislike", "trop long", first.Id);

        Ratings.ShouldHaveSingleItem().Answer.ShouldNotBeNull().Question.ShouldBe(Storm);
    }

    [Fact]
    public async Task A_thumb_that_names_no_message_is_joined_to_the_last_answer_and_said_to_be_inferred()
    {
        await AskAsync("À quel âge la pension de rivage est-elle versée ?");
        await AskAsync(Storm);

        await RateAsync("like", "bien", replyToId: null);

        var rating = Ratings.ShouldHaveSingleItem();
        rating.JoinedBy.ShouldBe(RatingJoin.Inferred);
        rating.Answer.ShouldNotBeNull().Question.ShouldBe(Storm);
    }

    [Fact]
    public async Task A_thumb_on_a_message_that_is_not_kept_is_stored_alone_and_joined_to_no_other()
    {
        await AskAsync(Storm);

        using var reply = await RateAsync("dislike", "faux", "1700000000000");

        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
        var rating = Ratings.ShouldHaveSingleItem();
        rating.JoinedBy.ShouldBe(RatingJoin.None);
        rating.Answer.ShouldBeNull();
        rating.Comment.ShouldBe("faux");
    }

    [Fact]
    public async Task A_second_click_of_the_same_person_takes_the_place_of_the_first_and_keeps_its_words()
    {
        var answer = await AskAsync(Storm);

        await RateAsync("like", "clair", answer.Id);
        await RateAsync("like", "", answer.Id);
        Ratings.ShouldHaveSingleItem().Comment.ShouldBe("clair");

        await RateAsync("dislike", "", answer.Id);
        Ratings.ShouldHaveSingleItem().Reaction.ShouldBe(Reaction.Dislike);
        Ratings[0].Comment.ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_people_of_a_conversation_each_have_their_opinion()
    {
        var answer = await AskAsync(Storm);

        await RateAsync("like", "", answer.Id);
        await RateAsync("dislike", "", answer.Id, user: "29:1-another-agent");

        Ratings.Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_is_personal_in_a_comment_is_masked_the_writer_s_own_name_too()
    {
        var answer = await AskAsync(Storm);

        await RateAsync("dislike", "Pour Mme Durand, 2 84 05 75 123 456 21, rappeler alex.agent@caisse.example ou 06 12 34 56 78. ALEX AGENT", answer.Id);

        Ratings[0].Comment.ShouldBe("Pour Mme [NOM], [NIR], rappeler [COURRIEL] ou [TÉLÉPHONE]. [NOM]");
    }

    [Fact]
    public async Task A_request_for_a_form_stores_nothing_and_is_answered_with_a_card_in_either_shape()
    {
        var answer = await AskAsync(Storm);
        var action = new JsonObject { ["actionName"] = "feedback", ["actionValue"] = new JsonObject { ["reaction"] = "dislike" } };
        foreach (var value in new[] { action, new JsonObject { ["data"] = action.DeepClone() } })
        {
            using var reply = await _house.PostAsync(SomeActivity.Invoke(_house.Connector.ServiceUrl, "message/fetchTask", value.DeepClone(), answer.Id));

            var task = JsonNode.Parse(await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["task"]!;
            ((string?)task["type"]).ShouldBe("continue");
            var card = task["value"]!["card"]!["content"]!;
            ((string?)card["version"]).ShouldBe("1.5");
            ((string?)card["body"]![0]!["id"]).ShouldBe("feedbackText");
            ((string?)card["body"]![0]!["label"]).ShouldBe("Que manque-t-il, ou qu’est-ce qui est faux\u202f?");
        }

        Ratings.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_no_thumb_is_refused_and_leaves_nothing()
    {
        using var reply = await RateAsync("love", "", null);

        reply.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        Ratings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_thumb_that_can_t_be_stored_is_not_acknowledged()
    {
        var answer = await AskAsync(Storm);
        using (_house.HoldBotFile())
        {
            using var reply = await RateAsync("like", "bien", answer.Id);
            reply.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        }

        await RateAsync("like", "bien", answer.Id);
        Ratings.Count.ShouldBe(1);
    }

    // The answer is out before the host has noted which message it was.
    private async Task<SentActivity> AskAsync(string question)
    {
        var answer = await _house.AskAsync(question);
        await _house.SettledAsync();
        return answer;
    }

    private Task<HttpResponseMessage> RateAsync(string reaction, string feedback, string? replyToId, string user = SomeActivity.User)
    {
        var value = new JsonObject { ["actionName"] = "feedback", ["actionValue"] = new JsonObject { ["reaction"] = reaction, ["feedback"] = feedback } };
        var activity = SomeActivity.Invoke(_house.Connector.ServiceUrl, "message/submitAction", value, replyToId);
        activity["from"]!["id"] = user;
        return _house.PostAsync(activity);
    }
}
