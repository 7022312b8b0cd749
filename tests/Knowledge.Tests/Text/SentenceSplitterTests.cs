using AgentHelpdesk.Knowledge.Text;
using CsCheck;

namespace AgentHelpdesk.Knowledge.Tests.Text;

public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("La pension est versée chaque mois. Elle est imposable.", "La pension est versée chaque mois.", "Elle est imposable.")]
    [InlineData("Il faut agir avant la date. 2 mois suffisent.", "Il faut agir avant la date.", "2 mois suffisent.")]
    [InlineData("Peut-on cumuler ? Oui, sous conditions. Non sinon !", "Peut-on cumuler ?", "Oui, sous conditions.", "Non sinon !")]
    [InlineData("Le montant varie… La caisse le fixe.", "Le montant varie…", "La caisse le fixe.")]
    [InlineData("Le montant varie... La caisse le fixe.", "Le montant varie...", "La caisse le fixe.")]
    [InlineData("Sont pris en compte les salaires, primes, etc. Les pourboires aussi.", "Sont pris en compte les salaires, primes, etc.", "Les pourboires aussi.")]
    [InlineData("Il relève de l'annexe B. Le tableau suit.", "Il relève de l'annexe B.", "Le tableau suit.")]
    [InlineData("Elle court du 1er. La suite est due.", "Elle court du 1er.", "La suite est due.")]
    [InlineData("La loi dit « La pension est due. Elle est versée. » La caisse paie.", "La loi dit « La pension est due. Elle est versée. »", "La caisse paie.")]
    [InlineData("Le droit est ouvert (sauf fraude). La caisse paie.", "Le droit est ouvert (sauf fraude).", "La caisse paie.")]
    [InlineData("Le droit est ouvert. (Voir l'annexe.) La caisse paie.", "Le droit est ouvert.", "(Voir l'annexe.) La caisse paie.")]
    [InlineData("La pension est versée.Le montant est fixé par décret.", "La pension est versée.", "Le montant est fixé par décret.")]
    [InlineData("Fin de l'alinéa. I. – L'assuré cotise.", "Fin de l'alinéa.", "I. – L'assuré cotise.")]
    [InlineData("Première phrase. « Seconde phrase. »", "Première phrase.", "« Seconde phrase. »")]
    [InlineData("Première. – Seconde.", "Première.", "– Seconde.")]
    [InlineData("Première ligne\nSeconde ligne", "Première ligne", "Seconde ligne")]
    [InlineData("Les droits sont ouverts. a) Le premier cas. b) Le second.", "Les droits sont ouverts.", "a) Le premier cas.", "b) Le second.")]
    [InlineData("Il perçoit 1 234,50 €. À compter du 1er mai 2024, 1.300 €.", "Il perçoit 1 234,50 €.", "À compter du 1er mai 2024, 1.300 €.")]
    public void Cuts_where_a_sentence_ends(string text, params string[] sentences) =>
        Sentences(text).ShouldBe(sentences);

    [Theory]
    [InlineData("En application de l'article L. 512-1 du code, la prestation est due.")]
    [InlineData("Les articles R. 511-1, D. 512-2 et A. 123-4 s'appliquent.")]
    [InlineData("Le décret n° 2010-1658 du 29 décembre 2010 le prévoit.")]
    [InlineData("Selon l'art. 5, al. 2, le délai court.")]
    [InlineData("Voir p. 12 et pp. 14 à 16 du guide.")]
    [InlineData("La demande de M. Dupont et de Mme. Martin est reçue.")]
    [InlineData("La demande de M. A. Dupont est reçue par le Dr. Petit.")]
    [InlineData("MM. Durand et Petit sont affiliés.")]
    [InlineData("Le J. O. Débats du jour le publie.")]
    [InlineData("Le taux est de 9.2 % et le plafond de 1.234,50 €.")]
    [InlineData("Les salaires, primes, etc. sont pris en compte.")]
    [InlineData("1. Les conditions sont réunies.")]
    [InlineData("I. – L'assuré cotise.")]
    [InlineData("2.1. Les ressources comptent.")]
    [InlineData("1° l'assuré cotise ; 2° l'assuré réside en France ; 3° l'assuré travaille.")]
    [InlineData("L'aide (art. 3. Les autres suivent) est versée.")]
    [InlineData("Le site www.ameli.fr informe les assurés.")]
    [InlineData("Écrire à contact@caf.Fr pour tout renseignement.")]
    [InlineData("Le régime, c.-à-d. Celui des salariés, s'applique.")]
    [InlineData("La S.A.R.L. Martin cotise.")]
    [InlineData("Il naît le 12.03.1980 à Paris.")]
    [InlineData("Le document cf. Annexe est joint.")]
    [InlineData("La caisse (C.A.F. de Paris) verse l'aide.")]
    [InlineData("La somme est de 3 400 euros (env. 10 % du plafond).")]
    [InlineData("La règle « Tout euro versé est dû. » s'applique ici.")]
    public void Keeps_whole_what_only_looks_like_an_end(string text) =>
        Sentences(text).ShouldBe([text]);

    [Fact]
    public void Ranges_count_from_the_start_of_the_text_and_stay_inside_the_range_asked()
    {
        const string text = "Avant. Premier. Second. Après.";
        var ranges = SentenceSplitter.Split(text, new(7, 16));

        ranges.Select(range => text.Substring(range.Start, range.Length)).ShouldBe(["Premier.", "Second."]);
    }

    [Fact]
    public void Every_letter_is_in_exactly_one_sentence_and_none_begins_or_ends_with_a_space()
    {
        string[] pieces = ["La caisse", " verse", ".", " ", "«", "»", "(", ")", "L.", "512-1", "1°", "a)", "…", "?", "\n", "Mme", "M.", "2024", ",", "\u00a0", "Toutefois", "[", "]", "!", "etc."];
        Gen.Int[0, pieces.Length - 1].Array[0, 30].Select(chosen => string.Concat(chosen.Select(i => pieces[i]))).Sample(text =>
        {
            var ranges = SentenceSplitter.Split(text);
            var end = 0;
            foreach (var range in ranges)
            {
                text[end..range.Start].ShouldAllBe(character => char.IsWhiteSpace(character));
                text.Substring(range.Start, range.Length).Trim().Length.ShouldBe(range.Length);
                range.Length.ShouldBeGreaterThan(0);
                end = range.End;
            }

            text[end..].ShouldAllBe(character => char.IsWhiteSpace(character));
        });
    }

    private static string[] Sentences(string text) =>
        [.. SentenceSplitter.Split(text).Select(range => text.Substring(range.Start, range.Length))];
}
