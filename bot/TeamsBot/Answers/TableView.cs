using System.Collections.Immutable;
using System.Text.Json.Serialization;
using AgentHelpdesk.Knowledge.Chunks;

namespace AgentHelpdesk.TeamsBot.Answers;

/// <summary>Rows of a table as printed.</summary>
/// <param name="Caption">Title, unit and date of the table; empty when none is printed.</param>
/// <param name="Header">One cell a column; empty when the table has none.</param>
/// <param name="Rows">The rows shown.</param>
public sealed record TableView(Wording Caption, ImmutableArray<Wording> Header, ImmutableArray<RowView> Rows);

/// <param name="Cells">Left to right.</param>
/// <param name="Standing">Whether it answers on the date asked.</param>
public sealed record RowView(ImmutableArray<Wording> Cells, RowStanding Standing);

/// <param name="Text">One line.</param>
public sealed record Wording(string Text)
{
    /// <summary>Characters that differ from the answer compared with.</summary>
    public ImmutableArray<TextRange> Changed { get; init; } = [];
}

/// <summary>A row on the date asked.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RowStanding>))]
public enum RowStanding
{
    /// <summary>No row of the table is dated.</summary>
    Undated,

    InForce,

    OtherPeriod,
}
