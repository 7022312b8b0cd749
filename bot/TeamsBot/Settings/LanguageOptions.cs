using System.ComponentModel.DataAnnotations;

namespace AgentHelpdesk.TeamsBot.Settings;

/// <summary>The language people are spoken to in (<c>Language:*</c>).</summary>
public sealed class LanguageOptions
{
    public const string Section = "Language";

    /// <summary>When neither the person's choice nor the question tells: "fr" or "en". Default "fr".</summary>
    [AllowedValues("fr", "en")]
    public string Default { get; init; } = "fr";
}
