using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgentHelpdesk.Answering.Grounding;
using AgentHelpdesk.Answering.Retrieval;
using CsCheck;

namespace AgentHelpdesk.Answering.Tests.Grounding;

public sealed class CitationVerifierTests
{
    private static readonly ImmutableArray<Passage> Found = Passages.Of(new RuleBook()
        .Section("Titre IV").Article("L. 341-6")
        .Paragraph("La pension est portée à 40 % du salaire, soit 1 234,50 € par mois, à compter du 1er avril 2024. Elle est due pendant douze mois au titre de l'article L. 341-3.")
        .NextPage()
        .Paragraph("Toutefois, la pension n'est pas due en cas de fraude.")
        .Article("L. 341-7")
        .Paragraph("La caisse liquide la pension.")
        .Build());

    [Fact]
    public void A_claim_that_stands_word_for_word_is_cited_with_the_words_on_their_page()
    {
        var verified = Verify(Claim("La caisse liquide la pension.", rank: 2));

        verified.Answers.ShouldBeTrue();
        verified.Claims.ShouldHaveSingleItem().Citations.ShouldBe([1]);
        var citation = verified.Citations.ShouldHaveSingleItem();
        citation.Quote.ShouldBe("La caisse liquide la pension.");
        citation.Locator.Article.ShouldBe("L. 341-7");
        citation.Locator.Words.ShouldBe([Found[1].Chunk.Chunk.Locator.Words[0] with { Count = 5 }]);
    }

    [Fact]
    public void Only_the_words_quoted_are_located()
    {
        var verified = Verify(Claim("Toutefois, la pension n'est pas due en cas de fraude.", rank: 1));

        var words = verified.Citations.ShouldHaveSingleItem().Locator.Words.ShouldHaveSingleItem();
        words.Page.ShouldBe(2);
        words.Count.ShouldBe(10);
    }

    [Fact]
    public void The_print_of_a_quote_may_differ_from_the_page_but_the_citation_shows_the_page()
    {
        var verified = Verify(Claim("toutefois, LA PENSION n’est pas due en cas de fraude.", rank: 1));

        verified.Citations.ShouldHaveSingleItem().Quote.ShouldBe("Toutefois, la pension n'est pas due en cas de fraude.");
    }

    [Theory]
    [InlineData("La pension est portée à 45 % du salaire, soit 1 234,50 € par mois, à compter du 1er avril 2024.", "une autre part")]
    [InlineData("La pension est portée à 40 % du salaire, soit 1 243,50 € par mois, à compter du 1er avril 2024.", "un autre montant")]
    [InlineData("La pension est portée à 40 % du salaire, soit 1 234,50 € par mois, à compter du 1er avril 2023.", "une autre date")]
    [InlineData("La pension n'est pas portée à 40 % du salaire, soit 1 234,50 € par mois, à compter du 1er avril 2024.", "un mot de plus")]
    [InlineData("La pension est portée à 40 % par mois, à compter du 1er avril 2024.", "des mots de moins")]
    [InlineData("Elle est due pendant douze mois au titre de l'article L. 341-4.", "un autre article")]
    [InlineData("Elle est due pendant treize mois au titre de l'article L. 341-3.", "une autre durée")]
    [InlineData("La pension est portée à 40 % du salaire pendant douze mois.", "deux bouts cousus")]
    [InlineData("La caisse liquide la pension. Toutefois, la pension n'est pas due en cas de fraude.", "deux passages cousus")]
    public void A_quote_altered_by_a_word_or_a_digit_is_rejected(string altered, string how)
    {
        var verified = Verify(Claim(altered, rank: 1));

        verified.Rejected.ShouldHaveSingleItem(how).Flaw.ShouldBe(ClaimFlaw.QuoteInvented);
        verified.Answers.ShouldBeFalse();
        verified.Citations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("La pension est de 45 % du salaire.")]
    [InlineData("La pension est de 1 243,50 €.")]
    [InlineData("La pension est due à compter du 1er avril 2023.")]
    [InlineData("La pension est due pendant 13 mois.")]
    [InlineData("La pension relève de l'article R. 341-3.")]
    [InlineData("La pension est de 40 € par mois.")]
    public void A_claim_whose_facts_are_not_in_its_quote_is_rejected_even_when_the_quote_stands(string text)
    {
        var claim = Claim("La pension est portée à 40 % du salaire, soit 1 234,50 € par mois, à compter du 1er avril 2024. Elle est due pendant douze mois au titre de l'article L. 341-3.", rank: 1);
        Verify(claim with { Text = text }).Rejected.ShouldHaveSingleItem().Flaw.ShouldBe(ClaimFlaw.UnsupportedFact);
    }

    [Fact]
    public void An_extractive_claim_may_not_add_words_to_its_quote()
    {
        var claim = Claim("La caisse liquide la pension.", rank: 2) with { Text = "La caisse liquide toujours la pension." };
        Verify(claim).Rejected.ShouldHaveSingleItem().Flaw.ShouldBe(ClaimFlaw.WordsAdded);
    }

    [Fact]
    public void A_passage_that_was_not_read_in_this_turn_supports_nothing() =>
        Verify(Claim("La caisse liquide la pension.", rank: 7)).Rejected.ShouldHaveSingleItem().Flaw.ShouldBe(ClaimFlaw.UnknownPassage);

