using System.Text.RegularExpressions;

namespace AgentHelpdesk.Evaluation.Claims;

/// <summary>A case doesn't say in which language its answer is: the small words tell.</summary>
internal static partial class ClaimLanguage
{
    public static string Of(string text) => English().Count(text) > French().Count(text) ? "en" : "fr";

    [GeneratedRegex(@"\b(?:the|of|is|are|and|for|must|may|not|by|with|from|be|who|has|have|within|if|under|to|an?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex English();

    [GeneratedRegex(@"\b(?:le|la|les|des?|du|est|sont|et|pour|doit|peut|pas|par|avec|qui|aux?|une?|dans|si|en|sur|ne|ou|il|elle|a)\b|[ldnsq]['’]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex French();
}
