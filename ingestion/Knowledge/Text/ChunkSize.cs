using System.Buffers;

namespace AgentHelpdesk.Knowledge.Text;

/// <summary>
/// Counts the size of a text in the sub-word units that embedding models count in, independent of any model. Weights were fitted on
/// 4,000 French passages for a SentencePiece vocabulary of 250,000 (multilingual-e5): 99 % of them count within 16 % of the model,
/// 99.9 % within 29 %, so that at most 395 counted here fit into 512 there.
/// </summary>
public static class ChunkSize
{
    // In hundredths of a unit.
    private const int Word = 107;
    private const int LetterBeyondSixth = 20;
    private const int CapitalOfWordInCapitals = 17;
    private const int Number = 68;
    private const int Digit = 9;
    private const int Mark = 115;
    private const int RepeatedMark = 6;

    private const int PlainLetters = 6;

    private static readonly SearchValues<char> SmallLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzàâçèéêëîïôùûü");

    public static int CountTokens(string text)
    {
        var size = 0L;
        for (var at = 0; at < text.Length;)
        {
            var character = text[at];
            var end = at + 1;
            if (char.IsLetter(character))
            {
                while (end < text.Length && char.IsLetter(text[end]))
                    end++;
                size += WordSize(text.AsSpan(at, end - at));
            }
            else if (char.IsDigit(character))
            {
                while (end < text.Length && char.IsDigit(text[end]))
                    end++;
                size += Number + (Digit * (end - at));
            }
            else if (!char.IsWhiteSpace(character))
            {
                // The dots that lead to a page number are few units.
                size += at > 0 && text[at - 1] == character ? RepeatedMark : Mark;
            }

            at = end;
        }

        return (int)((size + 99) / 100);
    }

    private static int WordSize(ReadOnlySpan<char> word)
    {
        var size = Word + (LetterBeyondSixth * Math.Max(0, word.Length - PlainLetters));
        return word.Length > 1 && !word.ContainsAny(SmallLetters) ? size + (CapitalOfWordInCapitals * word.Length) : size;
    }
}
