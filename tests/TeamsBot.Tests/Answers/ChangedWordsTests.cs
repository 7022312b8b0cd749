using AgentHelpdesk.Answering.Grounding;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.TeamsBot.Answers;

namespace AgentHelpdesk.TeamsBot.Tests.Answers;

public sealed class ChangedWordsTests
{
    [Fact]
    public void The_same_answer_has_no_mark_and_says_so()
    {
        var view = Between(Answer("Le montant est de 45 euros."), Answer("Le montant est de 45 euros."));

        view.FirstLine.Changed.ShouldBeEmpty();
        view.Compared.ShouldBe("Rien n’a changé depuis la réponse au 24/11/2026.");
    }

    [Fact]
    public void Another_amount_is_marked_in_the_first_line_and_in_the_claim()
    {
        var view = Between(Answer("Le montant est de 45 euros.", "Il est versé 3 mois."), Answer("Le montant est de 47 euros.", "Il est versé 4 mois."));

        Marked(view.FirstLine.Text, view.FirstLine.Changed).ShouldBe(["47"]);
        var line = view.Parts[0].Claims[0].Lines[0];
        Marked(line.Text, line.Changed).ShouldBe(["4"]);
        view.Compared.ShouldBe("Les mots qui diffèrent de la réponse au 24/11/2026 sont marqués.");
    }

    [Fact]
    public void Another_row_in_force_is_a_change_though_all_rows_were_there()
    {
        var view = Between(Table(0), Table(1));

        var rows = view.Parts[0].Claims[0].Table!.Rows;
        rows[1].Cells.ShouldAllBe(cell => cell.Changed.Length == 1);
        rows[0].Cells.ShouldAllBe(cell => cell.Changed.IsEmpty);
    }

    [Fact]
    public void Words_that_are_gone_are_said_though_nothing_can_be_marked()
    {
        var view = Between(Answer("Le montant est de 45 euros.", "Il est versé 3 mois."), Answer("Le montant est de 45 euros."));

        view.Compared!.ShouldStartWith("Rien de nouveau par rapport à la réponse au 24/11/2026");
    }

    [Fact]
    public void The_same_words_of_another_revision_are_said_to_be_elsewhere()
    {
        var earlier = Answer("Le montant est de 45 euros.");
        var other = earlier.Sources[0].Sources[0] with { Url = "/revisions/other/pdf#page=1" };

        ChangedWords.Between(earlier with { Sources = [new([other])] }, earlier).Compared!.ShouldContain("une autre version");
    }

    [Fact]
    public void A_rule_that_stands_on_one_date_only_is_said()
    {
        var answer = Answer("Le montant est de 45 euros.");
        var abstention = AnswerViewBuilder.Build(SomeAnswers.Abstention() with { AsOf = AsOf.Year(2019) }, Language.French);

        ChangedWords.Between(abstention, answer).Compared!.ShouldContain("n’a pas été trouvée pour l’autre date\u202f: 2019");
        ChangedWords.Between(answer, abstention).Compared!.ShouldContain("24/11/2026");
        ChangedWords.Between(abstention, abstention).Compared!.ShouldContain("non plus");
    }

    private static AnswerView.Grounded Between(AnswerView.Grounded earlier, AnswerView.Grounded later) => (AnswerView.Grounded)ChangedWords.Between(earlier, later);

    private static IEnumerable<string> Marked(string text, IEnumerable<Knowledge.Chunks.TextRange> ranges) => ranges.Select(range => text.Substring(range.Start, range.Length));

    private static AnswerView.Grounded Answer(params string[] claims) =>
        (AnswerView.Grounded)AnswerViewBuilder.Build(SomeAnswers.Grounded([.. claims.Select(text => SomeAnswers.Claim(text))]), Language.French);

    private static AnswerView.Grounded Table(int inForce) => (AnswerView.Grounded)AnswerViewBuilder.Build(
        SomeAnswers.Grounded([SomeAnswers.Claim("") with { Table = new CitedTable("Montants", ["Année", "Montant"], [["2025", "44,10"], ["2026", "45,00"]], inForce) }]),
        Language.French);
}
