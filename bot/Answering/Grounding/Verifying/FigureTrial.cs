using System.Collections.Immutable;

namespace AgentHelpdesk.Answering.Grounding.Verifying;

/// <param name="Flaw">What is wrong.</param>
/// <param name="Detail">The figure, as the claim writes it.</param>
internal readonly record struct FigureFault(ClaimFlaw Flaw, string Detail);

/// <summary>Holds each figure of a claim against those of its quotes: value, unit, bound, and what it is a figure of.</summary>
internal static class FigureTrial
{
    /// <param name="claim">Plain text without contacts.</param>
    /// <param name="quote">Plain text of the quotes.</param>
    /// <param name="context">Title, headings, and the sentence that the quote is a part of: they may state the date, the article, the number of the text and the unit.</param>
    public static FigureFault? Broken(string claim, string quote, string context)
    {
        var (said, stated, around) = (FigureFinder.Find(claim), FigureFinder.Find(quote), FigureFinder.Find(context));
        for (var i = 0; i < said.Length; i++)
        {
            var figure = said[i];
            var supports = stated.Index().Where(known => known.Item.Supports(figure) || IsUnitOfHeading(known.Item, figure, quote, context)).Select(known => known.Index).ToArray();
            if (supports.Length == 0)
            {
                if (figure.Kind is FigureKind.Date or FigureKind.Article or FigureKind.Reference or FigureKind.Rate && around.Any(known => known.Supports(figure)))
                    continue;
                // "une première période": no rank, where the quote ranks nothing.
                if (figure is { Kind: FigureKind.Ordinal, Value: "1" } && !stated.Any(known => known.Kind is FigureKind.Ordinal))
                    continue;
                return new(ClaimFlaw.UnsupportedFact, Written(claim, figure));
            }

            if (figure.Kind is not (FigureKind.Article or FigureKind.Reference or FigureKind.Rate) && BoundFault(claim, said, i, quote, stated, supports) is { } fault)
                return fault;
        }

        return FigureRoles.Swapped(claim, said, quote, stated) is { } swapped ? new(ClaimFlaw.UnsupportedFact, swapped) : null;
    }

    private static FigureFault? BoundFault(string claim, ImmutableArray<Figure> said, int index, string quote, ImmutableArray<Figure> stated, int[] supports)
    {
        var (bound, strong) = Bounds.Of(claim, said, index);
        var known = supports.Select(i => Bounds.Of(quote, stated, i)).ToArray();
        if (bound is not Bound.None && known.All(one => one.Bound is not Bound.None && one.Bound != bound))
            return new(ClaimFlaw.RestrictionLost, Written(claim, said[index]));
        var isDate = said[index].Kind is FigureKind.Date or FigureKind.Ordinal;
        if (bound is Bound.None && !isDate && known.All(one => one.Strong))
            return new(ClaimFlaw.RestrictionLost, Written(claim, said[index]));
        return bound is not Bound.None && strong && !isDate && known.All(one => one.Bound is Bound.None)
            ? new(ClaimFlaw.RestrictionLost, Written(claim, said[index])) : null;
    }

    /// <summary>A number of a row whose column or caption names the unit.</summary>
    private static bool IsUnitOfHeading(in Figure known, in Figure claimed, string quote, string context)
    {
        if (known.Kind is not FigureKind.Number || known.Value != claimed.Value)
            return false;
        return claimed.Kind switch
        {
            FigureKind.Amount => Names(quote, "en euro", "en €", "(€)", "montant", "(en euros)") || Names(context, "en euro", "en €", "(€)"),
            FigureKind.Percentage => Names(quote, "en %", "(%)", "taux", "pourcentage") || Names(context, "en %", "(%)", "taux"),
            FigureKind.Duration => Names(quote, "en " + claimed.Unit, "(" + claimed.Unit) || Names(context, "en " + claimed.Unit),
            _ => false,
        };
    }

    private static bool Names(string text, params ReadOnlySpan<string> units)
    {
        foreach (var unit in units)
        {
            if (text.Contains(unit, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static string Written(string claim, in Figure figure) => claim[figure.Start..figure.End].Trim();
}
