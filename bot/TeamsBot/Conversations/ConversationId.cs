using System.Security.Cryptography;

namespace AgentHelpdesk.TeamsBot.Conversations;

/// <summary>
/// Names one conversation: 32 lower-case hexadecimal digits, drawn by the page that holds it. Whoever knows it may read the conversation,
/// so it is random and says nothing of a person.
/// </summary>
public readonly record struct ConversationId
{
    private const int Length = 32;

    private ConversationId(string value) => Value = value;

    public string Value => field ?? throw new InvalidOperationException("A default ConversationId names no conversation.");

    /// <summary>For a browser that can't draw its own.</summary>
    public static ConversationId New() => new(RandomNumberGenerator.GetHexString(Length, lowercase: true));

    public static bool TryParse(string? text, out ConversationId id)
    {
        var valid = text is { Length: Length } && text.All(char.IsAsciiHexDigitLower);
        id = valid ? new(text!) : default;
        return valid;
    }

    public override string ToString() => Value;
}
