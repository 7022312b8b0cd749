using System.Text.Json;
using AgentHelpdesk.BotProtocol.Sending;

namespace AgentHelpdesk.BotProtocol.Turns;

/// <summary>What is kept and done of an accepted activity: nothing personal but the address of the replies.</summary>
public sealed record PendingTurn
{
    /// <summary>Drawn when it is received: 32 lower-case hexadecimal digits; names the turn in logs and in the journal.</summary>
    public required string Key { get; init; }

    public required ReplyAddress Address { get; init; }

    public required TurnKind Kind { get; init; }

    /// <summary>Without the bot's own mention, personal data masked; empty when a button was pressed.</summary>
    public required string Text { get; init; }

    /// <summary>What a card's button sent; null: nothing.</summary>
    public JsonElement? Value { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }
}

/// <summary>What an activity asks for.</summary>
public enum TurnKind
{
    /// <summary>Something was typed or pressed.</summary>
    Message,

    /// <summary>The bot came into a conversation.</summary>
    Arrival,
}
