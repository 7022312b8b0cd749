using System.Text.RegularExpressions;

namespace AgentHelpdesk.Ingestion.Uploads;

/// <summary>What people write into the fields of a description, made fit to be kept: on one line, of bounded length.</summary>
internal static partial class DescriptionText
{
    private const int LongestTitle = 500;
    private const int LongestName = 200;

    /// <summary>Null when empty.</summary>
    public static string? Title(string? text) => Line(text, LongestTitle);

    /// <summary>A number or an issuer; null when empty.</summary>
    public static string? Name(string? text) => Line(text, LongestName);

    /// <summary>Lower case; empty when unknown.</summary>
    public static string Kind(string? text) => (Line(text, LongestName) ?? "").ToLowerInvariant();

    /// <summary>An absolute http or https address.</summary>
    public static bool IsUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp);

    private static string? Line(string? text, int longest)
    {
        var line = Spaces().Replace((text ?? "").Normalize(), " ").Trim();
        return line.Length switch { 0 => null, _ when line.Length > longest => line[..longest], _ => line };
    }

    [GeneratedRegex(@"[\s\p{Cc}]+")]
    private static partial Regex Spaces();
}
