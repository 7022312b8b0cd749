using AgentHelpdesk.Answering;
using AgentHelpdesk.Answering.Grounding;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TestKit;

namespace AgentHelpdesk.TeamsBot.Tests.Answers;

public sealed class CaseNoteTests
{
    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public void It_holds_the_answer_its_sources_and_the_date_asked(string language) =>
        Approved.Match(Note(Full(), Language.Find(language)!), $"tests/TeamsBot.Tests/Approved/case-note-{language}.txt");

    [Fact]
    public void It_never_holds_the_question() =>
        Note(Full() with { MaskedQuestion = "Mme [NOM] a-t-elle droit ?", UnderstoodAs = "Mme [NOM] a-t-elle droit à l'aide ?", ConcernsPerson = true }, Language.French)
            .ShouldNotContain("[NOM]");

    [Fact]
    public void It_holds_nothing_that_a_terminal_or_a_text_field_would_obey() =>
        Note(SomeAnswers.Grounded([SomeAnswers.Claim("Le montant \u001b[2J\u202eest de 45 euros.")], SomeAnswers.Passage(title: "Titre\u001b[2J\u2066")), Language.French)
            .ShouldSatisfyAllConditions(note => note.ShouldNotContain('\u001b'), note => note.ShouldNotContain('\u202e'), note => note.ShouldNotContain('\u2066'));

    private static Answer.Grounded Full() => SomeAnswers.Grounded(
        [
            SomeAnswers.Claim(),
            SomeAnswers.Claim("L'indemnité est due si :\n1° l'assuré travaille ;\n2° la demande est complète.", ClaimKind.Condition, 2) with { Cut = new(2, 7, 12) },
            SomeAnswers.Claim("", ClaimKind.Rule, 2) with { Table = new("Montants en euros", ["Année", "Montant"], [["2025", "44,10"], ["2026", "45,00"]], 1) },
        ],
        SomeAnswers.Passage(isSample: true),
        SomeAnswers.Passage("L'indemnité est due.", "Code", ValidityPeriod.Open, path: [], article: "L. 512-1", rank: 2));

    private static string Note(Answer.Grounded answer, Language language) => ((AnswerView.Grounded)AnswerViewBuilder.Build(answer, language)).CaseNote;
}
