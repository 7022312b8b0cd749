using System.Collections.Frozen;

namespace AgentHelpdesk.Knowledge.Text;

/// <summary>Numbers and months written as words, folded: "six mois" and "6 mois" are asked and written alike.</summary>
internal static class NumberWords
{
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Digits = AllDigits()
        .ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] Months =
        ["janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre"];

    /// <summary>From two: "un" and "une" are articles.</summary>
    public static bool TryRead(ReadOnlySpan<char> folded, out string digits)
    {
        digits = "";
        if (folded.Length is < 3 or > 20 || !Digits.TryGetValue(folded, out var found))
            return false;
        digits = found;
        return true;
    }

    /// <summary>1 to 12, or 0.</summary>
    public static int MonthOf(ReadOnlySpan<char> folded)
    {
        if (folded.Length is < 3 or > 9)
            return 0;
        for (var i = 0; i < Months.Length; i++)
        {
            if (folded.SequenceEqual(Months[i]))
                return i + 1;
        }

        return 0;
    }

    public static string MonthName(int month) => Months[month - 1];

    private static Dictionary<string, string> AllDigits()
    {
        string[] units =
            ["", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze", "quinze", "seize"];
        (string Word, int Value)[] tens = [("vingt", 20), ("trente", 30), ("quarante", 40), ("cinquante", 50), ("soixante", 60), ("quatre-vingt", 80)];
        var all = new Dictionary<string, string>(StringComparer.Ordinal) { ["cent"] = "100", ["cents"] = "100", ["mille"] = "1000", ["quatre-vingts"] = "80" };
        for (var value = 2; value < units.Length; value++)
            all[units[value]] = $"{value}";
        for (var unit = 7; unit <= 9; unit++)
            all["dix-" + units[unit]] = $"{10 + unit}";
        foreach (var (word, value) in tens)
        {
            all[word] = $"{value}";
            // "soixante-dix" and "quatre-vingt-dix" go on to nineteen.
            var last = value >= 60 ? 19 : 9;
            for (var unit = 1; unit <= last; unit++)
                all[$"{word}-{(unit <= 16 ? units[unit] : "dix-" + units[unit - 10])}"] = $"{value + unit}";
            all[$"{word}-et-un"] = $"{value + 1}";
            all[$"{word}-et-onze"] = $"{value + 11}";
        }

        return all;
    }
}
