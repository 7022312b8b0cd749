namespace AgentHelpdesk.Knowledge.Documents;

/// <summary>The days a question is about: one day, a month, or a year; both ends included.</summary>
public readonly record struct AsOf
{
    /// <exception cref="ArgumentException"><paramref name="last"/> lies before <paramref name="first"/>.</exception>
    public AsOf(DateOnly first, DateOnly last)
    {
        if (last < first)
            throw new ArgumentException($"A period cannot end ({last:yyyy-MM-dd}) before it begins ({first:yyyy-MM-dd}).", nameof(last));
        First = first;
        Last = last;
    }

    public DateOnly First { get; }
    public DateOnly Last { get; }

    public static AsOf Day(DateOnly day) => new(day, day);

    public static AsOf Month(int year, int month) => new(new(year, month, 1), new DateOnly(year, month, DateTime.DaysInMonth(year, month)));

    public static AsOf Year(int year) => new(new(year, 1, 1), new(year, 12, 31));

    public bool Contains(DateOnly day) => First <= day && day <= Last;

    /// <summary>
    /// The day whose rule is shown first: <paramref name="today"/> when it lies inside the period, else the period's last day
    /// (a rule of "2023" asked in 2026 is the one that closed the year).
    /// </summary>
    public DateOnly DayShownFirst(DateOnly today) => Contains(today) ? today : Last;
}
