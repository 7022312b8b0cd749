using AgentHelpdesk.Evaluation.Questions;

namespace AgentHelpdesk.Evaluation.Tests;

public sealed class QuestionFileTests
{
    [Fact]
    public void Reads_gold_scope_and_wrong_version_and_ignores_the_rest()
    {
        var question = QuestionFile.Parse(
            """{"id":"q","question":"Montant ?","kind":"k","gold":[{"document":"a.pdf","article":null,"pages":[2,3],"quote":"x","table":"b1"}],"answerable":true,"answer":"3 €","gold_mode":"any","scope":{"family":["code","fiche"]},"wrong_version":{"document":"b.pdf","answer":"2 €"},"also_relevant":[]}""",
            "here");
        question.Gold.ShouldHaveSingleItem().Pages.ShouldBe([2, 3]);
        question.Kinds.ShouldBe(["code", "fiche"]);
        question.AnyGoldSuffices.ShouldBeTrue();
        question.WrongVersion.ShouldBe(new WrongVersion("b.pdf", "2 €"));
    }

    [Fact]
    public void Takes_a_missing_scope_as_all_kinds() =>
        QuestionFile.Parse("""{"id":"q","question":"?","kind":"k","gold":[],"answerable":false}""", "here").Kinds.ShouldBeEmpty();

    [Fact]
    public void Names_the_place_of_a_line_that_is_no_question() =>
        Should.Throw<InvalidDataException>(() => QuestionFile.Parse("{\"id\":1", "file, line 7")).Message.ShouldStartWith("file, line 7: ");
}
