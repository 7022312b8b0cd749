namespace AgentHelpdesk.Ingestion.Describing;

/// <summary>
/// What a document says of itself on its first page: proposed to the knowledge manager with the words it was read from, never applied
/// unseen. What the page does not state is null.
/// </summary>
public sealed record DocumentProposal
{
    public static readonly DocumentProposal Nothing = new();

    public Proposed<string>? Title { get; init; }

    /// <summary>The document's own number as printed ("CIR-7/2022"), not that of a text it cites.</summary>
    public Proposed<string>? Number { get; init; }

    /// <summary>Who issued it, as printed.</summary>
    public Proposed<string>? Issuer { get; init; }

    /// <summary>Kind of document in lower case ("circulaire", "lettre réseau").</summary>
    public Proposed<string>? Kind { get; init; }

    /// <summary>The first day in force, where the page states it; a date of signature or publication is none.</summary>
    public Proposed<DateOnly>? ApplicableFrom { get; init; }

    /// <summary>The last day in force, included.</summary>
    public Proposed<DateOnly>? ApplicableUntil { get; init; }
}

/// <param name="Value">What is proposed.</param>
/// <param name="Words">The words it was read from, exactly as printed; untrusted text.</param>
/// <param name="Page">The physical page they stand on, from 1.</param>
public sealed record Proposed<T>(T Value, string Words, int Page);
