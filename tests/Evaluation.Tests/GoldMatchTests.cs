using System.Collections.Immutable;
using AgentHelpdesk.Evaluation.Questions;
using AgentHelpdesk.Evaluation.Retrieval;

namespace AgentHelpdesk.Evaluation.Tests;

public sealed class GoldMatchTests
{
    private static readonly GoldEntry Gold = new()
    {
        Document = "Règlement.pdf",
        Article = "L512-1",
        Pages = [3, 4],
        Quote = "Le délai de carence est de trois jours.",
    };

    [Fact]
    public void Hits_when_the_passage_names_the_gold_article_on_another_page() =>
        GoldMatch.Hits(Passage("autre texte", article: "L. 512-1", first: 9, last: 9), Gold).ShouldBeTrue();

    [Fact]
    public void Hits_when_it_shares_a_page_and_half_of_the_sequences_of_four_words() =>
        GoldMatch.Hits(Passage("… : le délai de carence est de cinq jours", first: 1, last: 3), Gold).ShouldBeTrue();

    [Theory]
    [InlineData("le délai de trois jours", 3)] // too few sequences
    [InlineData("Le délai de carence est de trois jours.", 5)] // on no gold page
    public void Misses_without_enough_of_the_quote_on_a_gold_page(string text, int page) =>
        GoldMatch.Hits(Passage(text, first: page, last: page), Gold).ShouldBeFalse();

    [Fact]
    public void Misses_in_another_file_whatever_it_says() =>
        GoldMatch.Hits(Passage(Gold.Quote, article: "L. 512-1", document: "Règlement-2.pdf"), Gold).ShouldBeFalse();

    [Fact]
    public void Takes_two_encodings_of_an_accent_in_a_file_name_as_one() =>
        GoldMatch.Hits(Passage(Gold.Quote, document: Gold.Document.Normalize(System.Text.NormalizationForm.FormD)), Gold).ShouldBeTrue();

    [Theory]
    [InlineData("L. 512-1 bis", "l512-1bis")]
    [InlineData("Article L512‑1", "l512-1")]
    [InlineData("R.* 512-1", "r512-1")]
    public void Reads_the_number_of_an_article_however_it_is_printed(string printed, string number) =>
        GoldMatch.ArticleNumber(printed).ShouldBe(number);

    [Theory]
    [InlineData("Tranche B\tDe 821 € à 1 640 €\t3,10 %", true)]
    [InlineData("Tranche B\t4 %\nTranche C\t3,10 %", false)] // the cells stand on two lines
    public void Finds_the_cells_of_a_row_with_others_between_them(string text, bool found) =>
        GoldMatch.HoldsQuote(text, "Tranche B | 3,10 %").ShouldBe(found);

    [Theory]
    [InlineData("Personne isolée 915 €", true)]
    [InlineData("Personne isolée 1 915 €", false)]
    public void Wants_a_quote_of_fewer_than_four_words_whole(string text, bool found) =>
        GoldMatch.HoldsQuote(text, "isolée 915").ShouldBe(found);

    private static PassageLine Passage(string text, string? article = null, int first = 3, int last = 3, string document = "Règlement.pdf") =>
        new(1, document, "r", [first, last], ImmutableArray<string>.Empty, article, null, null, 1, text);
}
