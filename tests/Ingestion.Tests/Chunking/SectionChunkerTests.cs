using System.Collections.Immutable;
using AgentHelpdesk.Ingestion.Chunking;
using AgentHelpdesk.Ingestion.Reading;
using AgentHelpdesk.Ingestion.Sectioning;
using AgentHelpdesk.Ingestion.Tests.Sectioning;
using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.TestKit;
using CsCheck;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.Ingestion.Tests.Chunking;

public sealed class SectionChunkerTests
{
    private const string Title = "Guide de l'allocation";

    [Fact]
    public void An_article_is_found_by_its_number_with_and_without_its_code()
    {
        var chunks = Chunks(new SomeDocument()
            .Heading("Article L. 512-1", 11)
            .Paragraph("Toute personne française ou étrangère résidant en France a droit aux prestations.")
            .Heading("Article L. 512-2 (abrogé)", 11), "Code de la sécurité sociale - Livre V");

        chunks.Length.ShouldBe(2);
        chunks[0].Locator.Article.ShouldBe("L. 512-1");
        chunks[0].ArticleKeys.Select(key => key.Value).ShouldBe([":L512-1", "css:L512-1"]);
        chunks[0].Prefix.ShouldBe("Code de la sécurité sociale - Livre V\nArticle L. 512-1");
        chunks[1].ArticleKeys.Select(key => key.Value).ShouldContain("css:L512-2");
        chunks[1].Text.ShouldBe("Article L. 512-2 (abrogé)");
    }

    [Fact]
    public void A_list_stays_with_the_sentence_that_introduces_it()
    {
        var filler = string.Join(' ', Enumerable.Repeat("Une phrase ordinaire du document.", 30));
        var chunks = Chunks(new SomeDocument()
            .Heading("Conditions")
            .Paragraph(filler)
            .Paragraph("L'allocation est due à la personne qui :")
            .List("1° Réside en France ;", "2° A au moins un enfant à charge ;", "3° Dispose de ressources inférieures au plafond."));

        var holder = chunks.Single(chunk => chunk.Text.Contains("qui :", StringComparison.Ordinal));
        holder.Parts.Where(part => part.Kind == ChunkPartKind.ListItem).Select(part => (part.Ordinal, part.GroupCount)).ShouldBe([(1, 3), (2, 3), (3, 3)]);
    }

    [Fact]
    public void A_long_table_repeats_its_caption_and_header_without_words()
    {
        var rows = Enumerable.Range(1, 80).Select(i => new[] { $"{i} enfants à charge dans le foyer", $"{100 * i},50 euros par mois" }).ToArray();
        var chunks = Chunks(new SomeDocument().Heading("Montants").Caption("Montants au 1er avril 2024").Table(["Foyer", "Montant"], rows));

        chunks.Length.ShouldBeGreaterThan(1);
        foreach (var chunk in chunks.Skip(1))
        {
            chunk.Text.ShouldStartWith("Montants au 1er avril 2024\nFoyer\tMontant\n");
            chunk.Words[0].Start.ShouldBe(chunk.Parts[2].Range.Start);
            chunk.Parts[1].Cells.Select(cell => chunk.Text.Substring(cell.Start, cell.Length)).ShouldBe(["Foyer", "Montant"]);
        }

        chunks.SelectMany(chunk => chunk.Parts).Where(part => part.Kind == ChunkPartKind.TableRow).Select(part => part.Ordinal).ShouldBe(Enumerable.Range(1, 80));
    }

    [Fact]
    public void Small_plain_sections_are_joined_under_their_parent_and_keep_their_headings()
    {
        var chunks = Chunks(new SomeDocument()
            .Heading(Title, 18).Heading("En bref", 16)
            .Heading("À Paris", 12).Paragraph("Adressez-vous au centre d'action sociale.")
            .Heading("Ailleurs", 12).Paragraph("Adressez-vous à la mairie."));

        var chunk = chunks.ShouldHaveSingleItem();
        chunk.Locator.SectionPath.ShouldBe(["En bref"]);
        chunk.Text.ShouldBe("À Paris\nAdressez-vous au centre d'action sociale.\nAilleurs\nAdressez-vous à la mairie.");
    }

