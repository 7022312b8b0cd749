namespace AgentHelpdesk.Knowledge.Documents;

/// <summary>
/// The civil days on which a revision is in force: half-open, from <see cref="From"/> until the day before <see cref="Until"/>.
/// An open start is stored as 0001-01-01 and an open end as 9999-12-31, never as a missing value, so that a record lacking
/// the field matches nothing.
/// </summary>
public readonly record struct ValidityPeriod
{
    public static readonly DateOnly OpenStart = DateOnly.MinValue;
    public static readonly DateOnly OpenEnd = DateOnly.MaxValue;

    /// <exception cref="ArgumentException"><paramref name="until"/> lies before <paramref name="from"/>.</exception>
    public ValidityPeriod(DateOnly from, DateOnly until)
    {
        if (until < from)
            throw new ArgumentException($"A validity cannot end ({until:yyyy-MM-dd}) before it begins ({from:yyyy-MM-dd}).", nameof(until));
        From = from;
        Until = until;
    }

    public DateOnly From { get; }

    /// <summary>The first day no longer in force.</summary>
    public DateOnly Until { get; }

    /// <summary>Both ends unknown.</summary>
    public static ValidityPeriod Open => new(OpenStart, OpenEnd);

    /// <summary>In force on no day: what a retired or wholly covered revision has.</summary>
    public static ValidityPeriod Never => new(OpenStart, OpenStart);

    public bool IsEmpty => Until == From;
    public bool HasKnownStart => From != OpenStart;
    public bool HasKnownEnd => Until != OpenEnd;

    /// <summary>The last day in force, as people write it; null when the end is open or the period empty.</summary>
    public DateOnly? LastDay => HasKnownEnd && !IsEmpty ? Until.AddDays(-1) : null;

    /// <summary>Builds the period from days as people write them: the last day is included, null is open.</summary>
    public static ValidityPeriod FromDays(DateOnly? firstDay, DateOnly? lastDay) =>
        new(firstDay ?? OpenStart, lastDay is { } last && last != OpenEnd ? last.AddDays(1) : OpenEnd);

    public bool Contains(DateOnly day) => From <= day && day < Until;

    /// <summary>In force on at least one day of <paramref name="asOf"/>.</summary>
    public bool Overlaps(AsOf asOf) => From <= asOf.Last && asOf.First < Until;
}
