using AgentHelpdesk.Answering.Questions;
using CsCheck;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.Answering.Tests.Questions;

public sealed class PersonalDataMaskTests
{
    private readonly PersonalDataMask _mask = new(Options.Create(new PrivacyOptions()));

    [Theory]
    [InlineData("185057800608491")]
    [InlineData("1 85 05 78 006 084 91")]
    [InlineData("1.85.05.78.006.084.91")]
    [InlineData("1-85-05-78-006-084-91")]
    [InlineData("1 85 05 78 006 084")]
    [InlineData("1850578006084")]
    [InlineData("1 85 05 78 006 084 clé 91")]
    [InlineData("185 05 78 006 084 (91)")]
    [InlineData("1850578006 08491")]
    [InlineData("2 69 05 2A 004 012 07")]
    [InlineData("269052b00401234")]
    [InlineData("2 99 12 971 01 012 45")]
    public void Masks_a_social_security_number(string number)
    {
        _mask.Mask($"Mon assuré {number}, a-t-il droit à l'AAH ?").ShouldStartWith("Mon assuré [NIR]");
    }

    [Fact]
    public void Masks_a_mistyped_social_security_number_too() =>
        _mask.Mask("nir 1 85 05 78 006 084 12 ?").ShouldBe("nir [NIR] ?");

    [Fact]
    public void Masks_an_oddly_spaced_number_only_when_its_key_is_right()
    {
        _mask.Mask("18 50 57 80 06 08 491").ShouldBe("[NIR]");
        _mask.Mask("18 50 57 80 06 08 412").ShouldBe("18 50 57 80 06 08 412");
    }

    [Fact]
    public void Masks_every_number_with_a_right_key() =>
        Gen.Select(Gen.Int[1, 2], Gen.Int[0, 99], Gen.Int[1, 12], Gen.Int[1, 95], Gen.Int[1, 999], Gen.Int[1, 999]).Sample((sex, year, month, department, town, order) =>
        {
            var number = $"{sex}{year:00}{month:00}{department:00}{town:000}{order:000}";
            var key = 97 - (long.Parse(number, System.Globalization.CultureInfo.InvariantCulture) % 97);
            return _mask.Mask($"n° {number}{key:00} droit à l'AAH") == "n° [NIR] droit à l'AAH";
        });

    [Theory]
    [InlineData("FR7630006000011234567890189")]
    [InlineData("FR76 3000 6000 0112 3456 7890 189")]
    [InlineData("fr76 3000 6000 0112 3456 7890 189")]
    [InlineData("FR 76 3000 6000 0112 3456 7890 189")]
    [InlineData("FR14 2004 1010 0505 0001 3M02 606")]
    [InlineData("DE89 3704 0044 0532 0130 00")]
    [InlineData("BE68-5390-0754-7034")]
    [InlineData("FR76 3000 6000 0112 3456 7890 188")]
    public void Masks_a_bank_account(string iban) =>
        _mask.Mask($"virement sur {iban} pour le mois de mars").ShouldBe("virement sur [IBAN] pour le mois de mars");

    [Theory]
    [InlineData("06 12 34 56 78")]
    [InlineData("0612345678")]
    [InlineData("06.12.34.56.78")]
    [InlineData("06-12-34-56-78")]
    [InlineData("06/12/34/56/78")]
    [InlineData("+33 6 12 34 56 78")]
    [InlineData("+33(0)612345678")]
    [InlineData("0033 6 12 34 56 78")]
    [InlineData("06\u00A012\u00A034\u00A056\u00A078")]
    [InlineData("06 1234 5678")]
    [InlineData("+213 555 12 34 56")]
    public void Masks_a_telephone_number(string number) =>
        _mask.Mask($"Rappeler le {number} demain").ShouldBe("Rappeler le [TÉLÉPHONE] demain");

    [Theory]
    [InlineData("jean.dupont@example.fr")]
    [InlineData("Jean-Paul_O'Neill+caf@mail.example.gouv.fr")]
    [InlineData("jean.dupont (at) example.fr")]
    [InlineData("jean.dupont arobase example.fr")]
    public void Masks_a_mail_address(string address) =>
        _mask.Mask($"Écrire à {address} ?").ShouldBe("Écrire à [COURRIEL] ?");

    [Theory]
    [InlineData("Mme Durand a-t-elle droit au RSA ?", "Mme [NOM] a-t-elle droit au RSA ?")]
    [InlineData("Où en est le dossier de M. Jean-Paul Le Goff ?", "Où en est le dossier de M. [NOM] ?")]
    [InlineData("MME DURAND RSA 2024", "MME [NOM] RSA 2024")]
    [InlineData("Mme X peut-elle cumuler ?", "Mme [NOM] peut-elle cumuler ?")]
    [InlineData("madame Dupont de La Tour AAH", "madame [NOM] AAH")]
    public void Masks_a_name_after_a_title(string question, string masked) => _mask.Mask(question).ShouldBe(masked);

    [Theory]
    [InlineData("monsieur le directeur de la CAF")]
    [InlineData("M. et Mme peuvent-ils cumuler ?")]
    [InlineData("Plafond de 1 234 567,89 € en 2024 ?")]
    [InlineData("un capital de 1 850 578 006 084 euros")]
    [InlineData("articles L. 512-1, R. 341-99 et D. 821-1")]
    [InlineData("SIRET 732 829 320 00074")]
    [InlineData("SIRET 18003502400138")]
    [InlineData("SIREN 732 829 320")]
    [InlineData("TVA FR 40 303265045 du vendeur")]
    [InlineData("du 01/04/2024 10 enfants sont nés")]
    [InlineData("entre le 01/01/2024 et le 31/12/2024")]
    [InlineData("circulaire DSS/2A/2022/123 du 12 mars 2022")]
    [InlineData("circulaire n° 2012-14 du 1er juin 2012")]
    [InlineData("le 3646 ou le 36 46")]
    [InlineData("formulaire cerfa 16029*01")]
    [InlineData("LO 12 31 et L 13 décret 2015-994")]
    [InlineData("de 1 200 à 1 500 et de 2 000 à 2 500 euros")]
    [InlineData("le 31 12 2021 au titre de la retraite progressive et du cumul")]
    [InlineData("ratio de 0,0612345678")]
    public void Spares_what_only_looks_like_it(string question) => _mask.Mask(question).ShouldBe(question);

    [Fact]
    public void Masks_several_at_once_and_masking_again_changes_nothing()
    {
        var masked = _mask.Mask("NIR 185057800608491, tél 0612345678, a@b.fr et FR7630006000011234567890189");

        masked.ShouldBe("NIR [NIR], tél [TÉLÉPHONE], [COURRIEL] et [IBAN]");
        _mask.Mask(masked).ShouldBe(masked);
    }

    [Fact]
    public void Masks_in_no_time_whatever_the_text() =>
        Gen.Char["0123456789 .-@aFR/+()"].Array[0, 400].Select(letters => new string(letters)).Sample(
            text => _mask.Mask(_mask.Mask(text)) == _mask.Mask(text), iter: 300);
}
