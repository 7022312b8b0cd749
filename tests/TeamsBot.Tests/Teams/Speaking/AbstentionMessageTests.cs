using AgentHelpdesk.Answering;
using AgentHelpdesk.BotProtocol.Activities;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Resources;
using AgentHelpdesk.TeamsBot.Teams.Speaking;
using AgentHelpdesk.TestKit;

namespace AgentHelpdesk.TeamsBot.Tests.Teams.Speaking;

public sealed class AbstentionMessageTests : IDisposable
{
    private readonly SpokenAnswers _spoken = new();

    public void Dispose() => _spoken.Dispose();

    [Fact]
    public void An_abstention_says_what_was_searched_what_is_near_and_what_to_do() =>
        Match(_spoken.Of(Weak, ["Quel est le montant de l'indemnité ?", "Qui a droit à l'indemnité ?"]), "teams-abstention-fr");

    [Fact]
    public void Without_links_questions_are_at_most_three_suggestions_and_the_text_has_no_markup()
    {
        using var spoken = new SpokenAnswers(publicUrl: "");
        var message = spoken.Of(Weak, ["a ?", "b ?", "c ?", "d ?"]);

        message.SuggestedActions!.Actions.Length.ShouldBe(3);
        message.Attachments.ShouldBeNull();
        message.Text!.ShouldNotContain("**");
        message.Text!.ShouldNotContain("](");
    }

    [Theory]
    [InlineData("https://helpdesk.example.test", true)]
    [InlineData("", false)]
    public async Task Beside_links_and_in_a_group_questions_are_pressed_in_a_card(string publicUrl, bool isPersonal)
    {
        using var spoken = new SpokenAnswers(publicUrl);
        var message = spoken.Of(Weak, ["a ?", "b ?", "c ?", "d ?"], isPersonal);
        var card = SpokenAnswers.Card(message);

        message.SuggestedActions.ShouldBeNull();
        card["body"]!.AsArray().Skip(1).Select(pressed => (string?)pressed!["selectAction"]!["data"]!["question"]).ShouldBe(["a ?", "b ?", "c ?"]);
        ((string?)card["fallbackText"]).ShouldBe("Questions proches\na ?\nb ?\nc ?");
        Assert.SkipUnless(CardReader.MayRun, CardReader.WhyAbsent);
        (await CardReader.SaidAgainstAsync(card.ToJsonString())).ShouldBeEmpty();
    }

    [Fact]
    public void What_was_no_question_is_not_told_that_a_rule_is_missing()
    {
        var message = _spoken.Of(SomeAnswers.Abstention(AbstentionReason.OutOfScope), []);

        message.Text!.ShouldStartWith("Ce n’est pas une question sur une règle.");
        message.Text!.ShouldNotContain("Je n’ai pas trouvé");
    }

    [Fact]
    public void Near_passages_without_a_public_address_are_quoted_instead_of_linked()
    {
        using var spoken = new SpokenAnswers(publicUrl: "");

        spoken.Of(Weak, []).Text!.ShouldContain("«\u202fLe montant est de 45 euros par jour.\u202f»");
    }

    [Fact]
    public void It_bears_the_label_and_the_feedback_of_every_answer()
    {
        var message = _spoken.Of(Weak, []);

        message.Entities!.Value.OfType<Entity.AiMessage>().Single().Citations.ShouldBeEmpty();
        message.ChannelData!.FeedbackLoop!.Type.ShouldBe("default");
    }

    [Fact]
    public void Titles_and_words_of_the_question_are_never_markup()
    {
        var passage = SomeAnswers.Passage(title: "[Titre](https://mal.example/) <at>x</at>", path: ["**Chapitre**"]);
        var text = _spoken.Of(SomeAnswers.Abstention(AbstentionReason.EvidenceTooWeak, passage) with { SearchedTerms = ["<img>", "[1]"] }, []).Text!;

        text.Split("](").Length.ShouldBe(2);
        text.ShouldContain("](https://helpdesk.example.test/citations/");
        text.ShouldNotContain("<img>");
        text.ShouldNotContain("<at>");
        text.ShouldNotContain("**");
        text.ShouldNotContain("[1]");
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public void Greeting_and_help_are_approved(string language)
    {
        var messages = Messages.In(Language.Find(language)!);
        Match(PlainMessage.Greeting(messages, isPersonal: true, onlySamples: true, ["Quel est le montant de l'indemnité ?"]), $"teams-greeting-{language}");
        Match(PlainMessage.Help(messages, isPersonal: false), $"teams-help-{language}");
    }

    private static Answer.Abstention Weak => SomeAnswers.Abstention(AbstentionReason.EvidenceTooWeak, SomeAnswers.Passage(), SomeAnswers.Passage(title: "Guide", rank: 2));

    private static void Match(Activity message, string name) => Approved.Match(SpokenAnswers.Sent(message), $"tests/TeamsBot.Tests/Approved/{name}.json");
}
