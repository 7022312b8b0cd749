using System.Security.Cryptography;
using System.Text;

namespace AgentHelpdesk.Knowledge.Documents;

/// <summary>
/// One uploaded file of one document: derived from the document's identity and the content's hash, so that the same bytes
/// under two documents are two revisions, and the same bytes twice under one document are one. 32 lower-case hexadecimal digits.
/// </summary>
public readonly record struct RevisionId
{
    private RevisionId(string value) => Value = value;

    public string Value => field ?? throw new InvalidOperationException("A default RevisionId names no revision.");

    public static RevisionId Of(DocumentId document, ContentHash content) =>
        new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{document.Value}\n{content.Value}")).AsSpan(0, 16)));

    public static bool TryParse(string? text, out RevisionId id)
    {
        var valid = text is { Length: 32 } && text.All(char.IsAsciiHexDigitLower);
        id = valid ? new RevisionId(text!) : default;
        return valid;
    }

    /// <exception cref="FormatException">The text is not 32 lower-case hexadecimal digits.</exception>
    public static RevisionId Parse(string text) => TryParse(text, out var id)
        ? id
        : throw new FormatException($"'{text}' is no revision identity: 32 lower-case hexadecimal digits are needed.");

    public override string ToString() => Value;
}
