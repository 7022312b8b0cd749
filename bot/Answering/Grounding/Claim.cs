using System.Collections.Immutable;
using AgentHelpdesk.Answering.Retrieval;
using AgentHelpdesk.Knowledge.Chunks;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>What a claim is, in the order in which an answer is read; layouts separate the rule from its conditions.</summary>
public enum ClaimKind
{
    /// <summary>The rule, amount or delay asked for.</summary>
    Rule,
    Condition,
    Exception,
    Procedure,
}

/// <summary>One sentence, list or table row of an answer.</summary>
public sealed record Claim
{
    public required ClaimKind Kind { get; init; }

    /// <summary>The words; list items are lines that begin with their marker.</summary>
    public required string Text { get; init; }

    /// <summary>Numbers of <see cref="Citation.Number"/>; never empty.</summary>
    public required ImmutableArray<int> Citations { get; init; }

    /// <summary>When the claim is rows of a table; null otherwise.</summary>
    public CitedTable? Table { get; init; }

    /// <summary>When a list was cut: how many items are shown, of how many, and where the rest stands; null otherwise.</summary>
    public ListCut? Cut { get; init; }
}

/// <param name="Shown">Items shown.</param>
/// <param name="Total">Items of the whole list.</param>
/// <param name="ContinuesOnPage">The physical page on which the first item left out stands.</param>
public sealed record ListCut(int Shown, int Total, int ContinuesOnPage);

/// <param name="Caption">Title, unit and date of the table as printed; empty when none is.</param>
/// <param name="Header">One cell a column; empty when the table has none.</param>
/// <param name="Rows">The rows shown.</param>
/// <param name="InForceRow">Index in <paramref name="Rows"/> of the row that answers on the date asked; null when no row is dated.</param>
public sealed record CitedTable(string Caption, ImmutableArray<string> Header, ImmutableArray<ImmutableArray<string>> Rows, int? InForceRow)
{
    /// <summary>Columns of a wide table that neither name the rows nor answer, and are not shown.</summary>
    public int ColumnsLeftOut { get; init; }
}

/// <summary>A claim's link to a passage of this turn: verified, or it does not exist.</summary>
public sealed record Citation
{
    /// <summary>As shown: [1].</summary>
    public required int Number { get; init; }

    public required Passage Passage { get; init; }

    /// <summary>The words relied on, as they stand in the passage.</summary>
    public required string Quote { get; init; }

    /// <summary>Where the quote stands in the passage's text.</summary>
    public required TextRange Range { get; init; }

    /// <summary>Where the quote stands in the revision.</summary>
    public required Locator Locator { get; init; }
}
