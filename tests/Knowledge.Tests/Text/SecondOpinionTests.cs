using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace AgentHelpdesk.Knowledge.Tests.Text;

/// <summary>Lucene.Net's light French stemmer over the words of the trade: where the two differ, the reason is here.</summary>
public sealed class SecondOpinionTests
{
    [Theory]
    [InlineData("prestation", "prestations")]
    [InlineData("social", "sociaux")]
    [InlineData("régional", "régionales")]
    [InlineData("travailleur", "travailleuses")]
    [InlineData("maternel", "maternelle")]
    [InlineData("administratif", "administratives")]
    [InlineData("ancien", "anciennes")]
    [InlineData("niveau", "niveaux")]
    [InlineData("salarié", "salariée")]
    [InlineData("compensateur", "compensatrice")]
    [InlineData("établissement", "établissements")]
    [InlineData("verser", "versement")]
    [InlineData("versée", "versement")]
    [InlineData("licencié", "licenciement")]
    public void Both_join_number_gender_and_the_plainest_nouns_of_verbs(string one, string other)
    {
        Ours(one).ShouldBe(Ours(other));
        Theirs(one).ShouldBe(Theirs(other));
    }

    [Theory]
    [InlineData("cotiser", "cotisation", "the act and what is paid: asked for alike")]
    [InlineData("bénéficier", "bénéficiaire", "who does it, too")]
    [InlineData("allocation", "allocataire", "as above")]
    [InlineData("premier", "premières", "an adjective in -ier")]
    [InlineData("payer", "paiement", "an irregular stem")]
    [InlineData("ans", "an", "the commonest unit of all is too short for theirs")]
    public void Ours_joins_a_verb_and_its_nouns(string one, string other, string why)
    {
        Ours(one).ShouldBe(Ours(other), why);
        Theirs(one).ShouldNotBe(Theirs(other), "the second opinion changed: it agrees now");
    }

    [Theory]
    [InlineData("indemnité", "indemne", "an allowance, and one unharmed")]
    [InlineData("formation", "format", "a right, and a paper size")]
    [InlineData("position", "poste", "a rank, and a job")]
    [InlineData("activité", "active", "prime d'activité, and revenu de solidarité active")]
    [InlineData("département", "départ", "a territory, and leaving for retirement")]
    [InlineData("personne", "personnel", "somebody, and staff")]
    public void Ours_keeps_apart_what_means_different_things(string one, string other, string why) =>
        Ours(one).ShouldNotBe(Ours(other), why);

    private static string Ours(string word) => Knowledge.Text.FrenchAnalyzer.Analyze(word).Single().Term;

    private static string Theirs(string word)
    {
        using var source = new KeywordTokenizer(new StringReader(word));
        using TokenStream stems = new ASCIIFoldingFilter(new FrenchLightStemFilter(new LowerCaseFilter(LuceneVersion.LUCENE_48, source)));
        var term = stems.GetAttribute<ICharTermAttribute>();
        stems.Reset();
        stems.IncrementToken().ShouldBeTrue();
        return term.ToString();
    }
}
