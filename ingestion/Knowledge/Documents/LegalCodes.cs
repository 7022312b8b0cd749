using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgentHelpdesk.Knowledge.Text;

namespace AgentHelpdesk.Knowledge.Documents;

/// <summary>A code, law or decree that a text names.</summary>
/// <param name="Code">As in <see cref="ArticleKey.Code"/>: "css", "loi-2023-1322".</param>
/// <param name="Start">First character of the name in the text, article and preposition left out.</param>
/// <param name="Length">Characters.</param>
/// <param name="Abbreviated">
/// Named by initials ("CSS", "CT"), which may mean something else ("CSS" is also the complémentaire santé solidaire):
/// to be believed only beside an article's number, as <see cref="ArticleReferences"/> does.
/// </param>
public readonly record struct CodeMention(string Code, int Start, int Length, bool Abbreviated);

/// <summary>Finds the French codes, and numbered laws, ordinances and decrees, by their full name or usual abbreviation.</summary>
public static partial class LegalCodes
{
    private static readonly FrozenDictionary<string, string> s_byName = FrenchCodeNames.All
        .SelectMany(code => code.Names.Select(name => (Name: name, code.Code)))
        .ToFrozenDictionary(pair => pair.Name, pair => pair.Code, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> s_byAbbreviation = FrenchCodeNames.All
        .SelectMany(code => code.Abbreviations.Select(name => (Name: Compact(name), code.Code)))
        .DistinctBy(pair => pair.Name, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(pair => pair.Name, pair => pair.Code, StringComparer.OrdinalIgnoreCase);

    // Longest first: "code rural et de la pêche maritime" before "code rural".
    private static readonly Regex s_names = new(
        @"\b(?:" + string.Join('|', s_byName.Keys.OrderByDescending(name => name.Length).Select(SpacesOf)) + @")\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Compiled);

    private static readonly Regex s_abbreviations = new(
        @"(?<![\w.-])(?:" + string.Join('|', FrenchCodeNames.All.SelectMany(code => code.Abbreviations).OrderByDescending(name => name.Length).Select(PointsOf)) + @")(?![\w-])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Compiled);

    /// <summary>In the order of the text; mentions do not overlap.</summary>
    public static ImmutableArray<CodeMention> Find(string text) => Find(PlainLetters.Of(text));

    internal static ImmutableArray<CodeMention> Find(PlainLetters plain)
    {
        var mentions = new List<CodeMention>();
        foreach (Match match in s_names.Matches(plain.Text))
            mentions.Add(new(s_byName[Spaces().Replace(match.Value, " ")], match.Index, match.Length, Abbreviated: false));
        foreach (Match match in NumberedTexts().Matches(plain.Text))
            mentions.Add(new($"{match.Groups["kind"].Value.ToLowerInvariant()}-{match.Groups["number"].Value}", match.Index, match.Length, Abbreviated: false));
        foreach (Match match in s_abbreviations.Matches(plain.Text))
        {
            if (!mentions.Exists(other => other.Start < match.Index + match.Length && match.Index < other.Start + other.Length))
                mentions.Add(new(s_byAbbreviation[Compact(match.Value)], match.Index, match.Length, Abbreviated: true));
        }

        return [.. mentions.OrderBy(mention => mention.Start).Select(mention => InSource(mention, plain))];
    }

    private static CodeMention InSource(CodeMention mention, PlainLetters plain)
    {
        var start = plain.SourceOf(mention.Start);
        return mention with { Start = start, Length = plain.SourceOf(mention.Start + mention.Length - 1) + 1 - start };
    }

    private static string Compact(string abbreviation) => Separators().Replace(abbreviation, "");

    private static string SpacesOf(string name) => Regex.Escape(name).Replace(@"\ ", @"\s+", StringComparison.Ordinal);

    // "C. trav.", "C.trav" and "C trav" are one; points and blanks of the table's spelling are optional in the text.
    private static string PointsOf(string abbreviation) => string.Concat(abbreviation.Select(letter => letter switch
    {
        '.' => @"\.?",
        ' ' => @"\s?",
        _ => Regex.Escape(letter.ToString()),
    }));

    [GeneratedRegex(@"\b(?<kind>loi|ordonnance|decret)(?:\s+organique)?\s+n\s?[°o]?\.?\s?(?<number>(?:19|20)?\d{2}-\d{1,5})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NumberedTexts();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[\s.]+")]
    private static partial Regex Separators();
}
