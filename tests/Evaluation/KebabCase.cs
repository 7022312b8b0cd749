namespace AgentHelpdesk.Evaluation;

/// <summary>Names of cases as they are written to files: "EvidenceTooWeak" is "evidence-too-weak".</summary>
internal static class KebabCase
{
    public static string Of(string name) =>
        string.Concat(name.Select((letter, i) => char.IsUpper(letter) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(letter) : letter.ToString()));
}
