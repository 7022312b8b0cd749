using System.Globalization;

namespace AgentHelpdesk.Answering.Tests.Questions.Masking;

/// <summary>Sentences of agents made from templates and values, the same on every run.</summary>
internal static class SyntheticTexts
{
    private static readonly string[] Surnames = ["Durand", "Le Goff", "Martinez", "N'Guyen", "Saint-Martin", "Petit", "Benali", "O'Connor", "De Souza", "Van der Meer", "DUPONT", "Lefèvre", "Da Silva", "Traoré", "El Amrani", "Roux", "d'Aubigny", "Müller", "Kowalski", "Leroy-Beaulieu"];
    private static readonly string[] FirstNames = ["Marie", "Jean-Pierre", "Fatima", "Lucas", "Chloé", "Mohamed", "Anne-Sophie", "Bernard", "Inès", "Thierry"];
    private static readonly string[] Titles = ["M.", "Mme", "Mlle", "Monsieur", "Madame", "Mr", "mme"];
    private static readonly string[] Months = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];
    private static readonly string[] Asks = ["a-t-il droit au RSA ?", "peut-elle cumuler l'AAH et un salaire", ": quelles démarches ?", "demande l'ASPA.", "est-il éligible à la CSS ?", "conteste un indu de 1 234,56 €", "relève de l'article L. 821-1", ", droits au 1er janvier 2024 ?", "perçoit 850 euros par mois", "a envoyé le cerfa 12345*01"];
    private static readonly string[] Spared =
    [
        "Plafond de {0} {1:000} € en 2024 ?", "circulaire n° 20{2:00}-{1} du {3} mars 2021", "SIRET 732 829 320 {0:00}{1:000}", "article L. {1}-{2} du code", "du 01/{3:00}/2024 au 30/{3:00}/2025",
        "loi n° 20{2:00}-{1} du {3} juin 2019", "les assurés nés avant le {3} janvier 1955", "pour les assurés nés en 19{2:00}, combien de trimestres ?", "formulaire cerfa {0:00}{1:000}*02", "IDCC {1}, code NAF {2:00}.10Z",
        "un salarié de {2} ans avec {3} enfants", "le 3646, le 3230 ou le 36 46", "taux de {0},{1:000} % au {3} avril 2023", "Mme la directrice et M. le préfet ont signé le {3} mai 20{2:00}", "de {0} {1:000} à 9{0} {1:000} euros par an",
        "CCN n° {1} du {3} juillet 1970", "décret n° 2015-{1} du {3} août 2015", "{1} dossiers en 2023 et {0}{1} allocataires en 2024", "enfant né à compter du {3} avril 2014", "SIREN 732 {1:000} 320, TVA FR 40 303265045",
    ];

    public static IEnumerable<MarkedText> All()
    {
        for (var i = 0; i < 3000; i++)
        {
            var random = new Random(i);
            yield return MarkedText.Parse(i % 5 == 4
                ? string.Format(CultureInfo.InvariantCulture, Spared[i / 5 % Spared.Length], random.Next(10, 99), random.Next(100, 999), random.Next(50, 75), random.Next(2, 28))
                : $"{Subject(i % 8, random)} {Asks[random.Next(Asks.Length)]}");
        }
    }

    private static string Subject(int kind, Random random) => kind switch
    {
        0 => $"{One(random, "Mon assuré", "NIR :", "n° sécu", "Le dossier du")} {{nir:{Nir(random)}}}",
        1 => $"{One(random, "virement sur", "IBAN :", "compte")} {{iban:{Iban(random)}}}",
        2 => $"{One(random, "à rappeler au", "tél :", "joignable au")} {{phone:{Phone(random)}}}",
        3 => $"{One(random, "écrire à", "mail :", "contact")} {{mail:{Mail(random)}}}",
        4 => $"{One(random, Titles)} {{name:{Name(random)}}}",
        5 => $"{One(random, "Mme", "M.")} {{name:{One(random, Surnames)}}}, {One(random, "né le", "née le", "date de naissance :", "DDN")} {{birth-date:{Day(random)}}}",
        6 => $"{One(random, "n° allocataire", "Allocataire n°", "matricule", "numéro d'adhérent :", "dossier n°", "N° d'assuré :")} {{member-number:{random.Next(1_000_000, 9_999_999)}{One(random, "", "", "K")}}}",
        _ => $"{One(random, "l'assurée", "l'allocataire", "dossier")} {{name:{One(random, Surnames).ToUpperInvariant()} {One(random, FirstNames)}}}",
    };

    private static string Name(Random random) => random.Next(3) switch
    {
        0 => One(random, Surnames),
        1 => $"{One(random, FirstNames)} {One(random, Surnames)}",
        _ => $"{One(random, Surnames).ToUpperInvariant()} {One(random, FirstNames)}",
    };

    private static string Nir(Random random)
    {
        string[] parts = [$"{random.Next(1, 3)}", $"{random.Next(30, 99)}", $"{random.Next(1, 13):00}", One(random, "75", "13", "2A", "2B", "97", "99", "06"), $"{random.Next(1, 900):000}", $"{random.Next(1, 900):000}"];
        var value = long.Parse(string.Concat(parts).Replace("2A", "19", StringComparison.Ordinal).Replace("2B", "18", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        return string.Join(One(random, "", " ", ".", "-", " ", "  "), random.Next(5) == 0 ? parts : [.. parts, $"{97 - (value % 97):00}"]);
    }

    private static string Iban(Random random)
    {
        var account = string.Concat(Enumerable.Range(0, 23).Select(_ => random.Next(10)));
        var key = 98 - (int)(System.Numerics.BigInteger.Parse($"{account}152700", CultureInfo.InvariantCulture) % 97);
        var iban = $"FR{key:00}{account}";
        return One(random, iban, string.Join(One(random, " ", "-"), iban.Chunk(4).Select(chunk => new string(chunk))), iban.ToLowerInvariant());
    }

    private static string Phone(Random random)
    {
        var pairs = Enumerable.Range(0, 4).Select(_ => $"{random.Next(100):00}").ToArray();
        var (first, between) = (One(random, "6", "7", "1", "4", "9"), One(random, "", " ", ".", "-"));
        return $"{One(random, "0", "+33" + between, "0033" + between, "+33 (0)", "0")}{first}{between}{string.Join(between, pairs)}";
    }

    private static string Mail(Random random) =>
        $"{One(random, FirstNames).ToLowerInvariant()}{One(random, ".", "_", "-", "")}{random.Next(100)}{One(random, "@", "@", " (at) ", " arobase ")}{One(random, "orange.fr", "exemple.gouv.fr", "mail-pro.com")}";

    private static string Day(Random random) => random.Next(4) switch
    {
        0 => $"{random.Next(1, 29):00}/{random.Next(1, 13):00}/{random.Next(1930, 2015)}",
        1 => $"{random.Next(1, 29):00}.{random.Next(1, 13):00}.{random.Next(1930, 2015)}",
        2 => $"{random.Next(2, 29)} {One(random, Months)} {random.Next(1930, 2015)}",
        _ => $"{random.Next(1, 29):00}-{random.Next(1, 13):00}-{random.Next(30, 99)}",
    };

    private static string One(Random random, params string[] values) => values[random.Next(values.Length)];
}