    [Fact]
    public void Two_articles_never_share_a_chunk()
    {
        var chunks = Chunks(new SomeDocument().Heading("Article 1er", 11).Paragraph("Un.").Heading("Article 2", 11).Paragraph("Deux."));
        chunks.Select(chunk => chunk.Locator.Article).ShouldBe(["1er", "2"]);
    }

    [Fact]
    public void A_table_of_contents_gives_no_chunk()
    {
        var chunks = Chunks(new SomeDocument()
            .Paragraph("Sommaire")
            .Paragraph("Conditions ........................ 2")
            .Paragraph("Montants .......................... 3")
            .OnPage(2).Heading("Conditions").Paragraph("Il faut résider en France.")
            .OnPage(3).Heading("Montants").Paragraph("Le montant est fixé par décret."));
        chunks.ShouldAllBe(chunk => !chunk.Text.Contains("....", StringComparison.Ordinal));
        chunks.Select(chunk => chunk.Text).ShouldBe(["Conditions\nIl faut résider en France.\nMontants\nLe montant est fixé par décret."]);
    }

    [Fact]
    public void Whatever_the_document_its_chunks_hold_its_text_once()
    {
        var sentence = Gen.Int[1, 60].Select(length => string.Join(' ', Enumerable.Range(0, length).Select(i => "mot" + (i % 7))) + ".");
        var block = Gen.Int[0, 9].SelectMany(kind => sentence.Array[1, 8].Select(texts => (kind, texts)));
        block.Array[1, 25].Sample(blocks =>
        {
            var document = new SomeDocument();
            var number = 0;
            foreach (var (kind, texts) in blocks)
            {
                number++;
                document.OnPage(1 + (number / 4));
                _ = kind switch
                {
                    0 => document.Heading($"Article L. 512-{number}", 11),
                    1 => document.Heading($"Partie générale {number}", 16),
                    2 => document.Heading($"{number}. Titre numéroté", 14),
                    3 => document.List(texts),
                    4 => document.Table(["Foyer", "Montant"], [.. texts.Select(text => new[] { text, "10 €" })]),
                    5 => document.Note("NOTA : " + texts[0]),
                    6 => document.Caption("Tableau : " + number).Table([], [.. texts.Select(text => new[] { text, "", text })]),
                    7 => document.Paragraph("L'aide est due si :"),
                    8 => document.Paragraph(string.Join(' ', texts)),
                    _ => document.Header("En-tête courant"),
                };
            }

            var read = document.Build();
            var outline = Outline(read, Title);
            ChunkInvariants.Check(read, outline, Chunks(outline, Title));
        });
    }

    [Fact]
    public void Real_files_keep_every_rule_of_chunks()
    {
        Assert.SkipUnless(SharedFolder.Exists, SharedFolder.WhyAbsent);
        var reader = new PdfReader(Options.Create(new ReadingOptions()));
        var files = Directory.GetFiles(SharedFolder.Combine("data", "css-fr", "pdf"), "*.pdf").Order(StringComparer.Ordinal).Where((_, i) => i % 6 == 0)
            .Concat(Directory.GetFiles(SharedFolder.Combine("data", "real-fr", "pdf"), "*.pdf"));
        foreach (var file in files)
        {
            if (reader.Read(File.ReadAllBytes(file), TestContext.Current.CancellationToken) is not ReadOutcome.Read { Document: var document })
                continue;
            var outline = Outline(document, Title);
            ChunkInvariants.Check(document, outline, Chunks(outline, Title));
        }
    }

    private static ImmutableArray<Chunk> Chunks(SomeDocument document, string title = Title) => Chunks(Outline(document.Build(), title), title);

    private static Outline Outline(ReadDocument document, string title) => new SectionBuilder(Options.Create(new SectioningOptions())).Build(document, title);

    private static ImmutableArray<Chunk> Chunks(Outline outline, string title)
    {
        DocumentId.TryParse("guide", out var document).ShouldBeTrue();
        return new SectionChunker(Options.Create(new ChunkingOptions())).Chunk(outline, document, RevisionId.Parse(new('a', 32)), title);
    }
}
