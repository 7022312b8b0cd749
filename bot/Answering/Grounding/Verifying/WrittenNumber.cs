using System.Collections.Frozen;
using System.Globalization;

namespace AgentHelpdesk.Answering.Grounding.Verifying;

/// <summary>Reads "1 016,05", "1.016,05", "1016.05", "deux cent cinquante" and "1,5 million" as one value.</summary>
internal static class WrittenNumber
{
    public const string Word =
        "(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?|trente|quarante|cinquante|soixante|septante|octante|nonante|cents?|mille|millions?|milliards?)";

    private static readonly FrozenDictionary<string, int> Small = new Dictionary<string, int>
    {
        ["un"] = 1,
        ["une"] = 1,
        ["deux"] = 2,
        ["trois"] = 3,
        ["quatre"] = 4,
        ["cinq"] = 5,
        ["six"] = 6,
        ["sept"] = 7,
        ["huit"] = 8,
        ["neuf"] = 9,
        ["dix"] = 10,
        ["onze"] = 11,
        ["douze"] = 12,
        ["treize"] = 13,
        ["quatorze"] = 14,
        ["quinze"] = 15,
        ["seize"] = 16,
        ["vingt"] = 20,
        ["trente"] = 30,
        ["quarante"] = 40,
        ["cinquante"] = 50,
        ["soixante"] = 60,
        ["septante"] = 70,
        ["octante"] = 80,
        ["nonante"] = 90,
    }.ToFrozenDictionary();

    public static string OfDigits(string written, string scale)
    {
        var digits = written.Replace(" ", "", StringComparison.Ordinal);
        var comma = digits.LastIndexOf(',');
        var point = digits.LastIndexOf('.');
        // "1.016,05" and "1.016": points between thousands; "1016.05": a decimal one.
        if (comma >= 0 || digits.Count(c => c == '.') > 1 || (point > 0 && point <= 3 && digits.Length - point == 4 && digits[0] != '0'))
            digits = digits.Replace(".", "", StringComparison.Ordinal);
        digits = digits.Replace(',', '.');
        if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || value > 1_000_000_000_000m)
            return digits;
        value *= scale is "" ? 1 : scale.StartsWith("milliard", StringComparison.Ordinal) || scale is "mds" or "md" ? 1_000_000_000 : scale[0] is 'k' || scale is "mille" ? 1_000 : 1_000_000;
        return value.ToString("0.############", CultureInfo.InvariantCulture);
    }

    public static string OfWords(string written)
    {
        var (total, group) = (0L, 0L);
        foreach (var part in written.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries))
        {
            var word = part is not "trois" && part.Length > 4 && part[^1] == 's' ? part[..^1] : part;
            if (Small.TryGetValue(word, out var value))
                group = value is 20 && group % 100 == 4 && part.StartsWith("vingt", StringComparison.Ordinal) ? group - 4 + 80 : group + value;
            else if (word is "cent")
                group = Math.Max(group, 1) * 100;
            else if (word is "mille")
                (total, group) = (total + (Math.Max(group, 1) * 1_000), 0);
            else if (word is "million")
                (total, group) = ((total + Math.Max(group, 1)) * 1_000_000, 0);
            else if (word is "milliard")
                (total, group) = ((total + Math.Max(group, 1)) * 1_000_000_000, 0);
        }

        return (total + group).ToString(CultureInfo.InvariantCulture);
    }
}
