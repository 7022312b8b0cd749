namespace AgentHelpdesk.Answering.Grounding.Verifying;

internal enum FigureKind
{
    Number,
    Percentage,
    Amount,
    Duration,
    Fraction,
    Date,
    Ordinal,
    Article,

    /// <summary>The number of a circular, decree or form.</summary>
    Reference,

    /// <summary>"par mois", "annuel".</summary>
    Rate,
}

/// <summary>Something said that must not differ from its source by a digit, where it stands.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">In one form for all ways of writing it: "1234.5", "2024-01-01", "l512-1".</param>
/// <param name="Unit">Of durations: "mois"; else empty.</param>
/// <param name="Start">In the plain text.</param>
/// <param name="End">In the plain text, excluded.</param>
internal readonly record struct Figure(FigureKind Kind, string Value, string Unit, int Start, int End)
{
    /// <summary>Whether a source that states this one supports the other: the same, or the same said less precisely; never more precisely.</summary>
    public bool Supports(in Figure claimed)
    {
        if (Kind == claimed.Kind && Value == claimed.Value && Unit == claimed.Unit)
            return true;
        return claimed.Kind switch
        {
            FigureKind.Date => Kind is FigureKind.Date && IsPartOf(claimed.Value) || (Kind is FigureKind.Number && IsYear(claimed.Value) && Value == claimed.Value),
            FigureKind.Number => Kind switch
            {
                FigureKind.Date => Value.Split('-').Select(part => part.TrimStart('0')).Contains(claimed.Value),
                FigureKind.Article or FigureKind.Rate => false,
                FigureKind.Reference => References.NumbersOf(Value).Contains(claimed.Value),
                _ => Value == claimed.Value,
            },
            FigureKind.Ordinal => Kind is FigureKind.Number && Value == claimed.Value || (Kind is FigureKind.Date && Value.EndsWith("-" + claimed.Value.PadLeft(2, '0'), StringComparison.Ordinal)),
            FigureKind.Reference => Kind is FigureKind.Reference && References.Agree(Value, claimed.Value) || (Kind is FigureKind.Article && Value == claimed.Value),
            FigureKind.Article => Kind is FigureKind.Article or FigureKind.Reference && (Value == claimed.Value || References.IsParagraphOf(claimed.Value, Value)),
            FigureKind.Duration => Kind is FigureKind.Duration && InMonths(this) is { } months && months == InMonths(claimed),
            FigureKind.Percentage => Kind is FigureKind.Fraction && Percent(Value) == claimed.Value,
            FigureKind.Fraction => Kind is FigureKind.Percentage && Percent(claimed.Value) == Value,
            _ => false,
        };
    }

    public static bool IsYear(string value) => value is ['1', '9', _, _] or ['2', '0', _, _] && char.IsDigit(value[2]) && char.IsDigit(value[3]);

    private bool IsPartOf(string claimed) =>
        Value.StartsWith(claimed + "-", StringComparison.Ordinal)
        || (claimed.StartsWith("--", StringComparison.Ordinal) && (Value.EndsWith(claimed[1..], StringComparison.Ordinal) || Value.Contains(claimed[1..] + "-", StringComparison.Ordinal)));

    private static int? InMonths(in Figure duration) => duration.Unit switch
    {
        "mois" when int.TryParse(duration.Value, out var months) => months,
        "an" when int.TryParse(duration.Value, out var years) && years < 200 => years * 12,
        _ => null,
    };

    private static string? Percent(string fraction) => fraction switch
    {
        "1/2" => "50",
        "1/4" => "25",
        "3/4" => "75",
        "1/5" => "20",
        "1/10" => "10",
        "1/100" => "1",
        _ => null,
    };
}
