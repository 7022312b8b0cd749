using System.Collections.Frozen;

namespace AgentHelpdesk.Knowledge.Text;

/// <summary>
/// A light stem of a folded French word: number and gender go, and the endings that make a verb, its participle and its noun out of one
/// another ("verser", "versée", "versement"). It never shortens below four letters, and leaves alone what would fall together with
/// another word of the trade ("activité" and "active", "département" and "départ").
/// </summary>
internal static class FrenchStemmer
{
    /// <summary>Irregular words, and those that a rule would put to a wrong family.</summary>
    private static readonly FrozenDictionary<string, string> Irregular = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ans"] = "an",
        ["travaux"] = "travail",
        ["baux"] = "bail",
        ["taux"] = "taux",
        ["yeux"] = "oeil",
        ["paiement"] = "pay",
        ["paiements"] = "pay",
        ["payement"] = "pay",
        ["payements"] = "pay",
        ["payer"] = "pay",
        ["payes"] = "pay",
        ["payee"] = "pay",
        ["payees"] = "pay",
        ["paye"] = "pay",
        ["paie"] = "pay",
        ["departement"] = "departement",
        ["departements"] = "departement",
        ["parlement"] = "parlement",
        // "à compter du" stands everywhere and is no account.
        ["compter"] = "compter",
        ["comptable"] = "comptabl",
        ["comptables"] = "comptabl",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> IrregularLookup =
        Irregular.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Longest first: the first that fits is taken.</summary>
    private static readonly Ending[] Endings =
    [
        new("issement", "i", 4), new("plement", "plement", 2), new("ataire", "", 5), new("eraient", "", 4), new("aient", "", 4),
        new("ation", "", 5), new("ement", "", 4), new("eront", "", 4), new("erait", "", 4), new("trice", "teu", 3), new("iaire", "i", 5),
        new("able", "", 5), new("euse", "eu", 3), new("iere", "i", 4), new("ier", "i", 4), new("era", "", 4), new("eur", "eu", 3),
        new("ive", "iv", 3), new("ees", "", 4), new("ee", "", 4), new("er", "", 4), new("ez", "", 4), new("if", "iv", 3), new("e", "", 4),
    ];

    private readonly record struct Ending(string Letters, string Replacement, int LeastStem);

    /// <summary>Stems in place and returns the new length.</summary>
    public static int Stem(Span<char> word)
    {
        if (word.Length < 3)
            return word.Length;
        if (IrregularLookup.TryGetValue(word, out var known))
        {
            known.CopyTo(word);
            return known.Length;
        }

        var length = WithoutPlural(word);
        foreach (var ending in Endings)
        {
            var stem = length - ending.Letters.Length;
            if (stem < ending.LeastStem || !word[..length].EndsWith(ending.Letters, StringComparison.Ordinal))
                continue;
            ending.Replacement.CopyTo(word[stem..]);
            length = stem + ending.Replacement.Length;
            break;
        }

        return length > 4 && word[length - 1] == word[length - 2] && char.IsAsciiLetter(word[length - 1]) ? length - 1 : length;
    }

    private static int WithoutPlural(Span<char> word)
    {
        var length = word.Length;
        if (length >= 5 && word.EndsWith("aux", StringComparison.Ordinal))
        {
            if (word[length - 4] == 'e')
                return length - 1;
            word[length - 2] = 'l';
            return length - 1;
        }

        if (length >= 4 && word[length - 1] == 'x' && word[length - 2] == 'u')
            return length - 1;
        return length >= 4 && word[length - 1] == 's' && word[length - 2] != 's' ? length - 1 : length;
    }
}
