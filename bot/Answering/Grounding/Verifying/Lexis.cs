using System.Collections.Frozen;

namespace AgentHelpdesk.Answering.Grounding.Verifying;

/// <summary>The stems of a text, asked for a word that means the same. Reading costs once, asking little: it is asked for every word of every claim.</summary>
internal sealed class Lexis
{
    /// <summary>Shorter beginnings are shared by words that have nothing to do with each other.</summary>
    private const int LeastBeginning = 5;

    /// <summary>Kin have at least this many first letters in common.</summary>
    private const int SharedLetters = 4;

    private readonly FrozenSet<string> terms;
    private readonly ILookup<string, string> byBeginning;
    private readonly HashSet<int> groups;

    public Lexis(string plain) : this(WordTables.Terms(plain))
    {
    }

    private Lexis(IEnumerable<string> terms)
    {
        this.terms = terms.ToFrozenSet(StringComparer.Ordinal);
        byBeginning = this.terms.Where(term => term.Length >= SharedLetters).ToLookup(term => term[..SharedLetters], StringComparer.Ordinal);
        groups = [.. this.terms.SelectMany(term => WordTables.GroupsOf(term))];
    }

    /// <summary>With the long forms of its acronyms, and the reverse.</summary>
    public static Lexis SpelledOut(string plain)
    {
        var terms = WordTables.Terms(plain);
        return new(terms.Concat(WordTables.Synonyms.Ways(terms).SelectMany(way => way.To)));
    }

    public bool Holds(string term) => terms.Contains(term);

    public bool Says(string term) => SaysKin(term) || WordTables.GroupsOf(term).Any(groups.Contains);

    /// <summary>The same word in another form; no synonym.</summary>
    private bool SaysKin(string term) => terms.Contains(term) || (term.Length >= SharedLetters && byBeginning[term[..SharedLetters]].Any(known => IsKin(known, term)));

    public static bool IsKin(string one, string other)
    {
        var common = one.AsSpan().CommonPrefixLength(other);
        return common >= LeastBeginning && common * 5 >= Math.Max(one.Length, other.Length) * 3 || (common >= 4 && common == Math.Min(one.Length, other.Length) && Math.Abs(one.Length - other.Length) <= 2);
    }
}
