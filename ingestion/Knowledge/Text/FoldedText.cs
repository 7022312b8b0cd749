using System.Buffers;

namespace AgentHelpdesk.Knowledge.Text;

/// <summary>A text folded character by character, with the way back to the characters it was made from.</summary>
internal readonly ref struct FoldedText
{
    private readonly string text;
    private readonly char[] characters;
    private readonly int[] origins;
    private readonly bool[] capitals;

    public FoldedText(string text)
    {
        this.text = text;
        // The end needs an origin too.
        var most = (text.Length * CharacterFolding.MostCharacters) + 1;
        characters = ArrayPool<char>.Shared.Rent(most);
        origins = ArrayPool<int>.Shared.Rent(most);
        capitals = ArrayPool<bool>.Shared.Rent(most);
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var folding = CharacterFolding.Of(text[i]);
            if (folding.First == '\0')
                continue;
            Put(count++, folding.First, i, folding.IsUpper);
            if (folding.Second == '\0')
                continue;
            Put(count++, folding.Second, i, folding.IsUpper);
            if (folding.Third != '\0')
                Put(count++, folding.Third, i, folding.IsUpper);
        }

        origins[count] = text.Length;
        Length = count;
    }

    public int Length { get; }

    public ReadOnlySpan<char> Characters => characters.AsSpan(0, Length);

    /// <summary>The original characters of [from, until), combining marks of the last included.</summary>
    public (int Start, int Length) Origin(int from, int until)
    {
        var start = origins[from];
        var end = origins[until];
        while (end > start + 1 && char.GetUnicodeCategory(text[end - 1]) == System.Globalization.UnicodeCategory.Format)
            end--;
        return (start, end - start);
    }

    public bool IsCapital(int at) => capitals[at];

    public bool AreCapitals(int from, int until) => !capitals.AsSpan(from, until - from).Contains(false);

    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(characters);
        ArrayPool<int>.Shared.Return(origins);
        ArrayPool<bool>.Shared.Return(capitals);
    }

    private void Put(int at, char character, int origin, bool isCapital)
    {
        characters[at] = character;
        origins[at] = origin;
        capitals[at] = isCapital;
    }
}
