using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Keeping;
using AgentHelpdesk.TeamsBot.Tests.Conversations;

namespace AgentHelpdesk.TeamsBot.Tests.Keeping;

public sealed class RatingsTests : IDisposable
{
    private const string Storm = "Quel est le montant de l'indemnité de tempête ?";

    private static readonly DateOnly Today = new(2026, 11, 24);

    private readonly ConversationHouse _house = new(new() { RatingDays = 10, MostRatings = 2 });

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task A_rating_outlives_its_conversation_and_nothing_ties_it_to_one_any_more()
    {
        await _house.AskAsync(1, Storm);
        Rate(1, "rater", "parlant");
        _house.Bytes().ShouldContain(ConversationHouse.Id(1).Value);

        _house.Time.Advance(TimeSpan.FromHours(13));
        _house.Kept.RemoveExpired();
        _house.Ratings.RemoveExpired(Today.AddDays(1));

        var rating = _house.RatingList.Read(null).ShouldHaveSingleItem();
        rating.Answer.ShouldNotBeNull().Text.ShouldContain("45 euros");
        rating.Comment.ShouldBe("parlant");
        var bytes = _house.Bytes();
        bytes.ShouldContain("parlant");
        bytes.ShouldNotContain(ConversationHouse.Id(1).Value);
        bytes.ShouldNotContain("rater:");
    }

    [Fact]
    public async Task Ratings_expire_and_are_no_more_than_the_options_say_the_oldest_going_first()
    {
        await _house.AskAsync(1, Storm);
        Rate(1, "a", "premier", Today.AddDays(-9));
        Rate(1, "b", "second", Today.AddDays(-1));
        Rate(1, "c", "troisième");
        Comments().ShouldBe(["troisième", "second"]);

        _house.Ratings.RemoveExpired(Today.AddDays(9));
        Comments().ShouldBe(["troisième"]);

        _house.Ratings.RemoveExpired(Today.AddDays(10));
        Comments().ShouldBeEmpty();
        _house.Bytes().ShouldNotContain("troisième");
    }

    [Fact]
    public async Task What_a_purged_document_said_is_erased_from_ratings_and_the_opinion_stays()
    {
        await _house.AskAsync(1, Storm);
        Rate(1, "a", "clair");
        await _house.AskAsync(2, "À quel âge la pension de rivage est-elle versée ?");
        Rate(2, "a", "net");
        var revision = _house.RatingList.Read(null)[1].Answer!.Citations[0].Revision;

        await _house.RatedQuotes.ErasePurgedAsync(TestContext.Current.CancellationToken);
        _house.RatingList.Read(null).ShouldAllBe(rating => rating.Answer!.Text != "");

        _house.Knowledge.Purge(revision);
        await _house.RatedQuotes.ErasePurgedAsync(TestContext.Current.CancellationToken);

        var ratings = _house.RatingList.Read(null);
        ratings[1].Comment.ShouldBe("clair");
        ratings[1].Answer!.Question.ShouldBe(Storm);
        ratings[1].Answer!.Text.ShouldBeEmpty();
        ratings[1].Answer!.Citations.ShouldAllBe(citation => citation.Quote == "");
        ratings[0].Answer!.Text.ShouldContain("62 ans");
    }

    [Fact]
    public async Task An_abstention_is_rated_with_its_reason_and_the_passages_that_were_near()
    {
        var turn = await _house.AskAsync(1, "Quel est le forfait de gargouille ?");
        turn.View.ShouldBeOfType<AnswerView.Abstention>();

        Rate(1, "a", "la règle existe", reaction: Reaction.Dislike);

        var answer = _house.RatingList.Read(null, Reaction.Dislike).ShouldHaveSingleItem().Answer.ShouldNotBeNull();
        answer.Reason.ShouldBe("nothing-found");
        _house.RatingList.Read(null, Reaction.Like).ShouldBeEmpty();
    }

    private IEnumerable<string> Comments() => _house.RatingList.Read(null).Select(rating => rating.Comment);

    private void Rate(int conversation, string rater, string comment, DateOnly? on = null, Reaction reaction = Reaction.Like) =>
        _house.Ratings.Add(new() { Places = [new(ConversationHouse.Id(conversation), null, rater)], Reaction = reaction, Comment = comment }, on ?? Today);
}
