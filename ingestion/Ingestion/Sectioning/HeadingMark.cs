using System.Collections.Immutable;

namespace AgentHelpdesk.Ingestion.Sectioning;

internal enum MarkKind
{
    Division,
    Article,
    Annex,

    /// <summary>A word and a number: "Fiche n° 3".</summary>
    Labelled,
    Number,
}

/// <summary>How one step of a number is written: arabic, roman, capital or small letter, with the sign after it where it tells kinds apart.</summary>
internal enum NumberStyle
{
    Arabic,
    ArabicParenthesis,
    Degree,
    Roman,
    Capital,
    Small,
}

internal readonly record struct NumberStep(NumberStyle Style, int Value);

/// <summary>What follows a mark in its block.</summary>
internal enum AfterMark
{
    Nothing,

    /// <summary>A sign (colon, dash, point) and text: a title, or the provision itself.</summary>
    Joined,

    /// <summary>A title that begins with a capital, without a sign.</summary>
    Title,

    /// <summary>A note that the provision is repealed or moved.</summary>
    Repealed,

    /// <summary>A phrase that goes on: the block only begins with these words.</summary>
    Phrase,
}

/// <summary>The sign a block begins with that says which part of the document begins.</summary>
internal sealed record HeadingMark
{
    public required MarkKind Kind { get; init; }

    /// <summary>Characters of the block's text up to the title, the joint included.</summary>
    public required int Length { get; init; }

    public required AfterMark After { get; init; }

    /// <summary>Divisions only: the smaller the wider.</summary>
    public int Rank { get; init; }

    /// <summary>Labelled parts only: their word, plain and in small letters.</summary>
    public string Word { get; init; } = "";

    /// <summary>Numbers: a step a level ("1.2" has two).</summary>
    public ImmutableArray<NumberStep> Steps { get; init; } = [];

    /// <summary>Articles, annexes and numbered tables: the number as printed ("L. 512-1", "Annexe II").</summary>
    public string? Printed { get; init; }
}
