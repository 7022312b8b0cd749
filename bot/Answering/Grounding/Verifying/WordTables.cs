using System.Collections.Frozen;
using System.Collections.Immutable;
using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.Knowledge.Text;

namespace AgentHelpdesk.Answering.Grounding.Verifying;

/// <summary>What words may stand for one another, and which may not: data of the checks, read once.</summary>
internal static class WordTables
{
    /// <summary>A term and the groups it is in.</summary>
    private static readonly FrozenDictionary<string, ImmutableArray<int>> Groups = Lines("Paraphrases.tsv")
        .SelectMany((line, group) => Terms(line).Select(term => (term, group)))
        .GroupBy(pair => pair.term, pair => pair.group)
        .ToFrozenDictionary(pairs => pairs.Key, pairs => pairs.Distinct().ToImmutableArray());

    private static readonly FrozenSet<string> Common = Lines("CommonWords.txt").SelectMany(line => Terms(line)).ToFrozenSet();

    private static readonly FrozenSet<string> Telling = Lines("TellingWords.txt").SelectMany(line => Terms(line)).ToFrozenSet();

    public static ImmutableArray<(string One, string Other)> Opposites { get; } =
        [.. Lines("Opposites.tsv").Select(line => line.Split('\t')).Select(pair => (pair[0], pair[1]))];

    public static SynonymTable Synonyms { get; } = SynonymTable.OfProduct();

    public static bool IsTelling(string term) => Telling.Contains(term);

    /// <summary>Said of any rule: it takes no words of the source to say it.</summary>
    public static bool IsCommon(string term) => (Groups.ContainsKey(term) || Common.Contains(term)) && !Telling.Contains(term);

    /// <summary>The groups of words that say one thing to which a term belongs.</summary>
    public static ImmutableArray<int> GroupsOf(string term) => Groups.GetValueOrDefault(term, []);

    /// <summary>The words of a text that say something, as stems, in order; figures and references are none.</summary>
    public static ImmutableArray<string> Terms(string text) =>
        [.. FrenchAnalyzer.Analyze(text).Select(token => token.Term).Where(term => term.Length > 1 && term.All(char.IsLetter))];

    private static string[] Lines(string name)
    {
        using var stream = typeof(WordTables).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The table {name} is missing from the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n').Where(line => line.Length > 0 && line[0] != '#').ToArray();
    }
}
