using AgentHelpdesk.Evaluation.Reading;
using AgentHelpdesk.Evaluation.Retrieval;

namespace AgentHelpdesk.Evaluation.Tests;

/// <summary>Others read these files: names, order and forms of the fields stay.</summary>
public sealed class ResultContractTests
{
    [Fact]
    public void A_question_is_written_with_the_agreed_fields()
    {
        var passage = new PassageLine(1, "Règlement.pdf", "r1", [2, 3], ["Titre", "Section"], "L. 512-1", new DateOnly(2025, 3, 1), null, 1.5, "l’allocation\tdue");
        var answer = new AnswerLine(AnswerLine.Grounded, null, "Oui. [1]", "Oui. [1]\nNon. [1]", [new(1, "Règlement.pdf", [2], "Oui.")]);
        ResultFiles.Line(new ResultLine("q1", [new(2026, 1, 1), new(2026, 12, 31)], [passage], answer, 2.25)).ShouldBe(
            """{"id":"q1","asOf":["2026-01-01","2026-12-31"],"passages":[{"rank":1,"document":"Règlement.pdf","revision":"r1","pages":[2,3],"section":["Titre","Section"],"article":"L. 512-1","validFrom":"2025-03-01","validTo":null,"score":1.5,"text":"l’allocation\tdue"}],"answer":{"status":"grounded","reason":null,"firstLine":"Oui. [1]","text":"Oui. [1]\nNon. [1]","citations":[{"n":1,"document":"Règlement.pdf","pages":[2],"quote":"Oui."}]},"milliseconds":2.25}""");
    }

    [Fact]
    public void A_document_is_written_with_the_agreed_fields()
    {
        var table = new BlockLine("table", 0, "a\tb", 1, 2, ["Barème"], null, [["a", "b"]]);
        ResultFiles.Line(new ReadingLine("a.pdf", 2, ReadingLine.Read, ["page-without-text"], .5, [table])).ShouldBe(
            """{"document":"a.pdf","pages":2,"outcome":"read","problems":["page-without-text"],"seconds":0.5,"blocks":[{"kind":"table","level":0,"text":"a\tb","page":1,"endPage":2,"section":["Barème"],"article":null,"rows":[["a","b"]]}]}""");
    }

    [Theory]
    [InlineData("EvidenceTooWeak", "evidence-too-weak")]
    [InlineData("NothingInForce", "nothing-in-force")]
    public void Reasons_are_written_in_kebab_case(string name, string code) => KebabCase.Of(name).ShouldBe(code);
}
