namespace AgentHelpdesk.Answering.Grounding;

/// <summary>The question as it was typed: whether a label stands in it word for word.</summary>
internal sealed class TypedQuestion(string text)
{
    private readonly string lettersAsked = Letters(text);
    private readonly NormalizedText question = NormalizedText.Of(text);

    /// <summary>Spaces lost or added by the layout ("8CVet plus") don't make another label.</summary>
    public bool Holds(string label)
    {
        var letters = Letters(label);
        return (letters.Length > 0 && question.Contains(NormalizedText.Of(label))) || letters.Length >= 5 && lettersAsked.Contains(letters, StringComparison.Ordinal);
    }

    private static string Letters(string text) => string.Concat(NormalizedText.Of(text).Text.Where(char.IsLetterOrDigit));
}
