namespace AgentHelpdesk.TeamsBot.Documents.Listing;

/// <summary>A document as a line of the list, every word chosen.</summary>
public sealed record DocumentRow
{
    public required string Url { get; init; }
    public required string Title { get; init; }
    public required string Kind { get; init; }

    /// <summary>Empty when it has none or it is unknown.</summary>
    public required string Number { get; init; }

    /// <summary>Empty when unknown.</summary>
    public required string Issuer { get; init; }

    /// <summary>"en vigueur depuis le 01/04/2024".</summary>
    public required string Validity { get; init; }

    public required Standing Standing { get; init; }
    public required bool IsSample { get; init; }
    public required int Revisions { get; init; }
    public required int Chunks { get; init; }
    public required int Problems { get; init; }

    /// <summary>The first day of what the validity line speaks of, to order by.</summary>
    public required DateOnly From { get; init; }

    /// <summary>What the search field looks into, folded.</summary>
    public required string Searched { get; init; }
}