    [Fact]
    public void A_rule_falls_with_the_exception_that_belongs_to_it_and_the_answer_with_the_rule()
    {
        var verified = Verify(
            Claim("Elle est due pendant douze mois au titre de l'article L. 341-3.", rank: 1),
            Claim("Toutefois, la pension n'est pas due en cas d'erreur.", rank: 1) with { Kind = ClaimKind.Exception, BelongsToPrevious = true },
            Claim("La caisse liquide la pension.", rank: 2));

        verified.Rejected.Select(rejected => rejected.Flaw).ShouldBe([ClaimFlaw.Orphaned, ClaimFlaw.QuoteInvented]);
        verified.Claims.ShouldHaveSingleItem().Text.ShouldBe("La caisse liquide la pension.");
        verified.Answers.ShouldBeFalse();
    }

    [Fact]
    public void Words_that_touch_share_a_number_and_words_apart_get_their_own()
    {
        var verified = Verify(
            Claim("Elle est due pendant douze mois au titre de l'article L. 341-3.", rank: 1),
            Claim("Toutefois, la pension n'est pas due en cas de fraude.", rank: 1),
            Claim("La caisse liquide la pension.", rank: 2));

        verified.Claims.Select(claim => claim.Citations.ShouldHaveSingleItem()).ShouldBe([1, 1, 2]);
        verified.Citations.Select(citation => citation.Number).ShouldBe([1, 2]);
        verified.Citations[0].Quote.ShouldEndWith("L. 341-3.\nToutefois, la pension n'est pas due en cas de fraude.");
        verified.Citations[0].Locator.FirstPage.ShouldBe(1);
        verified.Citations[0].Locator.LastPage.ShouldBe(2);
    }

    [Fact]
    public void A_row_changed_in_one_cell_is_rejected()
    {
        var passages = Passages.Of(new RuleBook().Section("Montants").Table("Plafond mensuel", "Année | Montant", "2023 | 3 666 €", "2024 | 3 864 €").Build());
        var table = new CitedTable("Plafond mensuel", ["Année", "Montant"], [["2024", "3 864 €"]], 0);
        var claim = new DraftClaim
        {
            Kind = ClaimKind.Rule,
            Text = TableText.Of(table),
            Table = table,
            Quotes = [new(1, "Plafond mensuel"), new(1, "Année\tMontant"), new(1, "2024\t3 864 €")],
        };
        CitationVerifier.Verify(new([claim]), passages, new() { Writer = WriterKind.Extractive }).Answers.ShouldBeTrue();

        var swapped = table with { Rows = [["2024", "3 666 €"]] };
        CitationVerifier.Verify(new([claim with { Table = swapped, Text = TableText.Of(swapped) }]), passages, new() { Writer = WriterKind.Extractive })
            .Rejected.ShouldHaveSingleItem().Flaw.ShouldBe(ClaimFlaw.UnsupportedFact);
    }

    [Fact]
    public void Any_stretch_of_whole_words_is_verified_and_located_to_exactly_those_words()
    {
        var chunk = Found[0].Chunk.Chunk;
        Gen.Select(Gen.Int[0, chunk.Words.Length - 1], Gen.Int[1, 12]).Sample((first, count) =>
        {
            var last = Math.Min(first + count, chunk.Words.Length) - 1;
            // A stretch that cuts "1 234,50" in two is no quote of it.
            if (WordAt(first) == "234,50" || WordAt(last) == "1")
                return;
            var quote = chunk.Text[chunk.Words[first].Start..(chunk.Words[last].Start + chunk.Words[last].Length)];
            var locator = Verify(Claim(quote, rank: 1) with { Quotes = [new(1, quote) { Taken = new(chunk.Words[first].Start, quote.Length) }] })
                .Citations.ShouldHaveSingleItem().Locator;
            locator.Words.Sum(range => range.Count).ShouldBe(last - first + 1);
            locator.Words[0].First.ShouldBe(chunk.Words[first].Word);
        });

        string WordAt(int index) => chunk.Text.Substring(chunk.Words[index].Start, chunk.Words[index].Length);
    }

    [Fact]
    public void No_digit_of_a_quote_can_be_changed_unseen()
    {
        var text = Found[0].Chunk.Chunk.Text[..Found[0].Chunk.Chunk.Text.IndexOf('\n')];
        var digits = Regex.Matches(text, @"\d").Select(match => match.Index).ToArray();
        Gen.Select(Gen.Int[0, digits.Length - 1], Gen.Int[1, 9]).Sample((which, shift) =>
        {
            var changed = text.ToCharArray();
            changed[digits[which]] = (char)('0' + ((changed[digits[which]] - '0' + shift) % 10));
            var claim = Claim(text, rank: 1) with { Text = new(changed) };
            Verify(claim).Rejected.ShouldHaveSingleItem();
            Verify(Claim(new(changed), rank: 1)).Rejected.ShouldHaveSingleItem();
        });
    }

    private static VerifiedDraft Verify(params ImmutableArray<DraftClaim> claims) =>
        CitationVerifier.Verify(new(claims), Found, new() { Writer = WriterKind.Extractive });

    private static DraftClaim Claim(string text, int rank) => new() { Kind = ClaimKind.Rule, Text = text, Quotes = [new(rank, text)] };
}
