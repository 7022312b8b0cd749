using System.Globalization;

namespace AgentHelpdesk.TeamsBot.Answers;

/// <summary>A language that people are spoken to in.</summary>
public sealed class Language
{
    // English dates are written day first too: an agent compares them with the French page beside the answer.
    public static readonly Language French = new("fr", CultureInfo.GetCultureInfo("fr-FR"));
    public static readonly Language English = new("en", CultureInfo.GetCultureInfo("en-GB"));

    private Language(string code, CultureInfo culture) => (Code, Culture) = (code, culture);

    public string Code { get; }
    public CultureInfo Culture { get; }

    /// <summary>Null for anything but "fr" and "en".</summary>
    public static Language? Find(string? code) => code switch
    {
        "fr" => French,
        "en" => English,
        _ => null,
    };
}
