using System.Globalization;
using AgentHelpdesk.Ingestion.Describing;
using AgentHelpdesk.Ingestion.Reading;
using AgentHelpdesk.Ingestion.Tests.Reading;
using AgentHelpdesk.Ingestion.Tests.Sectioning;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.Ingestion.Tests.Describing;

/// <summary>A page may hold anything: what is read of it is bounded, and what is proposed stands on it.</summary>
public sealed class HostilePageTests
{
    public static TheoryData<string, string> Pages() => new()
    {
        { "ten thousand numbers", string.Join(' ', Enumerable.Range(0, 10_000).Select(i => $"n° 2024-{i.ToString(CultureInfo.InvariantCulture)}")) },
        { "ten thousand circulars", string.Join(' ', Enumerable.Repeat("Circulaire n° 2024-07 applicable au", 10_000)) },
        { "one word of a million letters", new string('a', 1_000_000) },
        { "a word that is all separators", "Circulaire n° " + string.Concat(Enumerable.Repeat("a-", 100_000)) + "9" },
        { "nothing but blanks", new string(' ', 100_000) },
        { "days without end", string.Join(" et au ", Enumerable.Repeat("applicable au 1er janvier 2025", 5_000)) },
        { "a date of nonsense", "Applicable au 99 janvier 0000 et 31/02/2024, Date d’effet : 2024-13-45" },
        { "half characters", "Objet : \uD83D\u0301\u0301 Circulaire n° \uDC00-2024" },
        { "markup", "Objet : <script>alert('1')</script> & <b>gras</b>" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public void What_is_proposed_of_a_hostile_page_stands_on_it(string name, string text)
    {
        foreach (var document in new[] { new SomeDocument().Heading(text), new SomeDocument().Paragraph(text), new SomeDocument().Heading("Circulaire").Table([], [text, text], [text, text]) })
        {
            var proposal = DocumentDescriber.Describe(document.Build());

            foreach (var words in new[] { proposal.Title?.Words, proposal.Number?.Words, proposal.Issuer?.Words, proposal.Kind?.Words, proposal.ApplicableFrom?.Words, proposal.ApplicableUntil?.Words })
            {
                if (words is null)
                    continue;
                words.Length.ShouldBeLessThanOrEqualTo(500, name);
                (text + " Circulaire").ShouldContain(words.Split(' ')[0], customMessage: name);
            }
        }
    }

    [Fact]
    public void A_thousand_small_headings_are_no_title_together()
    {
        var document = new SomeDocument();
        for (var i = 0; i < 1000; i++)
            document.Heading($"Rubrique numéro {i.ToString(CultureInfo.InvariantCulture)}");

        DocumentDescriber.Describe(document.Build()).Title!.Value.Length.ShouldBeLessThanOrEqualTo(400);
    }

    [Fact]
    public void Words_that_no_reader_sees_say_nothing()
    {
        var proposal = DocumentDescriber.Describe(new SomeDocument()
            .Heading("Fiche pratique : aide au logement")
            .Paragraph("Applicable au 1er janvier 2020", size: 1)
            .Build());

        proposal.ApplicableFrom.ShouldBeNull();
    }

    [Fact]
    public void A_first_page_without_text_or_with_unknown_letters_leaves_everything_empty()
    {
        var scanned = new SomeDocument().OnPage(2).Heading("Conditions de ressources").Build();
        var unmapped = new SomeDocument().Heading("'©F¨V G XQ DJHQW").Build() with
        {
            Problems = [new(ReadingProblemKind.UnmappedCharacters, 1, "12")],
        };

        DocumentDescriber.Describe(scanned).ShouldBe(DocumentProposal.Nothing);
        DocumentDescriber.Describe(unmapped).ShouldBe(DocumentProposal.Nothing);
    }

    [Fact]
    public void The_lines_of_a_letterhead_are_told_apart_by_where_they_stand()
    {
        var pdf = new TestPdf().Page(page => page
            .Lines(60, 60, ["Caisse nationale de l’assurance d’essai", "Direction de la réglementation", "Circulaire n° 2024-07"], 9)
            .Text(60, 120, "Conditions de l’allocation d’essai", 16, "F2")
            .Lines(60, 150, ["Destinataires : Mesdames et Messieurs les directeurs", "Applicable au 1er mars 2024", "Texte abrogé : circulaire n° 2019-03 du 1er avril 2019"], 9)
            .Text(60, 220, "1. Conditions", 12, "F2")
            .Lines(60, 240, ["L’allocation est versée à compter du 1er janvier 2023 à toute personne qui en fait", "la demande auprès de sa caisse."], 10));
        var read = new PdfReader(Options.Create(new ReadingOptions())).Read(pdf.ToBytes(), TestContext.Current.CancellationToken).ShouldBeOfType<ReadOutcome.Read>();

        var proposal = DocumentDescriber.Describe(read.Document);

        proposal.Issuer!.Value.ShouldBe("Caisse nationale de l’assurance d’essai");
        proposal.Title!.Value.ShouldBe("Conditions de l’allocation d’essai");
        proposal.Number!.Value.ShouldBe("2024-07");
        proposal.Kind!.Value.ShouldBe("circulaire");
        proposal.ApplicableFrom.ShouldBe(new(new(2024, 3, 1), "Applicable au 1er mars 2024", 1));
    }
}
