using AgentHelpdesk.Knowledge.Documents;
using CsCheck;

namespace AgentHelpdesk.Knowledge.Tests.Documents;

public sealed class ArticleReferencesTests
{
    [Theory]
    [InlineData("Que prévoit l'article L. 815-9 du code de la sécurité sociale ?", "css:L815-9")]
    [InlineData("que prevoit l’article l815-9 du code de la securite sociale", "css:L815-9")]
    [InlineData("article D3332-9-1 code du travail", "ctrav:D3332-9-1")]
    [InlineData("article R 742-21 code rural et de la pêche maritime", "crpm:R742-21")]
    [InlineData("L. 512-1 CSS", "css:L512-1")]
    [InlineData("l512-1 css", "css:L512-1")]
    [InlineData("CSS art. L. 512-1", "css:L512-1")]
    [InlineData("CSS, art. L. 512-1 et L. 512-2", "css:L512-1 css:L512-2")]
    [InlineData("C. trav., art. L. 1225-17", "ctrav:L1225-17")]
    [InlineData("art L 245-1 CASF", "casf:L245-1")]
    [InlineData("Code de la sécurité sociale : articles L.241-10 à L.241-13", "css:L241-10 css:L241-13")]
    [InlineData("articles L. 512-1, L. 512-2 (2°) et R. 513-1 du code de la sécurité sociale", "css:L512-1 css:L512-2 css:R513-1")]
    [InlineData("aux premier et troisième alinéas de l'article L. 161-1-4 du code de la sécurité sociale", "css:L161-1-4")]
    [InlineData("l'article 1609 nonies C du CGI", "cgi:1609noniesC")]
    [InlineData("articles 3, 4 et 12 bis du code civil", "cciv:3 cciv:4 cciv:12bis")]
    [InlineData("l'article 3, 2 enfants à charge", ":3")]
    [InlineData("art. 12 bis", ":12bis")]
    [InlineData("l'article 1er du présent arrêté", ":1")]
    [InlineData("Article premier", ":1")]
    [InlineData("le tableau n° 57 bis et l'annexe II", ":tableau57bis :annexe2")]
    [InlineData("IV de l’article 77 de la loi n° 2020-1576 du 14 décembre 2020", "loi-2020-1576:77")]
    [InlineData("l'article 5 du décret n° 85-1353 du 17 décembre 1985", "decret-85-1353:5")]
    [InlineData("l'article L. 512-1 prévoit que les agents relèvent du code du travail", ":L512-1")]
    [InlineData("L'article L. 821-1. Le code du travail s'applique.", ":L821-1")]
    [InlineData("articles L. 900-2 et L. 900-3 du code du travail, soit l'article L. 351-1 du même code", "ctrav:L900-2 ctrav:L900-3 :L351-1")]
    [InlineData("l'article L. 821-1 du présent code et l'article L. 243-4 du code de l'action sociale et des familles", ":L821-1 casf:L243-4")]
    [InlineData("En application de l'article R. 513-1 A compter du 1er janvier", ":R513-1")]
    [InlineData("mentionnée à l'article L. 512-\u00AD1", ":L512-1")]
    [InlineData("LO 111-3", ":LO111-3")]
    [InlineData("d. 161-2-1-1-1", ":D161-2-1-1-1")]
    public void Finds_articles_and_the_code_they_are_said_to_be_of(string text, string keys) =>
        string.Join(' ', ArticleReferences.Find(text).Select(reference => reference.Key)).ShouldBe(keys);

    [Theory]
    [InlineData("plafond IJ maladie 2024 ?")]
    [InlineData("la CSS pour une personne seule")]
    [InlineData("de 18-20 ans, à 5-10 %")]
    [InlineData("instruction DSS/2A/2023-05 du 3 mars 2023")]
    [InlineData("M. D. 12 rue des Lilas")]
    [InlineData("le tableau ci-dessous et une annexe à part")]
    [InlineData("articles ménagers, 3 euros")]
    [InlineData("tél. 01 42-1234")]
    public void Finds_none_where_there_is_none(string text) => ArticleReferences.Find(text).ShouldBeEmpty();

    [Fact]
    public void Tells_where_the_number_stands()
    {
        const string text = "Prévu à l’article L. 512‑1 du code de la sécurité sociale.";
        var reference = ArticleReferences.Find(text).ShouldHaveSingleItem();
        text.Substring(reference.Start, reference.Length).ShouldBe("L. 512‑1");
    }

    [Fact]
    public void Positions_lie_in_the_text_whatever_the_text() =>
        Gen.OneOf<string>("L. 512-1", "article", "articles", " et ", ", ", "12 bis", "CSS", "code du travail", "œ", "é", "\u00AD", "(", "I ", "i ", "\n", "1°", "A", "annexe II", "loi n° 2020-1", "’")
            .Array[0, 40]
            .Sample(pieces =>
            {
                var text = string.Concat(pieces);
                var end = 0;
                foreach (var reference in ArticleReferences.Find(text))
                {
                    reference.Start.ShouldBeGreaterThanOrEqualTo(end);
                    reference.Length.ShouldBePositive();
                    end = reference.End;
                    end.ShouldBeLessThanOrEqualTo(text.Length);
                }
            });

    [Fact]
    public void A_long_hostile_text_takes_no_more_than_linear_time()
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        ArticleReferences.Find("articles L. 512-1 " + string.Concat(Enumerable.Repeat("i ", 100_000)) + "du code du travail");
        ArticleReferences.Find(string.Concat(Enumerable.Repeat("articles 1, ", 50_000)));
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }
}
