using System.Globalization;

namespace AgentHelpdesk.Knowledge.Text;

/// <content>Numbers, amounts, percentages, dates.</content>
internal ref partial struct AnalyzerScan
{
    private const int LongestNumber = 40;

    private int ReadFromDigit(int at)
    {
        if (TryReadNumericDate(at, out var next) || TryReadWrittenDate(at, out next))
            return next;

        var end = RunEnd(at);
        if (At(end) is '-' or '/' && IsWordAt(end + 1))
        {
            var until = JoinedEnd(at, out _, out _);
            if (until > end)
                return ReadReference(at, until);
        }

        return DigitsEnd(at) == end ? ReadNumber(at) : ReadDigitsAndLetters(at, end);
    }

    /// <summary>"1 016,05 €", "1016.05 euros" and "1.016,05" are one number: no thousands, a point, no idle zeros.</summary>
    private readonly int ReadNumber(int at)
    {
        Span<char> number = stackalloc char[LongestNumber];
        var length = 0;
        var end = DigitsEnd(at);
        Append(at, end, number, ref length);
        if (IsNumbered(end))
            return ReadNumbered(at, end);

        if (end - at <= 3)
        {
            while (IsThousands(end))
            {
                Append(end + 1, end + 4, number, ref length);
                end += 4;
            }
        }

        if (At(end) is ',' or '.' && char.IsAsciiDigit(At(end + 1)))
        {
            var decimals = DigitsEnd(end + 1);
            if (!IsWordAt(decimals))
            {
                var last = decimals;
                while (last > end + 1 && characters[last - 1] == '0')
                    last--;
                if (last > end + 1 && length < LongestNumber)
                {
                    number[length++] = '.';
                    Append(end + 1, last, number, ref length);
                }

                end = decimals;
            }
        }

        return EmitNumber(number[..length], at, end);
    }

    private readonly int EmitNumber(scoped ReadOnlySpan<char> number, int at, int end)
    {
        var unit = At(end) == ' ' ? end + 1 : end;
        if (At(unit) == '%' || IsWordsAt(unit, "pour cent"))
        {
            var until = At(unit) == '%' ? unit + 1 : unit + "pour cent".Length;
            Span<char> percentage = stackalloc char[LongestNumber + 1];
            number.CopyTo(percentage);
            percentage[number.Length] = '%';
            Emit(percentage[..(number.Length + 1)], at, until);
            Emit(number, at, end);
            return until;
        }

        var amountEnd = At(unit) == '€' ? unit + 1
            : IsWordsAt(unit, "euros") ? unit + 5
            : IsWordsAt(unit, "euro") ? unit + 4
            : IsWordsAt(unit, "eur") ? unit + 3
            : end;
        EmitAfterArticle(number, at, end);
        Emit(number, at, amountEnd);
        return amountEnd;
    }

    private readonly bool IsWordsAt(int at, string words) =>
        at + words.Length <= characters.Length && characters.Slice(at, words.Length).SequenceEqual(words) && !IsWordAt(at + words.Length);

    /// <summary>A separator and exactly three digits. A point counts only where it can't be a decimal one.</summary>
    private readonly bool IsThousands(int at)
    {
        if (At(at) is not (' ' or '.') || at + 4 > characters.Length)
            return false;
        return DigitsEnd(at + 1) == at + 4 && !(at + 4 < characters.Length && char.IsLetter(characters[at + 4]));
    }

    /// <summary>"1.2.3": digits, two points at least, and not thousands.</summary>
    private readonly bool IsNumbered(int end)
    {
        if (At(end) != '.' || !char.IsAsciiDigit(At(end + 1)))
            return false;
        var second = DigitsEnd(end + 1);
        return second - end - 1 < 3 && At(second) == '.' && char.IsAsciiDigit(At(second + 1));
    }

    private readonly int ReadNumbered(int at, int end)
    {
        while (At(end) == '.' && char.IsAsciiDigit(At(end + 1)))
            end = DigitsEnd(end + 1);
        Emit(characters[at..Math.Min(end, at + LongestTerm)], at, end);
        return end;
    }

    /// <summary>"1er", "2e" and "3ème" are numbers; "35h" is itself and 35.</summary>
    private readonly int ReadDigitsAndLetters(int at, int end)
    {
        var digits = DigitsEnd(at);
        var letters = characters[digits..end];
        if (letters is "er" or "ere" or "re" or "e" or "eme" or "ieme" or "nd" or "nde" or "o")
        {
            EmitAfterArticle(characters[at..digits], at, end);
            Emit(characters[at..digits], at, end);
            return end;
        }

        Emit(characters[at..Math.Min(end, at + LongestTerm)], at, end);
        if (letters.Length <= 3 && !letters.ContainsAnyInRange('0', '9'))
            Emit(characters[at..digits], at, digits);
        return end;
    }

    /// <summary>01/04/2024, 1.4.2024, 2024-04-01, 1/4/24.</summary>
    private readonly bool TryReadNumericDate(int at, out int next)
    {
        next = at;
        var first = DigitsEnd(at);
        var separator = At(first);
        if (separator is not ('/' or '.' or '-') || first - at is not (1 or 2 or 4))
            return false;
        var second = DigitsEnd(first + 1);
        if (second - first - 1 is not (1 or 2) || At(second) != separator)
            return false;
        var third = DigitsEnd(second + 1);
        if (IsWordAt(third) || (At(third) == separator && char.IsAsciiDigit(At(third + 1))))
            return false;

        var yearFirst = first - at == 4;
        var (yearFrom, yearUntil) = yearFirst ? (at, first) : (second + 1, third);
        var (dayFrom, dayUntil) = yearFirst ? (second + 1, third) : (at, first);
        // Two digits of a year are one only between strokes: "1.2.24" numbers a section.
        if (yearUntil - yearFrom != 4 && !(yearUntil - yearFrom == 2 && separator == '/') || dayUntil - dayFrom is not (1 or 2))
            return false;
        var year = Number(yearFrom, yearUntil);
        if (yearUntil - yearFrom == 2)
            year += year < 50 ? 2000 : 1900;
        if (!TryEmitDate(year, Number(first + 1, second), Number(dayFrom, dayUntil), at, third))
            return false;
        next = third;
        return true;
    }

    /// <summary>"1er avril 2024", "30 juin 2023".</summary>
    private readonly bool TryReadWrittenDate(int at, out int next)
    {
        next = at;
        var day = DigitsEnd(at);
        if (day - at > 2)
            return false;
        var afterDay = IsWordsAt(day, "er") ? day + 2 : At(day) == '°' ? day + 1 : day;
        if (At(afterDay) != ' ')
            return false;
        var monthEnd = RunEnd(afterDay + 1);
        var month = NumberWords.MonthOf(characters[(afterDay + 1)..monthEnd]);
        if (month == 0 || At(monthEnd) != ' ')
            return false;
        var yearEnd = DigitsEnd(monthEnd + 1);
        if (yearEnd - monthEnd - 1 != 4 || IsWordAt(yearEnd) || !TryEmitDate(Number(monthEnd + 1, yearEnd), month, Number(at, day), at, yearEnd))
            return false;
        next = yearEnd;
        return true;
    }

    private readonly bool TryEmitDate(int year, int month, int day, int from, int until)
    {
        if (year is < 1000 or > 2999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        Span<char> date = stackalloc char[10];
        new DateOnly(year, month, day).TryFormat(date, out var length, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        Emit(date[..length], from, until);
        EmitStem(NumberWords.MonthName(month), from, until);
        Emit(date[..4], from, until);
        return true;
    }

    private readonly int Number(int from, int until)
    {
        var value = 0;
        for (var i = from; i < until; i++)
            value = (value * 10) + characters[i] - '0';
        return value;
    }

    private readonly void Append(int from, int until, Span<char> target, ref int length)
    {
        var count = Math.Min(until - from, target.Length - length);
        characters.Slice(from, count).CopyTo(target[length..]);
        length += count;
    }
}
