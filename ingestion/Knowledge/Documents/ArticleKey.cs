namespace AgentHelpdesk.Knowledge.Documents;

/// <summary>
/// A normalised reference to an article, so that "L. 512-1", "L512-1" and "art. L 512-1" are one: an optional code in lower case
/// ("css"), a colon, then the number without spaces, points or accents ("css:L512-1", ":12 bis" becomes ":12bis").
/// <see cref="Value"/> without a code begins with the colon.
/// </summary>
public readonly record struct ArticleKey(string Code, string Number)
{
    public string Value => $"{Code}:{Number}";

    public static ArticleKey Parse(string value)
    {
        var colon = value.IndexOf(':', StringComparison.Ordinal);
        return colon < 0
            ? throw new FormatException($"'{value}' is no article key: a code (or nothing), a colon and a number are needed.")
            : new(value[..colon], value[(colon + 1)..]);
    }

    public override string ToString() => Value;
}
