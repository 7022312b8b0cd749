using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace AgentHelpdesk.Answering.Grounding.Verifying;

/// <summary>Conditions of which one suffices, said as if all were needed, or the reverse.</summary>
internal static partial class Joining
{
    /// <summary>Words on each side of "et" or "ou" that tell what is joined.</summary>
    private const int Reach = 4;

    /// <param name="claim">Plain text.</param>
    /// <param name="quote">Plain text of the quotes.</param>
    /// <returns>The words at fault; null when none are.</returns>
    public static string? Turned(string claim, string quote)
    {
        var (oneOfClaim, allOfClaim) = (RestrictionWords.OneOfConditions().Match(claim), RestrictionWords.AllConditions().Match(claim));
        var (oneOfQuote, allOfQuote) = (RestrictionWords.OneOfConditions().Match(quote), RestrictionWords.AllConditions().Match(quote));
        if (allOfClaim.Success && !allOfQuote.Success && (oneOfQuote.Success || (Either().IsMatch(quote) && !Both().IsMatch(quote))))
            return allOfClaim.Value;
        if (oneOfClaim.Success && !oneOfQuote.Success && (allOfQuote.Success || (Both().IsMatch(quote) && !Either().IsMatch(quote))))
            return oneOfClaim.Value;
        if (!Conditional().IsMatch(quote) || !Conditional().IsMatch(claim))
            return null;
        var (both, either) = (Pairs(claim, Both()), Pairs(claim, Either()));
        var (bothOfQuote, eitherOfQuote) = (Pairs(quote, Both()), Pairs(quote, Either()));
        return both.Any(pair => pair.IsAmong(eitherOfQuote) && !pair.IsAmong(bothOfQuote)) ? "et"
            : either.Any(pair => pair.IsAmong(bothOfQuote) && !pair.IsAmong(eitherOfQuote)) ? "ou" : null;
    }

    private static Pair[] Pairs(string text, Regex joint) =>
        [.. joint.Matches(text).Select(match => new Pair([.. WordTables.Terms(Left(text, match.Index)).TakeLast(Reach)], [.. WordTables.Terms(Right(text, match.Index + match.Length)).Take(Reach)]))];

    private static string Left(string text, int end) => text[(text.AsSpan(0, end).LastIndexOfAny(".;\n") + 1)..end];

    private static string Right(string text, int start) => text.IndexOfAny(['.', ';', '\n'], start) is >= 0 and var end ? text[start..end] : text[start..];

    [GeneratedRegex(@"(?<!\bou) \bet (?!/ou)(?!non\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Both();

    [GeneratedRegex(@" \b(?:ou|soit) (?!non\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Either();

    [GeneratedRegex(@"\b(?:si|s'il\w*|s'elle\w*|lorsqu\w*|condition\w*|reserve|doi(?:t|vent)|faut|exig\w*|requis\w*|justifi\w*|rempli\w*)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Conditional();

    /// <param name="Before">Stems before the joint, the nearest last.</param>
    /// <param name="After">Stems behind it.</param>
    private sealed record Pair(ImmutableArray<string> Before, ImmutableArray<string> After)
    {
        public bool IsAmong(Pair[] others) => others.Any(other => Share(Before, other.Before) && Share(After, other.After));

        private static bool Share(ImmutableArray<string> one, ImmutableArray<string> other) => one.Any(term => other.Contains(term));
    }
}
