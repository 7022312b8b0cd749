using System.Collections.Frozen;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Knowledge.Text;

/// <content>References: articles, numbered texts.</content>
internal ref partial struct AnalyzerScan
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> LatinRanks =
        ArticleNumber.Multiplicatives.Split('|').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>"2015-994", "CIR-7/2022", "DSS/SD2/2023/45": the whole with hyphens, then the parts of two characters and more.</summary>
    private int ReadReference(int at, int until)
    {
        Span<char> whole = stackalloc char[Math.Min(until - at, LongestTerm)];
        characters.Slice(at, whole.Length).CopyTo(whole);
        whole.Replace('/', '-');
        previous = (at, until);
        Emit(whole, at, until);
        for (var part = at; part < until;)
        {
            var end = RunEnd(part);
            if (characters[part..end].ContainsAnyInRange('0', '9'))
                EmitPart(part, end);
            else if (end - part > 1)
                EmitUnlessStopWord(characters[part..end], part, end);
            part = end + 1;
        }

        return until;
    }

    private readonly void EmitPart(int from, int until)
    {
        if (char.IsAsciiDigit(characters[from]) && DigitsEnd(from) < until)
            ReadDigitsAndLetters(from, until);
        else if (until - from > 1)
            Emit(characters[from..Math.Min(until, from + LongestTerm)], from, until);
    }

    /// <summary>
    /// "L. 512-1", "L512-1", "R*. 133-9 bis", "LO 111-3", "L.O. 111-3", "D. 12": one term, and the number alone when it has a hyphen.
    /// </summary>
    private bool TryReadArticle(int at, out int next)
    {
        next = at;
        Span<char> term = stackalloc char[LongestTerm];
        if (!TryReadPrefix(at, term, out var length, out var number, out var isMarked))
            return false;
        var end = DigitsEnd(number);
        if (end == number)
            return false;
        var hasHyphen = false;
        while (At(end) == '-' && char.IsAsciiDigit(At(end + 1)))
        {
            end = DigitsEnd(end + 1);
            hasHyphen = true;
        }

        // A letter and a plain number are an article only with a mark of one: "L. 12", not "D 4" nor "A4".
        if (IsWordAt(end) || (!hasHyphen && !isMarked) || (At(end) is '-' or '/' && IsWordAt(end + 1)))
            return false;
        Append(number, end, term, ref length);
        var until = AppendRank(end, term, ref length);
        Emit(term[..length], at, until);
        if (hasHyphen)
            Emit(characters[number..Math.Min(end, number + LongestTerm)], number, end);
        previous = (at, until);
        next = until;
        return true;
    }

    /// <summary>L, R, D, A, LO or LP, a star and points among it, then at most one space before the number.</summary>
    private readonly bool TryReadPrefix(int at, Span<char> term, out int length, out int number, out bool isMarked)
    {
        (length, number, isMarked) = (0, at, false);
        if (At(at) is not ('l' or 'r' or 'd' or 'a'))
            return false;
        term[length++] = characters[at];
        var end = at + 1;
        if (characters[at] == 'l' && At(end) is 'o' or 'p')
            term[length++] = characters[end++];
        else if (characters[at] == 'l' && At(end) == '.' && At(end + 1) is 'o' or 'p' && At(end + 2) == '.')
            (term[length++], end) = (characters[end + 1], end + 2);
        while (At(end) is '.' or '*' || (At(end) == ' ' && At(end + 1) == '*'))
        {
            isMarked = true;
            end++;
        }

        if (At(end) == ' ')
            end++;
        // In small letters "a 35" and "l 12" are text.
        isMarked &= folded.IsCapital(at);
        number = end;
        return char.IsAsciiDigit(At(end)) && (characters[at] != 'a' || folded.IsCapital(at));
    }

    /// <summary>"12 bis" is 12bis, "351-7-1 A" is 351-7-1a.</summary>
    private readonly int AppendRank(int end, Span<char> term, ref int length)
    {
        end = AppendLatinRank(end, term, ref length);
        if (At(end) != ' ' || !IsLetterOfNumber(end + 1))
            return end;
        Append(end + 1, end + 2, term, ref length);
        return AppendLatinRank(end + 2, term, ref length);
    }

    private readonly int AppendLatinRank(int end, Span<char> term, ref int length)
    {
        if (At(end) != ' ')
            return end;
        var rankEnd = RunEnd(end + 1);
        if (!LatinRanks.Contains(characters[(end + 1)..rankEnd]))
            return end;
        Append(end + 1, rankEnd, term, ref length);
        return rankEnd;
    }

    /// <summary>
    /// A capital after a number belongs to it, unless it numbers a paragraph (I, V, X), begins a reference ("L. 12") or is the
    /// preposition of a sentence set without accents ("A compter du").
    /// </summary>
    private readonly bool IsLetterOfNumber(int at) =>
        at < characters.Length && characters[at] is >= 'a' and <= 'z' and not ('i' or 'v' or 'x') && folded.IsCapital(at)
        && !IsWordAt(at + 1) && At(at + 1) is not ('\'' or '.' or '°' or '*')
        && !(At(at + 1) == ' ' && (char.IsAsciiDigit(At(at + 2)) || (characters[at] == 'a' && char.IsLetter(At(at + 2)) && !folded.IsCapital(at + 2))));

    /// <summary>"article 12 bis" gives "art12bis" beside the number: plain numbers are everywhere, numbers of articles are not.</summary>
    private readonly void EmitAfterArticle(scoped ReadOnlySpan<char> number, int at, int end)
    {
        if (number.Length > 6 || !IsArticleWord(at))
            return;
        Span<char> term = stackalloc char[LongestTerm];
        "art".CopyTo(term);
        number.CopyTo(term[3..]);
        var length = 3 + number.Length;
        var until = AppendRank(end, term, ref length);
        Emit(term[..length], previous.From, until);
    }

    private readonly bool IsArticleWord(int number)
    {
        if (characters[previous.From..previous.Until] is not ("article" or "articles" or "art" or "arts"))
            return false;
        var gap = characters[previous.Until..number];
        return gap is " " or ". " or ".";
    }
}
