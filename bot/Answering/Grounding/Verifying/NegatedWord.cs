using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace AgentHelpdesk.Answering.Grounding.Verifying;

/// <param name="Value">The negation as it stands.</param>
/// <param name="Anchors">Stems of what it negates: the verb, or what follows when that says nothing.</param>
/// <param name="Bound">When it negates only "exceeds" or "is less than": the bound that makes.</param>
/// <param name="Denied">The words among those negated that deny by themselves ("ne fait pas obstacle").</param>
internal sealed record NegatedWord(string Value, ImmutableArray<string> Anchors, Bound Bound, ImmutableArray<string> Denied)
{
    public bool IsDouble => !Denied.IsEmpty;

    public static NegatedWord Of(Match match)
    {
        var anchors = WordTables.Terms(match.Groups["inner"].Value);
        if (anchors.Length == 0)
            anchors = [.. WordTables.Terms(match.Groups["after"].Value).Take(1)];
        var words = match.Value;
        var bound = Holds(words, "exced", "depass", "superieur", "plus de") ? Bound.Most : Holds(words, "inferieur", "moins de", "avant") ? Bound.Least : Bound.None;
        return new(words.Trim(), anchors, bound, [.. Denying.Where(word => words.Contains(word, StringComparison.Ordinal))]);
    }

    private static readonly string[] Denying = ["obstacle", "empech", "oppos", "prive", "interdi", "exclu", "interromp", "remet"];

    private static bool Holds(string text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
