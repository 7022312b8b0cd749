using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace AgentHelpdesk.Answering.Grounding.Verifying;

/// <summary>
/// Catches a figure that stands in the quote as the figure of something else: "100 € pour une personne seule, 200 € pour un couple" does
/// not support "200 € pour une personne seule". Words belong to the one figure of their clause.
/// </summary>
internal static partial class FigureRoles
{
    public static string? Swapped(string claim, ImmutableArray<Figure> said, string quote, ImmutableArray<Figure> stated)
    {
        foreach (var kind in (ReadOnlySpan<FigureKind>)[FigureKind.Amount, FigureKind.Percentage, FigureKind.Duration, FigureKind.Number, FigureKind.Date, FigureKind.Fraction])
        {
            var known = stated.Where(figure => figure.Kind == kind).ToArray();
            if (known.Select(figure => figure.Value + figure.Unit).Distinct().Count() < 2)
                continue;
            var places = Companions(quote, known);
            var claimed = said.Where(figure => figure.Kind == kind).ToArray();
            var companions = Companions(claim, claimed);
            for (var i = 0; i < claimed.Length; i++)
            {
                if (IsElsewhere(claimed[i], companions[i], known, places))
                    return claim[claimed[i].Start..claimed[i].End].Trim();
            }
        }

        return null;
    }

    private static bool IsElsewhere(Figure figure, HashSet<string> companions, Figure[] known, HashSet<string>[] places)
    {
        var own = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < known.Length; i++)
        {
            if (known[i].Supports(figure))
                own.UnionWith(places[i]);
        }

        if (own.Count == 0 || companions.Count == 0)
            return false;
        var ofOwn = companions.Count(word => Has(own, word));
        for (var i = 0; i < known.Length; i++)
        {
            if (known[i].Supports(figure))
                continue;
            var others = places[i];
            var onlyTheirs = companions.Count(word => Has(others, word) && !Has(own, word));
            var onlyOwn = companions.Count(word => Has(own, word) && !Has(others, word));
            if (onlyTheirs >= 1 && onlyTheirs > onlyOwn && (onlyOwn == 0 || onlyTheirs - onlyOwn >= 2) && ofOwn < companions.Count)
                return true;
        }

        return false;
    }

    private static bool Has(HashSet<string> words, string word) => words.Contains(word) || words.Any(known => Lexis.IsKin(known, word));

    private static HashSet<string>[] Companions(string text, Figure[] figures)
    {
        var companions = figures.Select(_ => new HashSet<string>(StringComparer.Ordinal)).ToArray();
        var pending = new List<string>();
        var last = -1;
        var start = 0;
        foreach (var end in ClauseEnd().Matches(text).Select(match => match.Index + match.Length).Append(text.Length))
        {
            var inside = Enumerable.Range(0, figures.Length).Where(i => figures[i].Start >= start && figures[i].Start < end).ToArray();
            var clause = text[start..end];
            var words = WordTables.Terms(clause);
            if (inside.Length == 1)
            {
                companions[inside[0]].UnionWith(words);
                companions[inside[0]].UnionWith(pending);
                pending.Clear();
                last = inside[0];
            }
            else if (inside.Length == 0)
            {
                if (last >= 0 && !Announces().IsMatch(clause.TrimStart()))
                    companions[last].UnionWith(words);
                else
                    pending.AddRange(words);
            }
            else
            {
                last = -1;
                pending.Clear();
            }

            if (clause.AsSpan().TrimEnd().EndsWith(".") || clause.EndsWith('\n'))
            {
                pending.Clear();
                last = -1;
            }

            start = end;
        }

        return companions;
    }

    // Not the comma of "4,5" nor the point of "L. 512".
    [GeneratedRegex(@"[;:\n\t]\s*|,(?!\d)\s*|(?<=[a-z0-9€%)]{2})\.(?!\d)\s+|\s(?=(?:et|ou|mais|contre|tandis que|puis|alors que)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex ClauseEnd();

    [GeneratedRegex(@"^(?:pour|si|lorsque|lorsqu|en cas|dans|chez|au-dela|a partir|a compter)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Announces();
}
