using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgentHelpdesk.Knowledge.Text;

namespace AgentHelpdesk.Knowledge.Documents;

/// <summary>An article that a text names.</summary>
/// <param name="Key">Its code is empty when the text does not say which.</param>
/// <param name="Start">First character of the number in the text; the word "article" and the code's name are left out.</param>
/// <param name="Length">Characters.</param>
public readonly record struct ArticleReference(ArticleKey Key, int Start, int Length)
{
    public int End => Start + Length;
}

/// <summary>
/// Finds articles named in a text, with the code each is said to be of: "articles L. 512-1 et 2 du code de la sécurité sociale",
/// "l512-1 CSS", "art. 12 bis", "tableau n° 57", "annexe II". Ingestion and questions use the same patterns, hence agree on the keys.
/// </summary>
public static partial class ArticleReferences
{
    /// <summary>How far behind the last number a code's name may stand, in characters: enough for ", premier et troisième alinéas, du".</summary>
    private const int Reach = 80;

    /// <summary>In the order of the text.</summary>
    public static ImmutableArray<ArticleReference> Find(string text)
    {
        var plain = PlainLetters.Of(text);
        var found = Numbers(plain);
        return found.Count == 0 ? [] : [.. WithCodes(found, LegalCodes.Find(plain), text, plain)];
    }

    private static List<ArticleReference> Numbers(PlainLetters plain)
    {
        var found = new List<ArticleReference>();
        for (var match = Mentions().Match(plain.Text); match.Success;)
        {
            var end = Add(match);
            // "articles 3, 4 et 12 bis": the numbers after the first need the plural, since "l'article 3, 2 enfants" goes on otherwise.
            if (match.Groups["many"].Success)
            {
                for (var next = Continuation().Match(plain.Text, end); next.Success; next = Continuation().Match(plain.Text, end))
                    end = Add(next);
            }

            match = Mentions().Match(plain.Text, end);
        }

        return found;

        int Add(Match match)
        {
            var number = match.Groups["number"];
            var start = plain.SourceOf(number.Index);
            found.Add(new(new("", ArticleNumber.Normalize(match)), start, plain.SourceOf(number.Index + number.Length - 1) + 1 - start));
            return number.Index + number.Length;
        }
    }

    private static IEnumerable<ArticleReference> WithCodes(List<ArticleReference> found, ImmutableArray<CodeMention> codes, string text, PlainLetters plain)
    {
        var named = new string[found.Count];
        for (var i = found.Count - 1; i >= 0; i--)
        {
            var next = i + 1 < found.Count ? found[i + 1].Start : int.MaxValue;
            var after = codes.FirstOrDefault(code => code.Start >= found[i].End && code.Start < next && Leads(found[i].End, code.Start));
            if (after.Code is not null)
                named[i] = after.Code;
            else if (i + 1 < found.Count && named[i + 1] is { Length: > 0 } && Joins(found[i].End, next))
                named[i] = named[i + 1];
            else
                named[i] = "";
        }

        for (var i = 0; i < found.Count; i++)
        {
            if (named[i].Length == 0)
            {
                var before = codes.LastOrDefault(code => code.Start + code.Length <= found[i].Start && Follows(code.Start + code.Length, found[i].Start));
                named[i] = before.Code ?? (i > 0 && Joins(found[i - 1].End, found[i].Start) && IsNamedBefore(i - 1) ? named[i - 1] : "");
            }

            yield return found[i] with { Key = found[i].Key with { Code = named[i] } };
        }

        bool Leads(int from, int to) => to - from <= Reach && BeforeCode().IsMatch(PlainLetters.Fold(text[from..to]));
        bool Joins(int from, int to) => to - from <= Reach && BetweenNumbers().IsMatch(PlainLetters.Fold(text[from..to]));
        bool Follows(int from, int to) => to - from <= Reach && AfterCode().IsMatch(PlainLetters.Fold(text[from..to]));
        bool IsNamedBefore(int i) => codes.Any(code => code.Code == named[i] && code.Start + code.Length <= found[i].Start);
    }

    private const string Word = @"(?<![\p{L}\p{Nd}_])(?i:(?<many>articles|arts\.?)|article|art\.?)\s{0,3}";

    [GeneratedRegex(
        Word + @"(?:\(\s?)?(?<number>" + ArticleNumber.Coded + "|" + ArticleNumber.Plain + @")(?![\p{L}\p{Nd}°%])"
        + @"|(?<![\p{L}\p{Nd}/_-])(?<number>" + ArticleNumber.Ranked + @")(?![\p{L}\p{Nd}°%/])"
        // Without the word "article" a number must look like one of a code: a hyphen, or a point after a capital and three digits.
        + @"|(?<![\p{L}\p{Nd}/_-])(?=(?:(?i:l\s?\.?\s?o)|[LRD]|[lrd](?=\s?[.*]?\s?\d{3}))\s?\*?\s?\.?\s?\*?\s?\d{1,5}-\s?\d|[LRD]\*?\.\s?\d{3})(?<number>" + ArticleNumber.Coded + @")(?![\p{L}\p{Nd}°%/])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Mentions();

    [GeneratedRegex(@"\G\s?(?:,\s?(?:(?:et|ou|a)\s)?|(?:et|ou|a|ainsi\sque)\s)(?:(?:de\s)?l')?(?<number>" + ArticleNumber.Coded + "|" + ArticleNumber.Plain + @")(?![\p{L}\p{Nd}°%/])(?!\s?(?i:ans?|euros?|€|mois|jours?|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|heures?|fois)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Continuation();

    private const string Rank = @"premiere?s?|deuxiemes?|seconde?s?|troisiemes?|quatriemes?|cinquiemes?|sixiemes?|septiemes?|huitiemes?|neuviemes?|dixiemes?|onziemes?|douziemes?|derniere?s?|avant-derniere?s?";

    private const string Filler =
        @"(?:du|de|des|la|le|les|et|ou|a|au|aux|suivants?|alineas?|phrases?|ainsi|que|" + Rank + @"|[ivx]+|[b-z]|\d+\s?(?:°|er|eme|e|o)?)(?![\p{L}\p{Nd}'])|[ld]'";

    // What may stand between a number and the code's name: prepositions, paragraphs ("I", "1°", "b"), alineas; never a verb.
    // Atomic, so that no text makes the match try the same characters twice.
    [GeneratedRegex(@"^(?>[\s,()]|" + Filler + @"|(?:dudit|ancien|nouveau|meme|susvisee?s?|precitee?s?)\b)*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BeforeCode();

    [GeneratedRegex(@"^(?>[\s,()]|" + Filler + @"|(?:articles?|arts?\.?)(?!\p{L}))*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BetweenNumbers();

    [GeneratedRegex(@"^[\s,:;()-]*(?>(?:notamment|et|en|a|dans|selon|ses?|son|les?|l'|aux?)\s?)*(?:articles?|arts?\.?)?[\s(]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AfterCode();
}
