using AgentHelpdesk.Knowledge.Embedded;

namespace AgentHelpdesk.TeamsBot.Keeping.ModelUse;

/// <summary>Whether somebody turned the model off, why and on which day.</summary>
/// <param name="IsOff">The model is not to be asked.</param>
/// <param name="Reason">Masked; may be empty.</param>
/// <param name="ChangedOn">Null: it was never turned off.</param>
internal sealed record ModelSwitch(bool IsOff, string Reason, DateOnly? ChangedOn)
{
    private static readonly ModelSwitch Untouched = new(false, "", null);

    public static ModelSwitch Read(LocalStatements statements) => statements.Rows(
        "SELECT is_off, reason, changed_on FROM model_switch",
        row => new ModelSwitch(row.Number(0) != 0, row.Text(1), DateOnly.FromDayNumber((int)row.Number(2)))).SingleOrDefault() ?? Untouched;

    public int Write(LocalStatements statements) => statements.Execute(
        """
        INSERT INTO model_switch (one, is_off, reason, changed_on) VALUES (1, $off, $reason, $day)
        ON CONFLICT (one) DO UPDATE SET is_off = excluded.is_off, reason = excluded.reason, changed_on = excluded.changed_on
        """,
        ("$off", IsOff ? 1 : 0),
        ("$reason", Reason),
        ("$day", (ChangedOn ?? DateOnly.MinValue).DayNumber));
}
