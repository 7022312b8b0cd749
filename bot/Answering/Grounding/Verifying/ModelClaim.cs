using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgentHelpdesk.Answering.Retrieval;
using AgentHelpdesk.Knowledge.Chunks;

namespace AgentHelpdesk.Answering.Grounding.Verifying;

/// <summary>
/// What a claim in a model's own words is held to once its quotes stand: its form, contacts, figures, restrictions, words, and that it
/// decides for nobody. The first fault found is the one told.
/// </summary>
internal static partial class ModelClaim
{
    /// <param name="claim">As the model wrote it.</param>
    /// <param name="quotes">Where its quotes stand.</param>
    /// <param name="readings">What this turn has read already.</param>
    /// <param name="rules">The rest it is held to.</param>
    public static (ClaimFlaw Flaw, string Detail)? Fault(DraftClaim claim, ImmutableArray<(Passage Passage, TextRange Range)> quotes, PassageReadings readings, VerificationRules rules)
    {
        var english = rules.Language is "en";
        if (claim.Text.AsSpan().Trim().IsEmpty)
            return (ClaimFlaw.WordsUnsupported, "");
        if (Foreign(claim.Text) is { } foreign && !quotes.Any(place => place.Passage.Chunk.Chunk.Text.AsSpan(place.Range.Start, place.Range.Length).Contains(foreign, StringComparison.Ordinal)))
            return (ClaimFlaw.WordsUnsupported, foreign);
        var plain = PlainText.Of(Numbering().Replace(claim.Text, "")).Text;
        var quote = string.Join('\n', quotes.Select(place => PlainText.Of(place.Passage.Chunk.Chunk.Text.Substring(place.Range.Start, place.Range.Length)).Text));
        var passages = quotes.Select(place => place.Passage).Distinct().Select(readings.Of).ToArray();

        var (contacts, rest) = Contacts.In(plain);
        foreach (var contact in contacts)
        {
            if (!passages.Any(passage => Contacts.Stands(contact, passage.Plain)) && !rules.OfficialContacts.Any(official => Contacts.Stands(contact, "tel " + PlainText.Of(official).Text)))
                return (ClaimFlaw.UnknownContact, contact);
        }

        if (Markup().Match(claim.Text) is { Success: true } markup || DraftingWords.OrdersMachine(claim.Text))
            return (ClaimFlaw.WordsUnsupported, Markup().Match(claim.Text).Value);
        var headings = string.Join('\n', quotes.Select(Surroundings.Headings));
        var quoted = Contacts.In(quote).Others;
        if (FigureTrial.Broken(english ? EnglishFigures.InFrench(rest) : rest, quoted, headings) is { } figure)
            return (figure.Flaw, figure.Detail);
        if (rules.ConcernsPerson && PersonDecision.In(claim.Text, plain) is { } decision)
            return (ClaimFlaw.DecidesOnPerson, decision);
        if ((english ? Restrictions.BrokenInEnglish(rest, quote) : Restrictions.Broken(rest, quote)) is { } restriction)
            return (ClaimFlaw.RestrictionLost, restriction);
        if (english)
            return null;
        var before = string.Join('\n', quotes.Select(Surroundings.Before));
        var nearby = headings + '\n' + before;
        var coverage = new WordCoverage(quote, nearby, Surroundings.GoesOn(quote) ? nearby : headings, [.. passages.Select(passage => passage.Words)]);
        foreach (var sentence in Clauses.Sentences(plain))
        {
            var (words, ties) = WithoutFigures(sentence);
            if (coverage.Missing(words, ties) is { } missing)
                return (ClaimFlaw.WordsUnsupported, missing);
        }

        return null;
    }

    /// <summary>What was held as a figure is no word any more.</summary>
    private static (string Words, int Held) WithoutFigures(string sentence)
    {
        var (contacts, rest) = Contacts.In(sentence);
        var words = rest.ToCharArray();
        var figures = FigureFinder.Find(rest);
        foreach (var figure in figures)
            words.AsSpan(figure.Start, figure.End - figure.Start).Fill(' ');
        return (new(words), figures.Length + contacts.Length);
    }

    /// <summary>A letter of another script: a look-alike, or a language that can't be checked.</summary>
    private static string? Foreign(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            var isLetter = System.Text.Rune.IsLetter(rune);
            if (isLetter && !IsLatin(rune.Value) || (System.Text.Rune.IsDigit(rune) && rune.Value > 127))
                return rune.ToString();
        }

        return null;
    }

    private static bool IsLatin(int code) => code is < 0x250 or (>= 0x1d00 and < 0x1f00) or (>= 0x2071 and <= 0x209c) or 0x2116 or 0x2122 or (>= 0xfb00 and <= 0xfb06) or 0x02bc or 0x2113;

    [GeneratedRegex(@"</?[a-zA-Z!][^>\n]*>|!?\[[^\]\n]*\]\([^)\n]*\)|```|\bjavascript:|&lt;|&#\d+;", RegexOptions.CultureInvariant)]
    private static partial Regex Markup();

    /// <summary>The model's own "[1]" and list markers state nothing.</summary>
    [GeneratedRegex(@"\s?\[\d{1,2}(?:, ?\d{1,2})*\]|\*\*|^\s*(?:[-•–—*]|\d{1,2}[.)])\s+", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Numbering();
}
