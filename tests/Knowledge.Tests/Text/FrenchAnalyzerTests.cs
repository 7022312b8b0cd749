using AgentHelpdesk.Knowledge.Text;

namespace AgentHelpdesk.Knowledge.Tests.Text;

public sealed class FrenchAnalyzerTests
{
    private static string Terms(string text) => string.Join(' ', FrenchAnalyzer.Analyze(text).Select(token => token.Term));

    [Theory]
    [InlineData("l'allocation d’éducation", "alloc education")]
    [InlineData("qu'il s'agisse de l'œuvre", "agis oeuvr")]
    [InlineData("jusqu’à aujourd’hui", "")]
    [InlineData("les prud'hommes", "prudhom")]
    [InlineData("pre\u00ADsta\u00ADtion", "prest")]
    [InlineData("l\u2019o\uFB03ce \uFB01scal", "offic fiscal")]
    public void Reads_words_without_elision_accents_and_ligatures(string text, string terms) => Terms(text).ShouldBe(terms);

    [Theory]
    [InlineData("versée", "versement")]
    [InlineData("verser", "versées")]
    [InlineData("sociaux", "social")]
    [InlineData("personnelles", "personnel")]
    [InlineData("bénéficiaires", "bénéficier")]
    [InlineData("licenciement", "licencié")]
    [InlineData("actif", "actives")]
    [InlineData("travailleuse", "travailleurs")]
    [InlineData("paiement", "payer")]
    [InlineData("particulière", "particuliers")]
    [InlineData("ans", "an")]
    public void Gives_one_term_to_the_forms_of_a_word(string one, string other) => Terms(one).ShouldBe(Terms(other));

    [Theory]
    [InlineData("prime d'activité", "solidarité active")]
    [InlineData("personne", "personnel")]
    [InlineData("département", "départ")]
    [InlineData("complément", "complet")]
    public void Keeps_apart_words_that_only_look_alike(string one, string other) =>
        Terms(one).Split(' ').Intersect(Terms(other).Split(' ')).ShouldBeEmpty();

    [Theory]
    [InlineData("L. 512-1")]
    [InlineData("L512-1")]
    [InlineData("L.512-1")]
    [InlineData("l 512-1")]
    [InlineData("L.\u00A0512\u20111")]
    public void Gives_an_article_one_term_and_its_number(string text) => Terms(text).ShouldBe("l512-1 512-1");

    [Theory]
    [InlineData("R*. 133-9 bis", "r133-9bis 133-9")]
    [InlineData("LO 111-3", "lo111-3 111-3")]
    [InlineData("L.O. 111-3", "lo111-3 111-3")]
    [InlineData("article L. 512-1-2", "articl l512-1-2 512-1-2")]
    [InlineData("article 12 bis", "articl art12bis 12 bis")]
    [InlineData("art. 1er", "art art1 1")]
    [InlineData("CIR-7/2022", "cir-7-2022 cir 2022")]
    [InlineData("n° 2015-994", "2015-994 2015 994")]
    [InlineData("circulaire 2023-05", "circulair 2023-05 2023 05")]
    [InlineData("DSS/SD2/2023/45", "dss-sd2-2023-45 dss sd2 2023 45")]
    [InlineData("Cerfa F16871", "cerfa f16871")]
    public void Keeps_references_whole_and_gives_their_parts(string text, string terms) => Terms(text).ShouldBe(terms);

    [Theory]
    [InlineData("1 016,05 €", "1016.05")]
    [InlineData("1016.05 euros", "1016.05")]
    [InlineData("1\u202F016,05\u00A0€", "1016.05")]
    [InlineData("1.016,050 EUR", "1016.05")]
    [InlineData("10 000", "10000")]
    [InlineData("9,20 %", "9.2% 9.2")]
    [InlineData("9.2 pour cent", "9.2% 9.2")]
    [InlineData("100%", "100% 100")]
    [InlineData("six mois", "6 moi")]
    [InlineData("vingt-cinq ans", "25 an")]
    [InlineData("35h", "35h 35")]
    [InlineData("2ème enfant", "2 enfant")]
    [InlineData("1\t016", "1 016")]
    public void Reads_a_number_alike_however_it_is_written(string text, string terms) => Terms(text).ShouldBe(terms);

    [Theory]
    [InlineData("1er avril 2024")]
    [InlineData("01/04/2024")]
    [InlineData("1.4.2024")]
    [InlineData("2024-04-01")]
    [InlineData("1/4/24")]
    public void Reads_a_date_alike_however_it_is_written(string text) => Terms(text).ShouldBe("2024-04-01 avril 2024");

    [Theory]
    [InlineData("l'A.A.H. et le RSA", "aah rsa")]
    [InlineData("aux apres ou PAJES", "paje pajes")]
    [InlineData("élections au CE de la société", "election ce societ")]
    [InlineData("élections en ce lieu", "election lieu")]
    [InlineData("LES CONDITIONS POUR LES AIDES", "condition aide")]
    [InlineData("permis B, catégorie C", "permi b categori c")]
    public void Keeps_acronyms_as_they_are_written(string text, string terms) => Terms(text).ShouldBe(terms);

    [Theory]
    [InlineData("mi-temps", "mitemp mi temp")]
    [InlineData("peut-on cumuler", "cumul")]
    [InlineData("a-t-il droit", "droit")]
    [InlineData("celui-ci", "")]
    [InlineData("employeur/salarié", "employeu salari")]
    public void Gives_compounds_whole_and_in_parts(string text, string terms) => Terms(text).ShouldBe(terms);

    [Fact]
    public void Says_where_each_term_stands_in_the_text()
    {
        const string text = "L’œuvre cite l'art. L. 512\u20111 (1\u202F016,05\u00A0€).";

        FrenchAnalyzer.Analyze(text).Select(token => (token.Term, text.Substring(token.Start, token.Length))).ShouldBe(
        [
            ("oeuvr", "œuvre"), ("cite", "cite"), ("art", "art"), ("l512-1", "L. 512\u20111"), ("512-1", "512\u20111"), ("1016.05", "1\u202F016,05\u00A0€"),
        ]);
    }

    [Fact]
    public void Finds_nothing_in_an_empty_text() => FrenchAnalyzer.Analyze("").ShouldBeEmpty();
}
