namespace AgentHelpdesk.Knowledge.Documents;

/// <summary>
/// The identity over time of a regulatory work. Chosen by <c>metadata.csv</c>, by an explicit choice, or derived from
/// an exact file name; opaque after that. At most <see cref="MaxLength"/> characters, no control characters.
/// </summary>
public readonly record struct DocumentId
{
    public const int MaxLength = 200;

    private DocumentId(string value) => Value = value;

    public string Value => field ?? throw new InvalidOperationException("A default DocumentId names no document.");

    /// <summary>Returns false for an empty, too long, or unprintable identity.</summary>
    public static bool TryParse(string? text, out DocumentId id)
    {
        var trimmed = text?.Trim();
        var valid = !string.IsNullOrEmpty(trimmed) && trimmed.Length <= MaxLength && !trimmed.Any(char.IsControl);
        id = valid ? new DocumentId(trimmed!.Normalize()) : default;
        return valid;
    }

    /// <exception cref="FormatException">The text is no identity.</exception>
    public static DocumentId Parse(string? text) => TryParse(text, out var id)
        ? id
        : throw new FormatException($"'{text}' is no document identity: 1 to {MaxLength} printable characters are needed.");

    public override string ToString() => Value;
}
