using System.Globalization;

namespace AgentHelpdesk.IngestionJob.Resources;

/// <summary>The languages people are spoken to in.</summary>
internal sealed record Language(string Code, CultureInfo Culture)
{
    public static readonly Language French = new("fr", CultureInfo.GetCultureInfo("fr-FR"));
    public static readonly Language English = new("en", CultureInfo.GetCultureInfo("en-GB"));

    /// <summary>Null for a code that is none of the two.</summary>
    public static Language? Find(string? code) => code?.ToLowerInvariant() switch
    {
        "fr" => French,
        "en" => English,
        _ => null,
    };
}
