using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace AgentHelpdesk.Answering.Grounding.Verifying;

/// <summary>Finds the negation, exception, condition or bound that a claim loses, adds or turns round.</summary>
internal static partial class Restrictions
{
    /// <summary>Half of what a condition says must be said again.</summary>
    private const double LeastOfClause = 0.5;

    /// <param name="claim">Plain text.</param>
    /// <param name="quote">Plain text of the quotes.</param>
    /// <returns>The word at fault; null when none is.</returns>
    public static string? Broken(string claim, string quote)
    {
        var said = Lexis.SpelledOut(claim);
        var relevant = Relevant(said, quote);
        return Negation(claim, relevant, quote) ?? Exception(claim, said, relevant, quote) ?? Condition(claim, said, relevant)
            ?? Modality(claim, relevant, quote) ?? Opposite(claim, quote) ?? Widening.Of(claim, quote) ?? Joining.Turned(claim, quote);
    }

    /// <summary>The words of another language can't be compared; that there is a negation can.</summary>
    public static string? BrokenInEnglish(string claim, string quote)
    {
        var negated = RestrictionWords.EnglishNegative().Match(claim);
        var source = RestrictionWords.Negation().Match(quote) is { Success: true } full ? full : RestrictionWords.StrongNegative().Match(quote) is { Success: true } strong ? strong : RestrictionWords.Except().Match(quote);
        if (source.Success && !negated.Success)
            return source.Value.Trim();
        return negated.Success && !source.Success && !RestrictionWords.NegativeWord().IsMatch(quote) && !RestrictionWords.Only().IsMatch(quote) && !RestrictionWords.BareNegation().IsMatch(quote) && negated.Value is not "only"
            ? negated.Value : null;
    }

    /// <summary>The sentences of the quote that the claim speaks of, and the exceptions that belong to them.</summary>
    private static string Relevant(Lexis said, string quote)
    {
        var sentences = Clauses.Sentences(quote);
        if (sentences.Length <= 1)
            return quote;
        var kept = sentences.Where(sentence => RestrictionWords.OpensException().IsMatch(sentence) || Share(said, WordTables.Terms(sentence)) >= 0.4).ToArray();
        return kept.Length == 0 ? quote : string.Join('\n', kept);
    }

    private static double Share(Lexis said, ImmutableArray<string> terms) => terms.Length == 0 ? 0 : terms.Count(said.Says) / (double)terms.Length;

    private static string? Negation(string claim, string relevant, string quote)
    {
        var (ofClaim, ofQuote, all) = (Negations(claim), Negations(relevant), Negations(quote));
        var bothExcept = RestrictionWords.Except().IsMatch(claim) && RestrictionWords.Except().IsMatch(quote);
        // An exception of the one is as good as a negation of the other, unless both except already.
        var claimDenies = NewNegative(claim, quote) || RestrictionWords.Only().IsMatch(claim) || (!bothExcept && RestrictionWords.Except().IsMatch(claim));
        var quoteDenies = NewNegative(quote, claim) || RestrictionWords.Only().IsMatch(quote) || (!bothExcept && RestrictionWords.Except().IsMatch(quote));
        var due = ofQuote.Where(negation => !negation.IsDouble || negation.Denied.Any(word => claim.Contains(word, StringComparison.Ordinal))).ToArray();
        if (due.Length > 0 && ofClaim.Length == 0 && !claimDenies && !AreBounds(due, claim))
            return due[0].Value;
        if (ofQuote.Length == 0 && RestrictionWords.StrongNegative().Match(relevant) is { Success: true } strong && ofClaim.Length == 0
            && !RestrictionWords.NegativeWord().IsMatch(claim) && !RestrictionWords.Only().IsMatch(claim) && !RestrictionWords.Except().IsMatch(claim))
            return strong.Value;
        if (all.Length == 0 && ofClaim.Length > 0 && !quoteDenies && !AreBounds(ofClaim, quote))
            return ofClaim[0].Value;
        if (all.Length == 0 && ofClaim.Length == 0 && RestrictionWords.StrongNegative().Match(claim) is { Success: true } added
            && !RestrictionWords.NegativeWord().IsMatch(quote) && !RestrictionWords.Only().IsMatch(quote) && !RestrictionWords.Except().IsMatch(quote))
            return added.Value;

        if (ofQuote.Length > ofClaim.Length && ofClaim.Length > 0)
            return ofQuote.FirstOrDefault(negation => IsAffirmed(negation, claim, ofClaim))?.Value;
        if (ofClaim.Length > all.Length && all.Length > 0)
            return ofClaim.FirstOrDefault(negation => IsAffirmed(negation, quote, all))?.Value;
        return ofClaim.Length > 0 && ofQuote.Any(negation => IsAffirmed(negation, claim, ofClaim)) && ofClaim.Any(negation => IsAffirmed(negation, quote, all)) ? ofClaim[0].Value : null;
    }

