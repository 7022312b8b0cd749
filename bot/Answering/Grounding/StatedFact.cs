namespace AgentHelpdesk.Answering.Grounding;

internal enum FactKind
{
    Number,
    Percentage,
    Amount,
    Duration,
    Fraction,
    Date,
    Article,
}

/// <summary>Something a sentence states that must not differ from its source by a digit.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">In one form for all ways of writing it: "1234.5", "2024-01-01", "2024-01", "l512-1".</param>
/// <param name="Unit">Of durations: "mois"; else empty.</param>
internal sealed record StatedFact(FactKind Kind, string Value, string Unit = "")
{
    /// <summary>
    /// Whether a source stating this one supports the other: the same, or the same said less precisely (the month of a day, a number
    /// without its unit). The opposite, a claim more precise than its source, is never supported.
    /// </summary>
    public bool Supports(StatedFact claimed)
    {
        if (this == claimed)
            return true;
        if (claimed.Kind is FactKind.Date)
            return Kind is FactKind.Date && (Value.StartsWith(claimed.Value + "-", StringComparison.Ordinal) || Value.EndsWith("-" + claimed.Value.TrimStart('-'), StringComparison.Ordinal) && claimed.Value.StartsWith("--", StringComparison.Ordinal));
        return claimed.Kind is FactKind.Number
            && (Kind is FactKind.Date ? Value.Split('-').Any(part => part.TrimStart('0') == claimed.Value) : Kind is not FactKind.Article && Value == claimed.Value);
    }
}
