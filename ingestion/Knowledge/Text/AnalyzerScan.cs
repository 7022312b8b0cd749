using System.Collections.Immutable;

namespace AgentHelpdesk.Knowledge.Text;

/// <summary>One pass over one folded text: finds where each word, number or reference begins and has it read.</summary>
internal ref partial struct AnalyzerScan
{
    /// <summary>Longer runs of letters are no words (a broken font, a key); what follows is let go.</summary>
    private const int LongestTerm = 48;

    private readonly FoldedText folded;
    private readonly ReadOnlySpan<char> characters;
    private readonly ImmutableArray<Token>.Builder tokens;

    /// <summary>The folded word read last, for "article 12".</summary>
    private (int From, int Until) previous;

    public AnalyzerScan(FoldedText folded, ImmutableArray<Token>.Builder tokens)
    {
        this.folded = folded;
        this.tokens = tokens;
        characters = folded.Characters;
    }

    public void Run()
    {
        for (var at = 0; at < characters.Length;)
        {
            var character = characters[at];
            if (char.IsAsciiDigit(character))
                at = ReadFromDigit(at);
            else if (IsWordCharacter(character))
                at = ReadFromLetter(at);
            else
                at++;
        }
    }

    private static bool IsWordCharacter(char character) => character < 0x80 ? char.IsAsciiLetterOrDigit(character) : char.IsLetter(character);

    /// <summary>The end of the letters and digits that begin at <paramref name="at"/>.</summary>
    private readonly int RunEnd(int at)
    {
        while (at < characters.Length && IsWordCharacter(characters[at]))
            at++;
        return at;
    }

    private readonly int DigitsEnd(int at)
    {
        while (at < characters.Length && char.IsAsciiDigit(characters[at]))
            at++;
        return at;
    }

    private readonly char At(int at) => at < characters.Length ? characters[at] : '\0';

    private readonly bool IsWordAt(int at) => at < characters.Length && IsWordCharacter(characters[at]);

    private readonly void Emit(scoped ReadOnlySpan<char> term, int from, int until)
    {
        var (start, length) = folded.Origin(from, until);
        tokens.Add(new(new string(term), start, length));
    }

    private readonly void EmitStem(scoped ReadOnlySpan<char> word, int from, int until)
    {
        Span<char> stem = stackalloc char[LongestTerm];
        word = word[..Math.Min(word.Length, LongestTerm)];
        word.CopyTo(stem);
        Emit(stem[..FrenchStemmer.Stem(stem[..word.Length])], from, until);
    }
}
