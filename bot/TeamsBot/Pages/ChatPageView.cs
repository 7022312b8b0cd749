namespace AgentHelpdesk.TeamsBot.Pages;

/// <summary>What the chat page shows besides its fixed sentences.</summary>
public sealed record ChatPageView
{
    public required ShellView Shell { get; init; }

    /// <summary>Null: the store can't be read.</summary>
    public required int? Documents { get; init; }

    public required bool OnlySamples { get; init; }

    public required bool ReadingSamples { get; init; }

    /// <summary>A browser without script sends the form and gets its turn in the page.</summary>
    public required ShownTurn? Turn { get; init; }

    public required string TypedQuestion { get; init; }

    public required string TypedDate { get; init; }
}
