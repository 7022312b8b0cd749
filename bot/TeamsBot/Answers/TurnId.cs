using System.Security.Cryptography;

namespace AgentHelpdesk.TeamsBot.Answers;

/// <summary>Names one answered turn: 32 lower-case hexadecimal digits, drawn by the host.</summary>
public readonly record struct TurnId
{
    private const int Length = 32;

    private TurnId(string value) => Value = value;

    public string Value => field ?? throw new InvalidOperationException("A default TurnId names no turn.");

    public static TurnId New() => new(RandomNumberGenerator.GetHexString(Length, lowercase: true));

    public static bool TryParse(string? text, out TurnId id)
    {
        var valid = text is { Length: Length } && text.All(char.IsAsciiHexDigitLower);
        id = valid ? new(text!) : default;
        return valid;
    }

    public override string ToString() => Value;
}
