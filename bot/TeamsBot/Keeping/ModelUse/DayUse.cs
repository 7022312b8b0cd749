using System.Collections.Immutable;
using AgentHelpdesk.Answering.Grounding;
using AgentHelpdesk.Knowledge.Embedded;
using AgentHelpdesk.TeamsBot.Answers;

namespace AgentHelpdesk.TeamsBot.Keeping.ModelUse;

/// <summary>What the model was used for on one day of the installation.</summary>
/// <param name="Day">In the installation's time zone.</param>
/// <param name="Calls">Also those that failed.</param>
/// <param name="Estimated">Calls whose tokens the server did not tell.</param>
/// <param name="InputTokens">Given to the model.</param>
/// <param name="OutputTokens">Written by it.</param>
/// <param name="Cost">By the prices of their time.</param>
internal sealed record DayUse(DateOnly Day, long Calls, long Estimated, long InputTokens, long OutputTokens, decimal Cost)
{
    private const decimal Billion = 1_000_000_000;

    /// <summary>Days it stays known: a year's costs can be compared with the year before.</summary>
    private const int DaysKept = 800;

    public long Tokens => InputTokens + OutputTokens;

    public static DayUse None(DateOnly day) => new(day, 0, 0, 0, 0, 0);

    public static DayUse Of(DateOnly day, ModelCall call) => new(day, 1, call.IsEstimated ? 1 : 0, call.InputTokens, call.OutputTokens, call.Cost);

    public static DayUse operator +(DayUse one, DayUse other) => one with
    {
        Calls = one.Calls + other.Calls,
        Estimated = one.Estimated + other.Estimated,
        InputTokens = one.InputTokens + other.InputTokens,
        OutputTokens = one.OutputTokens + other.OutputTokens,
        Cost = one.Cost + other.Cost,
    };

    public static DayUse Read(LocalStatements statements, DateOnly day) => statements.Rows(
        "SELECT calls, estimated, input_tokens, output_tokens, billionths FROM model_use WHERE day = $day",
        row => new DayUse(day, row.Number(0), row.Number(1), row.Number(2), row.Number(3), row.Number(4) / Billion),
        ("$day", day.DayNumber)).SingleOrDefault() ?? None(day);

    public static ImmutableArray<(string Reason, long Times)> ReadFailures(LocalStatements statements, DateOnly day) =>
        [.. statements.Rows("SELECT reason, times FROM model_failure WHERE day = $day ORDER BY times DESC, reason", row => (row.Text(0), row.Number(1)), ("$day", day.DayNumber))];

    /// <summary>Adds it to what is kept of its day.</summary>
    public int Add(LocalStatements statements) => statements.Execute(
        """
        INSERT INTO model_use (day, calls, estimated, input_tokens, output_tokens, billionths) VALUES ($day, $calls, $estimated, $input, $output, $cost)
        ON CONFLICT (day) DO UPDATE SET calls = calls + excluded.calls, estimated = estimated + excluded.estimated,
            input_tokens = input_tokens + excluded.input_tokens, output_tokens = output_tokens + excluded.output_tokens, billionths = billionths + excluded.billionths
        """,
        ("$day", Day.DayNumber),
        ("$calls", Calls),
        ("$estimated", Estimated),
        ("$input", InputTokens),
        ("$output", OutputTokens),
        ("$cost", (long)Math.Round(Cost * Billion)));

    public static int AddFailure(LocalStatements statements, DateOnly day, FallbackReason reason) => statements.Execute(
        "INSERT INTO model_failure (day, reason, times) VALUES ($day, $reason, 1) ON CONFLICT (day, reason) DO UPDATE SET times = times + 1",
        ("$day", day.DayNumber),
        ("$reason", AnswerJson.Kebab(reason)));

    public static int RemoveExpired(LocalStatements statements, DateOnly today) =>
        statements.Execute("DELETE FROM model_use WHERE day < $first", ("$first", today.DayNumber - DaysKept))
        + statements.Execute("DELETE FROM model_failure WHERE day < $first", ("$first", today.DayNumber - DaysKept));
}
