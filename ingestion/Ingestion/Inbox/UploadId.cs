using System.Security.Cryptography;

namespace AgentHelpdesk.Ingestion.Inbox;

/// <summary>
/// Names one upload in the inbox: 32 lower-case hexadecimal digits, drawn by chance, since the same bytes handed in twice are two uploads.
/// </summary>
public readonly record struct UploadId
{
    private UploadId(string value) => Value = value;

    public string Value => field ?? throw new InvalidOperationException("A default UploadId names no upload.");

    public static bool TryParse(string? text, out UploadId id)
    {
        var valid = text is { Length: 32 } && text.All(char.IsAsciiHexDigitLower);
        id = valid ? new UploadId(text!) : default;
        return valid;
    }

    /// <exception cref="FormatException">The text is not 32 lower-case hexadecimal digits.</exception>
    public static UploadId Parse(string text) => TryParse(text, out var id)
        ? id
        : throw new FormatException($"'{text}' is no upload identity: 32 lower-case hexadecimal digits are needed.");

    public override string ToString() => Value;

    internal static UploadId Draw() => new(RandomNumberGenerator.GetHexString(32, lowercase: true));
}
