using System.Text.RegularExpressions;

namespace AgentHelpdesk.Answering.Questions.Masking;

/// <summary>Reads a name word by word, with its particles, first names before or behind, and stops where the sentence goes on.</summary>
internal sealed partial class NameReader(ReadableText read, NameWords words)
{
    private const int MostWords = 7;

    // In a text in capitals a capital shows nothing.
    private readonly bool _shouts = IsShouted(read.Text);

    /// <param name="start">Behind the word that announces it.</param>
    /// <param name="trust">How surely it does.</param>
    public PersonalSpan? Read(int start, NameTrust trust)
    {
        var lead = Lead().Match(read.Text, start);
        if (!lead.Success)
            return null;
        var first = WordAt(start + lead.Length);
        if (first is null)
            return null;
        var head = SkipParticles(first.Value, trust);
        if (head is not { } word || !MayBegin(word, trust))
            return null;
        return Span(first.Value, GoOn(word, trust));
    }

    /// <summary>A first name and a surname without a title, in either order, told by their capitals.</summary>
    public PersonalSpan? ReadUntitled(int start)
    {
        if (_shouts || WordAt(start) is not { } first || NextWord(first) is not { } second)
            return null;
        var startsByFirstName = words.IsFirstName(first.Folded) && !first.IsShouted;
        var isCapital = second.IsCapital && second.Length > 1;
        if (startsByFirstName && isCapital && (!words.IsNoName(second.Folded)))
            return Span(first, GoOn(second, NameTrust.Capital));
        // "DURAND Marie"
        return first is { IsShouted: true, Length: > 2 } && !words.IsNoName(first.Folded) && words.IsFirstName(second.Folded) && second is { IsCapital: true, IsShouted: false }
            ? Span(first, GoOn(second, NameTrust.Capital)) : null;
    }

    private bool MayBegin(Word word, NameTrust trust)
    {
        var isKnown = words.IsFirstName(word.Folded);
        // "M. Y" stands for somebody.
        if (word is { Length: 1, IsCapital: true } && trust == NameTrust.Title && !_shouts)
            return true;
        if (words.IsNoName(word.Folded) && !(isKnown && (word.IsCapital || trust == NameTrust.Title)))
            return false;
        if (!_shouts && word.IsCapital)
            return trust != NameTrust.Label || word.Length > 1;
        if (trust == NameTrust.Title)
            return word.Length > 1 || word.IsCapital;
        // Without capitals that tell only a first name beside another word does.
        return _shouts && NextWord(word) is { } next && (trust == NameTrust.Capital || isKnown || words.IsFirstName(next.Folded)) && (trust == NameTrust.Capital || !words.IsNoName(next.Folded) || isKnown);
    }

    // The first word that is no particle or article; null when an office or a plain word follows them.
    private Word? SkipParticles(Word word, NameTrust trust)
    {
        for (var i = 0; i < 3 && IsParticle(word); i++)
        {
            if (NextWord(word) is not { } next)
                return word.IsCapital && !IsArticle(word) && word.Length > 1 && !_shouts ? word : null;
            // "monsieur le directeur", "madame de la caisse", "l'assuré de droit".
            if (words.IsNoName(next.Folded) && !IsParticle(next))
                return null;
            if (!next.IsCapital && !IsParticle(next) && trust != NameTrust.Title)
                return null;
            word = next;
        }

        return word;
    }

    // The name's last word.
    private Word GoOn(Word head, NameTrust trust)
    {
        var last = head;
        var hasFirstName = words.IsFirstName(head.Folded);
        for (var i = 1; i < MostWords; i++)
        {
            if (NextWord(last) is not { } next)
                break;
            var candidate = next;
            for (var p = 0; p < 2 && IsParticle(candidate) && NextWord(candidate) is { } behind; p++)
                candidate = behind;
            if (!Continues(candidate, head, last, hasFirstName, i, candidate != next, trust))
                break;
            hasFirstName |= words.IsFirstName(candidate.Folded);
            last = candidate;
        }

        return last;
    }

    private bool Continues(Word word, Word head, Word last, bool hasFirstName, int count, bool behindParticle, NameTrust trust)
    {
        var isFirstName = words.IsFirstName(word.Folded);
        if (words.IsNoName(word.Folded) && !isFirstName)
            return false;
        if (!_shouts && head.IsCapital)
            return word.IsCapital && (word.Length > 1 || word.IsInitial);
        if (behindParticle)
            return hasFirstName && count == 1 && trust == NameTrust.Title;
        // "mme durand marie", "mme marie durand": in small letters a first name is needed on one side.
        return isFirstName || (count == 1 && hasFirstName && words.IsFirstName(last.Folded) && word.Length > 2);
    }

    private static bool IsParticle(Word word) => word.Folded is "de" or "du" or "des" or "d'" or "la" or "le" or "les" or "l'" or "van" or "von" or "der" or "den" or "ter"
        or "el" or "al" or "ben" or "bin" or "ibn" or "da" or "do" or "dos" or "di" or "del" or "della" or "ould" or "ait" or "abd" or "abou" or "saint" or "sainte" or "st" or "mac";

    private static bool IsArticle(Word word) => word.Folded is "de" or "du" or "des" or "d'" or "la" or "le" or "les" or "l'";

    private static PersonalSpan Span(Word first, Word last) => new(first.Start, last.Start + last.Length - first.Start, PersonalKind.Name);

    private Word? NextWord(Word word)
    {
        var end = word.Start + word.Length;
        if (word.Folded is "d'" or "l'")
            return WordAt(end);
        return end < read.Text.Length && read.Text[end] == ' ' ? WordAt(read.Text.AsSpan(end).StartsWith("  ") ? end + 2 : end + 1) : null;
    }

    private Word? WordAt(int start)
    {
        var match = NameWord().Match(read.Text, start);
        if (!match.Success)
            return null;
        var length = match.Length;
        if (match.Value.EndsWith("'s", StringComparison.Ordinal))
            length -= 2;
        return new(start, length, read.Folded.Substring(start, length), read.Text.Substring(start, length));
    }

    private static bool IsShouted(string text)
    {
        var (upper, lower) = (0, 0);
        foreach (var character in text)
        {
            upper += char.IsUpper(character) ? 1 : 0;
            lower += char.IsLower(character) ? 1 : 0;
        }

        return upper > 8 && lower * 4 < upper;
    }

    private readonly record struct Word(int Start, int Length, string Folded, string Typed)
    {
        public bool IsCapital => char.IsUpper(Typed[0]) || (Typed.Length > 2 && Typed[1] == '\'' && char.IsUpper(Typed[2]));

        public bool IsShouted => Typed.Length > 1 && !Typed.Any(char.IsLower);

        public bool IsInitial => Typed.Length <= 2 && char.IsUpper(Typed[0]);
    }

    [GeneratedRegex(@"\G[ :]{0,3}(?:\(e\) ?)?", RegexOptions.CultureInvariant)]
    private static partial Regex Lead();

    [GeneratedRegex(@"\G(?:[dDlL]'(?=\p{L})|\p{Lu}\.(?:-?\p{Lu}\.)?|\p{L}(?:[\p{L}'-]*\p{L})?)", RegexOptions.CultureInvariant)]
    private static partial Regex NameWord();
}
