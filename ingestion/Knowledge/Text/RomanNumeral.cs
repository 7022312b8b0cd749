namespace AgentHelpdesk.Knowledge.Text;

/// <summary>Roman numerals as French texts number titles, annexes and paragraphs with: I to MMMCMXCIX, in capitals.</summary>
public static class RomanNumeral
{
    /// <summary>Returns false unless the text is the usual spelling of a number ("IIII" and "VX" are none).</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var digit = Digit(text[i]);
            if (digit == 0)
                return false;
            value += i + 1 < text.Length && digit < Digit(text[i + 1]) ? -digit : digit;
        }

        return value > 0 && text.SequenceEqual(Spell(value));
    }

    private static int Digit(char letter) => letter switch
    {
        'I' => 1,
        'V' => 5,
        'X' => 10,
        'L' => 50,
        'C' => 100,
        'D' => 500,
        'M' => 1000,
        _ => 0,
    };

    private static string Spell(int value)
    {
        if (value > 3999)
            return "";
        ReadOnlySpan<(int Value, string Letters)> steps =
        [
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
            (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        ];
        var letters = "";
        foreach (var (step, spelling) in steps)
        {
            for (; value >= step; value -= step)
                letters += spelling;
        }

        return letters;
    }
}