    /// <summary>A word that denies by itself ("irrecevable", "suspendu") and that the other text doesn't have.</summary>
    private static bool NewNegative(string text, string other)
    {
        var known = RestrictionWords.NegativeWord().Matches(other).Select(match => match.Value[..Math.Min(5, match.Length)]).ToHashSet(StringComparer.Ordinal);
        return RestrictionWords.NegativeWord().Matches(text).Any(match => !known.Contains(match.Value[..Math.Min(5, match.Length)]));
    }

    /// <summary>"n'excède pas 100 €" is "au maximum 100 €": the bound the other way round needs no negation.</summary>
    private static bool AreBounds(NegatedWord[] negations, string other) =>
        negations.All(negation => negation.Bound switch
        {
            Bound.Most => MostWords.Any(word => other.Contains(word, StringComparison.Ordinal)),
            Bound.Least => LeastWords.Any(word => other.Contains(word, StringComparison.Ordinal)),
            _ => false,
        });

    private static readonly string[] MostWords = ["maxim", "au plus", "plafon", "limit", "inferieur", "jusqu'", "moins de", "en dessous", "en-dessous"];
    private static readonly string[] LeastWords = ["minim", "au moins", "superieur", "plus de", "depass", "exced", "plancher", "au-dela", "a partir", "a compter", "apres", "des "];

    /// <summary>What one text negates and the other says of the same thing without negating it.</summary>
    private static bool IsAffirmed(NegatedWord negation, string other, NegatedWord[] negations) =>
        negation.Anchors.Any(anchor => !negations.Any(one => one.Anchors.Any(known => known == anchor || Lexis.IsKin(known, anchor)))
            && WordTables.Terms(other).Any(term => term == anchor || Lexis.IsKin(term, anchor)));

    private static NegatedWord[] Negations(string text) =>
        [.. RestrictionWords.Negation().Matches(text).Concat(RestrictionWords.BareNegation().Matches(text)).Select(NegatedWord.Of)];

    private static string? Exception(string claim, Lexis said, string relevant, string quote)
    {
        if (RestrictionWords.Except().Match(relevant) is { Success: true } except)
        {
            var denies = RestrictionWords.Only().IsMatch(claim) || Negations(claim).Length > Negations(relevant).Length || NewNegative(claim, quote) || claim.Contains("autre", StringComparison.Ordinal);
            if (!RestrictionWords.Except().IsMatch(claim) && !denies)
                return except.Value;
            if (ShareOfClause(said, relevant, except) < LeastOfClause)
                return except.Value;
        }

        if (RestrictionWords.Except().Match(claim) is { Success: true } added && !RestrictionWords.Except().IsMatch(quote) && Negations(quote).Length == 0
            && !RestrictionWords.NegativeWord().IsMatch(quote) && !RestrictionWords.OpensException().IsMatch(quote))
            return added.Value;
        var limits = RestrictionWords.Only().Match(relevant);
        if (limits.Success && !RestrictionWords.Only().IsMatch(claim) && Negations(claim).Length == 0 && !RestrictionWords.StrongCondition().IsMatch(claim)
            && !ExceptsAnew(claim, quote) && !RestrictionWords.Obligation().IsMatch(claim) && !NewNegative(claim, quote) && !BoundKept().IsMatch(claim))
            return limits.Value.Trim();
        return RestrictionWords.Only().Match(claim) is { Success: true } narrowed && !RestrictionWords.Only().IsMatch(quote) && Negations(quote).Length == 0
            && !RestrictionWords.StrongCondition().IsMatch(quote) && !RestrictionWords.NegativeWord().IsMatch(quote) && !RestrictionWords.Obligation().IsMatch(quote)
            && !RestrictionWords.Except().IsMatch(quote) && !BoundKept().IsMatch(quote)
            ? narrowed.Value.Trim() : null;
    }

