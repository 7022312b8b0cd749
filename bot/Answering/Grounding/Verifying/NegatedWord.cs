using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace AgentHelpdesk.Answering.Grounding.Verifying;

/// <param name="Value">The negation as it stands.</param>
/// <param name="Anchors">Stems of what it negates: the verb, or what follows when that says nothing.</param>
/// <param name="IsBound">It negates only "exceeds" or "is less than".</param>
internal sealed record NegatedWord(string Value, ImmutableArray<string> Anchors, bool IsBound)
{
    public static NegatedWord Of(Match match)
    {
        var anchors = WordTables.Terms(match.Groups["inner"].Value);
        if (anchors.Length == 0)
            anchors = [.. WordTables.Terms(match.Groups["after"].Value).Take(1)];
        var words = match.Value;
        var isBound = words.Contains("exced", StringComparison.Ordinal) || words.Contains("depass", StringComparison.Ordinal)
            || words.Contains("inferieur", StringComparison.Ordinal) || words.Contains("superieur", StringComparison.Ordinal);
        return new(words.Trim(), anchors, isBound);
    }
}
