using System.Globalization;
using AgentHelpdesk.Answering.Questions;

namespace AgentHelpdesk.Answering.Tests.Questions;

public sealed class AsOfFinderTests
{
    private static readonly DateOnly Today = new(2026, 3, 18);

    [Theory]
    [InlineData("Quel était le plafond de la Sécurité sociale en mars 2023 ?", "2023-03-01", "2023-03-31")]
    [InlineData("montant AAH au 1er avril 2024", "2024-04-01", "2024-04-01")]
    [InlineData("montant AAH au 1 er avril 2024", "2024-04-01", "2024-04-01")]
    [InlineData("taux de CSG le 31/12/2021", "2021-12-31", "2021-12-31")]
    [InlineData("taux de CSG le 31-12-2021 ?", "2021-12-31", "2021-12-31")]
    [InlineData("taux de CSG au 01/04/24", "2024-04-01", "2024-04-01")]
    [InlineData("taux de CSG le 2021-12-31", "2021-12-31", "2021-12-31")]
    [InlineData("barème en 02/2022", "2022-02-01", "2022-02-28")]
    [InlineData("Qui décidait en 2022 ?", "2022-01-01", "2022-12-31")]
    [InlineData("plafond 2024", "2024-01-01", "2024-12-31")]
    [InlineData("plafond IJ maladie 2024 ?", "2024-01-01", "2024-12-31")]
    [InlineData("plafond de ressources mensuelles 2024", "2024-01-01", "2024-12-31")]
    [InlineData("PSS fév. 2021", "2021-02-01", "2021-02-28")]
    [InlineData("PASS DECEMBRE 2020", "2020-12-01", "2020-12-31")]
    [InlineData("quel taux l’an dernier ?", "2025-01-01", "2025-12-31")]
    [InlineData("quel taux l'année dernière ?", "2025-01-01", "2025-12-31")]
    [InlineData("quel taux le mois dernier ?", "2026-02-01", "2026-02-28")]
    [InlineData("quel taux l'année prochaine ?", "2027-01-01", "2027-12-31")]
    [InlineData("quel taux aujourd'hui ?", "2026-03-18", "2026-03-18")]
    [InlineData("ce qui a changé depuis janvier", "2026-01-01", "2026-03-18")]
    [InlineData("ce qui a changé depuis avril", "2025-04-01", "2026-03-18")]
    [InlineData("ce qui a changé depuis le 1er janvier 2024", "2024-01-01", "2026-03-18")]
    [InlineData("règle avant le 1er janvier 2018", "2017-12-31", "2017-12-31")]
    [InlineData("fin 2023, quel plafond ?", "2023-10-01", "2023-12-31")]
    [InlineData("fin avril 2018, quel plafond ?", "2018-04-01", "2018-04-30")]
    [InlineData("au 2e trimestre 2024", "2024-04-01", "2024-06-30")]
    [InlineData("au second semestre 2024", "2024-07-01", "2024-12-31")]
    [InlineData("T3 2024", "2024-07-01", "2024-09-30")]
    [InlineData("évolution entre 2019 et 2021", "2019-01-01", "2021-12-31")]
    [InlineData("bourse 2023-2024", "2023-01-01", "2024-12-31")]
    [InlineData("le règlement de février 2016 prévoit quoi ?", "2016-02-01", "2016-02-29")]
    [InlineData("Règlement 2016 : que faut-il avoir demandé ?", "2016-01-01", "2016-12-31")]
    [InlineData("aides de la Ville (règlement d'avril 2018) ?", "2018-04-01", "2018-04-30")]
    [InlineData("valeur applicable au 1er janvier 2030 ?", "2030-01-01", "2030-01-01")]
    [InlineData("Quel sera le montant du RSA en 2028 ?", "2028-01-01", "2028-12-31")]
    [InlineData("forfait pour « 1 » (nombre de personnes), en mars 2020 ?", "2020-03-01", "2020-03-31")]
    [InlineData("saisie des salaires en 2024", "2024-01-01", "2024-12-31")]
    [InlineData("Que dit la circulaire sur le plafond du 1er avril 2024 ?", "2024-04-01", "2024-04-01")]
    public void Finds_the_period_a_question_is_about(string question, string first, string last)
    {
        var found = AsOfFinder.Find(FoldedText.Of(question), Today);

        found.ShouldNotBeNull();
        (found.Value.First, found.Value.Last).ShouldBe((Day(first), Day(last)));
    }

    [Theory]
    [InlineData("Que change la loi du 22 décembre 2023 ?")]
    [InlineData("loi n° 2023-1196 du 18 décembre 2023")]
    [InlineData("décret n° 2015-994 du 17 août 2015 : qui est concerné ?")]
    [InlineData("loi de financement de la sécurité sociale pour 2024")]
    [InlineData("LFSS 2024 : quelles mesures ?")]
    [InlineData("la loi de 2005 sur le handicap")]
    [InlineData("réforme 2023 des retraites")]
    [InlineData("que dit la circulaire 2022-12 ?")]
    [InlineData("que dit la circulaire n° 7/2022 ?")]
    [InlineData("que dit CIR-7/2022 ?")]
    [InlineData("circulaire DSS/2A/2022/123")]
    [InlineData("circulaire CNAF du 5 mars 2022")]
    [InlineData("assuré né le 12/03/1960, quel âge de départ ?")]
    [InlineData("assure nee en 1962 age legal")]
    [InlineData("date de naissance 1962")]
    [InlineData("trimestres requis génération 1965")]
    [InlineData("ressources 2018 à déclarer")]
    [InlineData("faut-il prendre les ressources de l'année 2018 ?")]
    [InlineData("revenus perçus en 2022")]
    [InlineData("quel revenu fiscal de référence 2018 (avis d'imposition 2019) ?")]
    [InlineData("revenus N-2")]
    [InlineData("marié depuis 2015, droit à la réversion ?")]
    [InlineData("taux plein pour « 1952 » (date de naissance) ?")]
    [InlineData("une aide de 2000 euros")]
    [InlineData("plus de 1950 heures par an")]
    [InlineData("article 2044 du code civil")]
    [InlineData("formulaire 2042")]
    [InlineData("le 31/02/2021")]
    [InlineData("1.2.3 du guide")]
    [InlineData("quelles conditions pour l'AAH ?")]
    [InlineData("la prime de Noël est versée en décembre ?")]
    public void Leaves_dates_that_are_not_what_the_question_is_about(string question) =>
        AsOfFinder.Find(FoldedText.Of(question), Today).ShouldBeNull();

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
