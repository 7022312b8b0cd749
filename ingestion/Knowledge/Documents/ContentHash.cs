using System.Security.Cryptography;

namespace AgentHelpdesk.Knowledge.Documents;

/// <summary>The SHA-256 of a file's bytes, as 64 lower-case hexadecimal digits: the name under which its bytes are kept.</summary>
public readonly record struct ContentHash
{
    private ContentHash(string value) => Value = value;

    public string Value => field ?? throw new InvalidOperationException("A default ContentHash names no content.");

    public static ContentHash Of(ReadOnlySpan<byte> content) => new(Convert.ToHexStringLower(SHA256.HashData(content)));

    public static async ValueTask<ContentHash> OfAsync(Stream content, CancellationToken cancellationToken) =>
        new(Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken)));

    /// <exception cref="FormatException">The text is not 64 lower-case hexadecimal digits.</exception>
    public static ContentHash Parse(string text) => text is { Length: 64 } && text.All(char.IsAsciiHexDigitLower)
        ? new(text)
        : throw new FormatException($"'{text}' is no SHA-256 in lower-case hexadecimal digits.");

    public override string ToString() => Value;
}