    /// <summary>An exception that both texts make is no other way to say "only".</summary>
    private static bool ExceptsAnew(string claim, string quote)
    {
        var known = RestrictionWords.Except().Matches(quote).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);
        return RestrictionWords.Except().Matches(claim).Any(match => !known.Contains(match.Value));
    }

    /// <summary>"n'est due qu'à compter du quatrième jour" is "est due à compter du quatrième jour".</summary>
    [GeneratedRegex(@"\b(?:a compter|a partir|des l|apres|au plus tard|au moins|au plus|limit\w+|maximum|minimum|une (?:seule )?fois)", RegexOptions.CultureInvariant)]
    private static partial Regex BoundKept();

    private static string? Condition(string claim, Lexis said, string relevant)
    {
        foreach (Match condition in RestrictionWords.StrongCondition().Matches(relevant))
        {
            if (!RestrictionWords.AnyCondition().IsMatch(claim) || ShareOfClause(said, relevant, condition) < LeastOfClause)
                return condition.Value;
        }

        foreach (Match condition in RestrictionWords.WeakCondition().Matches(relevant))
        {
            if (ShareOfClause(said, relevant, condition) < LeastOfClause)
                return condition.Value;
        }

        return null;
    }

    /// <summary>How much of what follows a marker, up to the end of its clause, the claim says too.</summary>
    private static double ShareOfClause(Lexis said, string text, Match marker)
    {
        var start = marker.Index + marker.Length;
        var end = text.IndexOfAny([',', ';', '.', ':', '\n', ')'], start);
        // "à condition, notamment, de": a comma right behind the marker ends nothing; nor does the one of "4,5".
        while (end >= 0 && end + 1 < text.Length && (end - start < 4 || (char.IsDigit(text[end + 1]) && char.IsDigit(text[end - 1]))))
            end = text.IndexOfAny([',', ';', '.', ':', '\n', ')'], end + 1);
        var clause = end < 0 ? text[start..] : text[start..end];
        // "si l'une des conditions suivantes est remplie :": what follows is the condition.
        if (Announces().IsMatch(clause))
            return 1;
        var terms = WordTables.Terms(clause);
        return terms.Length == 0 ? 1 : Share(said, terms.Length > 12 ? terms[..12] : terms);
    }

    [GeneratedRegex(@"\bconditions? (?:suivante|ci-)|\bconditions? est (?:remplie|satisfaite)", RegexOptions.CultureInvariant)]
    private static partial Regex Announces();

    private static string? Modality(string claim, string relevant, string quote)
    {
        var (mustOfQuote, mayOfQuote) = (RestrictionWords.Obligation().Match(relevant), RestrictionWords.Permission().Match(relevant));
        var (must, may) = (RestrictionWords.Obligation().Match(claim), RestrictionWords.Permission().Match(claim));
        if (mustOfQuote.Success && !RestrictionWords.Permission().IsMatch(quote) && may.Success && !must.Success && may.Value is not "droit" && Negations(quote).Length == 0 && Negations(claim).Length == 0 && !RestrictionWords.Only().IsMatch(claim))
            return mustOfQuote.Value;
        if (mayOfQuote.Success && mayOfQuote.Value is not "droit" && !RestrictionWords.Obligation().IsMatch(quote) && must.Success && !may.Success && !must.Value.StartsWith("faut", StringComparison.Ordinal) && Negations(quote).Length == 0 && Negations(claim).Length == 0
            && !RestrictionWords.StrongCondition().IsMatch(quote) && !RestrictionWords.WeakCondition().IsMatch(RestrictionWords.Leading().Replace(quote, "")))
            return must.Value;
        if (!may.Success && RestrictionWords.MayBeDone().Match(relevant) is { Success: true } done && IsDone(claim, done.Groups["done"].Value[..^1]))
            return done.Value;
        return null;
    }

    private static bool IsDone(string claim, string beginning)
    {
        for (var match = RestrictionWords.IsDone().Match(claim); match.Success; match = RestrictionWords.IsDone().Match(claim, match.Index + 1))
        {
            // The word itself, or the one behind an adverb.
            if (match.Groups["done"].Value.StartsWith(beginning, StringComparison.Ordinal) || match.Value.Contains(' ' + beginning, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static string? Opposite(string claim, string quote)
    {
        // "avant l'expiration d'un délai" is "dans le délai".
        (claim, quote) = (BeforeTheEnd().Replace(claim, "dans"), BeforeTheEnd().Replace(quote, "dans"));
        foreach (var (one, other) in WordTables.Opposites)
        {
            if (IsTurned(one, other) || IsTurned(other, one))
                return Word(claim, one) && !Word(quote, one) ? one : other;
        }

        return null;

        bool IsTurned(string said, string source) =>
            Word(claim, said) && !Word(claim, source) && Word(quote, source) && !Word(quote, said) && Negations(claim).Length == Negations(quote).Length;
    }

    [GeneratedRegex(@"\bavant (?:l'expiration|la fin|le terme)\b", RegexOptions.CultureInvariant)]
    private static partial Regex BeforeTheEnd();

    private static bool Word(string text, string beginning)
    {
        for (var at = text.IndexOf(beginning, StringComparison.Ordinal); at >= 0; at = text.IndexOf(beginning, at + 1, StringComparison.Ordinal))
        {
            if (at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '-'))
                continue;
            // A short word stands for itself and its plural only.
            var end = at + beginning.Length;
            var rest = 0;
            while (end + rest < text.Length && char.IsLetter(text[end + rest]))
                rest++;
            if (rest == 0 || (beginning.Length >= 5 && beginning is not ("avant" or "apres" or "prive")) || (rest <= 2 && text[end..(end + rest)] is "s" or "e" or "es"))
                return true;
        }

        return false;
    }
}
