namespace AgentHelpdesk.Knowledge.Text;

/// <content>Words: elision, compounds, acronyms.</content>
internal ref partial struct AnalyzerScan
{
    private const int MostCompoundParts = 3;

    private int ReadFromLetter(int at)
    {
        if (TryReadDottedAcronym(at, out var next) || TryReadArticle(at, out next))
            return next;

        var end = RunEnd(at);
        if (At(end) == '\'' && IsWordAt(end + 1))
        {
            if (StopWords.IsElided(characters[at..end]))
                return end + 1;
            return ReadJoinedByApostrophe(at, end);
        }

        if (IsJoinedByHyphen(end))
        {
            var until = JoinedEnd(at, out var hasDigit, out var hasSlash);
            if (hasDigit)
                return ReadReference(at, until);
            return hasSlash ? ReadCompound(at, SlashAt(at)) : ReadCompound(at, until);
        }

        if (At(end) == '/' && IsWordAt(end + 1))
        {
            var until = JoinedEnd(at, out var hasDigit, out _);
            if (hasDigit)
                return ReadReference(at, until);
        }

        ReadWord(at, end);
        return end;
    }

    private void ReadWord(int from, int until)
    {
        var word = characters[from..until];
        previous = (from, until);
        if (NumberWords.TryRead(word, out var digits))
            Emit(digits, from, until);
        else if (word.ContainsAnyInRange('0', '9'))
            Emit(word[..Math.Min(word.Length, LongestTerm)], from, until);
        else if (!IsAcronym(from, until))
            EmitUnlessStopWord(word, from, until);
        else
            EmitAcronym(word, from, until);
    }

    private readonly void EmitUnlessStopWord(ReadOnlySpan<char> word, int from, int until)
    {
        if (word.Length == 1 ? IsMeaningfulLetter(from) : !StopWords.Contains(word))
            EmitStem(word, from, until);
    }

    /// <summary>A class, a group, an annex ("catégorie B", "annexe C"); not "A" without its accent, "M." or "N°".</summary>
    private readonly bool IsMeaningfulLetter(int at) =>
        !StopWords.Contains(characters.Slice(at, 1)) || (folded.IsCapital(at) && characters[at] is 'c' or 'd' or 'e' or 's');

    /// <summary>
    /// As its stem, so that "paje" in small letters finds it, and as it is written. In capitals a stop word is kept: "CE" is a works
    /// council, "ce" is not.
    /// </summary>
    private readonly void EmitAcronym(ReadOnlySpan<char> word, int from, int until)
    {
        var before = tokens.Count;
        EmitStem(word, from, until);
        if (!word.SequenceEqual(tokens[before].Term))
            Emit(word, from, until);
    }

    /// <summary>Two to six capitals that do not stand in a line of capitals.</summary>
    private readonly bool IsAcronym(int from, int until)
    {
        if (until - from is < 2 or > 6 || !folded.AreCapitals(from, until))
            return false;
        var before = CaseBefore(from);
        var after = CaseAfter(until);
        return before == LetterCase.Small || after == LetterCase.Small || (before == LetterCase.None && after == LetterCase.None);
    }

    private enum LetterCase
    {
        None,
        Small,
        Capital,
    }

    private readonly LetterCase CaseBefore(int from)
    {
        var end = from;
        while (end > 0 && !char.IsLetter(characters[end - 1]) && characters[end - 1] != '\n')
            end--;
        var start = end;
        while (start > 0 && char.IsLetter(characters[start - 1]))
            start--;
        return CaseOf(start, end);
    }

    private readonly LetterCase CaseAfter(int until)
    {
        var start = until;
        while (start < characters.Length && !char.IsLetter(characters[start]) && characters[start] != '\n')
            start++;
        var end = start;
        while (end < characters.Length && char.IsLetter(characters[end]))
            end++;
        return CaseOf(start, end);
    }

    private readonly LetterCase CaseOf(int from, int until)
    {
        if (from == until)
            return LetterCase.None;
        if (!folded.AreCapitals(from, until))
            return LetterCase.Small;
        return until - from > 1 ? LetterCase.Capital : LetterCase.None;
    }

    /// <summary>"A.A.H." and "R.S.A" are what "AAH" and "RSA" are.</summary>
    private bool TryReadDottedAcronym(int at, out int next)
    {
        Span<char> letters = stackalloc char[8];
        var count = 0;
        next = at;
        while (count < letters.Length && char.IsLetter(At(next)) && folded.IsCapital(next) && !IsWordAt(next + 1))
        {
            letters[count++] = characters[next++];
            if (At(next) != '.')
                break;
            next++;
        }

        if (count < 2 || IsWordAt(next))
            return false;
        var until = characters[next - 1] == '.' ? next - 1 : next;
        // "L.O. 111-3" is an article.
        if (At(next) == ' ' && char.IsAsciiDigit(At(next + 1)))
            return false;
        previous = (at, until);
        EmitAcronym(letters[..count], at, until);
        return true;
    }

    /// <summary>"aujourd'hui", "prud'homme": one word without its apostrophe.</summary>
    private int ReadJoinedByApostrophe(int at, int end)
    {
        var until = RunEnd(end + 1);
        Span<char> word = stackalloc char[LongestTerm];
        var length = 0;
        for (var i = at; i < until && length < LongestTerm; i++)
        {
            if (characters[i] != '\'')
                word[length++] = characters[i];
        }

        previous = (at, until);
        EmitUnlessStopWord(word[..length], at, until);
        return until;
    }

    private readonly bool IsJoinedByHyphen(int end) => At(end) == '-' && IsWordAt(end + 1);

    private readonly int SlashAt(int at) => at + characters[at..].IndexOf('/');

    /// <summary>The end of words joined by hyphens and strokes; a part before an apostrophe is an elision and stays out.</summary>
    private readonly int JoinedEnd(int at, out bool hasDigit, out bool hasSlash)
    {
        hasDigit = hasSlash = false;
        var end = RunEnd(at);
        hasDigit = characters[at..end].ContainsAnyInRange('0', '9');
        while (At(end) is '-' or '/' && IsWordAt(end + 1))
        {
            var partEnd = RunEnd(end + 1);
            if (At(partEnd) == '\'')
                break;
            hasSlash |= At(end) == '/';
            hasDigit |= characters[(end + 1)..partEnd].ContainsAnyInRange('0', '9');
            end = partEnd;
        }

        return end;
    }

    /// <summary>"mi-temps": the whole without hyphens (as some write it), then its parts. "peut-on" is no compound.</summary>
    private int ReadCompound(int at, int until)
    {
        if (NumberWords.TryRead(characters[at..until], out var digits))
        {
            previous = (at, until);
            Emit(digits, at, until);
            return until;
        }

        if (IsCompound(at, until))
        {
            Span<char> whole = stackalloc char[until - at];
            var length = 0;
            foreach (var character in characters[at..until])
            {
                if (character != '-')
                    whole[length++] = character;
            }

            EmitStem(whole[..length], at, until);
        }

        for (var part = at; part < until;)
        {
            var end = RunEnd(part);
            ReadWord(part, end);
            part = end + 1;
        }

        return until;
    }

    private readonly bool IsCompound(int at, int until)
    {
        var parts = 0;
        var meaningful = false;
        for (var part = at; part < until; parts++)
        {
            var end = RunEnd(part);
            var word = characters[part..end];
            if (parts > 0 && StopWords.IsEnclitic(word))
                return false;
            meaningful |= !StopWords.Contains(word);
            part = end + 1;
        }

        return meaningful && parts is > 1 and <= MostCompoundParts && until - at <= LongestTerm;
    }
}
