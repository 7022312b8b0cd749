using AgentHelpdesk.Answering.Grounding;

namespace AgentHelpdesk.Answering.Tests.Grounding;

public sealed class CompletenessTests
{
    [Theory]
    [InlineData("La prime est due aux parents. Toutefois, elle est suspendue en cas de séjour à l'étranger.", "prime due aux parents")]
    [InlineData("La prime est due aux parents.\nPar dérogation, les tuteurs perçoivent la moitié de la prime.", "prime due aux parents")]
    [InlineData("La prime est due aux parents.\nLa prime due aux parents n'est pas applicable à Mayotte. Ces dispositions ne s'appliquent pas aux tuteurs.", "prime due aux parents")]
    [InlineData("La caisse instruit la demande. Elle verse la prime aux parents sous un mois.", "sous quel délai la prime est-elle versée aux parents ?")]
    [InlineData("La prime est due aux parents dans les cas suivants :\n1° la naissance d'un enfant ;\n2° l'adoption d'un enfant ;\n3° l'accueil d'un enfant.\nCette liste est limitative.", "adoption d'un enfant prime due aux parents")]
    [InlineData("La prime est due aux parents :\n1° lorsqu'ils résident en France depuis :\na) trois mois ;\nb) ou six mois ;\n2° et lorsqu'ils travaillent.\nSauf exception, la prime est mensuelle.", "prime due aux parents qui résident en France")]
    public async Task No_answer_is_torn(string paragraphs, string question)
    {
        var book = new RuleBook().Article("L. 10");
        foreach (var paragraph in paragraphs.Split('\n'))
            book.Paragraph(paragraph);

        var answer = await Ask.TheWriter(question, book);

        answer.Claims.ShouldNotBeEmpty();
        CompletenessChecker.Check(answer.Claims, answer.Verified.Citations).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_nested_list_is_shown_with_every_level()
    {
        var book = new RuleBook().Article("L. 10")
            .Paragraph("La prime est due aux parents :")
            .Paragraph("1° lorsqu'ils résident en France depuis :").Paragraph("a) trois mois ;").Paragraph("b) ou six mois ;")
            .Paragraph("2° et lorsqu'ils travaillent.")
            .Paragraph("II. – La prime est mensuelle.");

        var answer = await Ask.TheWriter("prime due aux parents qui résident en France", book);

        answer.First.ShouldBe("La prime est due aux parents :\n1° lorsqu'ils résident en France depuis :\na) trois mois ;\nb) ou six mois ;\n2° et lorsqu'ils travaillent.");
    }

    [Fact]
    public void The_checker_sees_a_torn_list_a_missing_exception_and_a_pronoun_without_its_noun()
    {
        var passages = Passages.Of(new RuleBook().Article("L. 10")
            .Paragraph("La prime est due aux parents :").Items("- aux mères ;", "- aux pères.")
            .Paragraph("La caisse instruit. Elle verse la prime. Toutefois, rien n'est dû en cas de fraude.").Build());

        Check("La prime est due aux parents :").ShouldContain(problem => problem.StartsWith("announces", StringComparison.Ordinal));
        Check("La prime est due aux parents :\n- aux mères ;").ShouldContain(problem => problem.StartsWith("a list torn", StringComparison.Ordinal));
        Check("Elle verse la prime. Toutefois, rien n'est dû en cas de fraude.").ShouldContain(problem => problem.StartsWith("leans", StringComparison.Ordinal));
        Check("La caisse instruit. Elle verse la prime.").ShouldContain(problem => problem.StartsWith("without the exception", StringComparison.Ordinal));

        string[] Check(string text)
        {
            var verified = CitationVerifier.Verify(new([new() { Kind = ClaimKind.Rule, Text = text, Quotes = [new(1, text)] }]), passages, new() { Writer = WriterKind.Extractive });
            return [.. CompletenessChecker.Check(verified.Claims, verified.Citations)];
        }
    }
}
