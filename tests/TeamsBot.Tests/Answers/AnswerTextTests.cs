using AgentHelpdesk.Answering;
using AgentHelpdesk.Answering.Grounding;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TestKit;

namespace AgentHelpdesk.TeamsBot.Tests.Answers;

/// <summary>The whole form of an answer, read in its console layout: the page lays out the same view.</summary>
public sealed class AnswerTextTests
{
    [Fact]
    public void A_grounded_answer_gives_rule_conditions_table_and_sources() => Match("grounded-fr", Full(), Language.French);

    [Fact]
    public void A_grounded_answer_is_framed_in_English_and_quoted_in_French() => Match("grounded-en", Full(), Language.English);

    [Fact]
    public void An_abstention_says_why_and_what_is_near() =>
        Match("abstention-fr", SomeAnswers.Abstention(AbstentionReason.EvidenceTooWeak, SomeAnswers.Passage(), SomeAnswers.Passage(title: "Guide", rank: 2)), Language.French);

    [Fact]
    public void A_missing_reference_is_named() =>
        Text(SomeAnswers.Abstention(AbstentionReason.ReferenceNotFound) with { MissingReferences = ["L. 999-9"] }, Language.French).ShouldContain("L. 999-9");

    [Fact]
    public void An_installation_without_documents_says_so_whatever_the_reason() =>
        Text(SomeAnswers.Abstention(AbstentionReason.NothingFound) with { DocumentsSearched = 0 }, Language.French).ShouldContain("Aucun document n’est encore publié");

    [Fact]
    public void A_greeting_gets_no_near_passages() =>
        ((AnswerView.Abstention)AnswerViewBuilder.Build(SomeAnswers.Abstention(AbstentionReason.OutOfScope, SomeAnswers.Passage()), Language.French)).Nearest.ShouldBeEmpty();

    [Fact]
    public void A_question_about_a_person_is_told_that_the_agent_decides() =>
        Text(SomeAnswers.Grounded([SomeAnswers.Claim()]) with { ConcernsPerson = true }, Language.French).ShouldContain("Je ne me prononce pas");

    [Fact]
    public void A_date_to_come_is_said_above_the_answer() =>
        Text(SomeAnswers.Grounded([SomeAnswers.Claim()]) with { AsOf = AsOf.Month(2027, 3) }, Language.French).ShouldStartWith("Date à venir (mars 2027)");

    [Fact]
    public void What_a_terminal_would_obey_never_reaches_it() =>
        Text(SomeAnswers.Grounded([SomeAnswers.Claim("Le montant \u001b]0;x\u0007est de 45 euros.")], SomeAnswers.Passage(title: "Titre\u001b[2J")), Language.French)
            .ShouldNotContain('\u001b');

    [Fact]
    public void Two_quotes_of_one_place_name_it_once()
    {
        var passage = SomeAnswers.Passage();
        var text = Text(SomeAnswers.Grounded([SomeAnswers.Claim(citations: [1, 2])], passage, passage), Language.French);

        text.Split("Titre II › Article 4").Length.ShouldBe(2);
        text.ShouldContain("\n[2] «");
    }

    private static Answer.Grounded Full() => SomeAnswers.Grounded(
        [
            SomeAnswers.Claim(),
            SomeAnswers.Claim("L'indemnité est due si :\n1° l'assuré travaille ;\n2° la demande est complète.", ClaimKind.Condition, 2) with { Cut = new(2, 7, 12) },
            SomeAnswers.Claim("Toutefois, elle n'est pas due en cas de fraude.", ClaimKind.Exception, 1, 2),
            SomeAnswers.Claim("", ClaimKind.Rule, 2) with
            {
                Table = new("Montants en euros", ["Année", "Montant"], [["2025", "44,10"], ["2026", "45,00"]], 1),
            },
        ],
        SomeAnswers.Passage(isSample: true),
        SomeAnswers.Passage("L'indemnité est due si :\n1° l'assuré travaille ;\n2° la demande est complète.", "Code", ValidityPeriod.Open, path: [], article: "L. 512-1", rank: 2));

    private static string Text(Answer answer, Language language) => AnswerText.Of(AnswerViewBuilder.Build(answer, language));

    private static void Match(string name, Answer answer, Language language) =>
        Approved.Match(Text(answer, language), $"tests/TeamsBot.Tests/Approved/{name}.txt");
}
