using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Text;

namespace AgentHelpdesk.Answering.Questions;

/// <summary>
/// Other ways to say what a question says: agents type acronyms where documents spell them out, and speak as the public does where codes
/// speak as lawyers do. What is added weighs little, so that it finds what the words alone would not and never outweighs them.
/// </summary>
internal sealed class SynonymTable
{
    private readonly ILookup<string, (ImmutableArray<string> From, ImmutableArray<string> To)> _byFirstTerm;

    private SynonymTable(IEnumerable<(ImmutableArray<string> From, ImmutableArray<string> To)> ways) =>
        _byFirstTerm = ways.Where(way => way.From.Length > 0 && way.To.Length > 0).ToLookup(way => way.From[0], StringComparer.Ordinal);

    /// <param name="acronyms">Lines of an acronym, a tab and what it stands for; "#" begins a comment.</param>
    /// <param name="waysOfSpeaking">Lines of two ways to say one thing, a tab between.</param>
    /// <exception cref="FormatException">A line is neither a comment nor two cells.</exception>
    public static SynonymTable Parse(string acronyms, string waysOfSpeaking)
    {
        var spelledOut = Lines(acronyms).ToArray();
        var spoken = Lines(waysOfSpeaking).ToArray();
        return new([
            .. spelledOut,
            // One word alone ("retraite", "autonomie") is no long form that anybody would shorten.
            .. spelledOut.Where(line => line.To.Length > 1).Select(line => (line.To, line.From)),
            .. spoken,
            .. spoken.Select(line => (line.To, line.From))]);
    }

    /// <summary>The product's acronyms as written in its table.</summary>
    public static IEnumerable<string> Acronyms() => Resource("Acronyms.tsv").ReplaceLineEndings("\n").Split('\n')
        .Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t')[0]);

    public static SynonymTable OfProduct() => Parse(Resource("Acronyms.tsv"), Resource("WaysOfSpeaking.tsv"));

    /// <summary>The terms to add for a question's terms, with the position of the term each was made from.</summary>
    /// <param name="terms">In the order of the question.</param>
    public IEnumerable<(string Term, int Source)> Expand(IReadOnlyList<string> terms)
    {
        for (var i = 0; i < terms.Count; i++)
        {
            foreach (var (from, to) in _byFirstTerm[terms[i]])
            {
                if (!from.SequenceEqual(terms.Skip(i).Take(from.Length)))
                    continue;
                foreach (var term in to)
                    yield return (term, i);
            }
        }
    }

    /// <summary>The other forms of what stands in a text, each with the positions of the terms it is a form of.</summary>
    /// <param name="terms">In the order of the text.</param>
    public IEnumerable<(ImmutableArray<string> To, Range From)> Ways(IReadOnlyList<string> terms)
    {
        for (var i = 0; i < terms.Count; i++)
        {
            foreach (var (from, to) in _byFirstTerm[terms[i]])
            {
                if (from.SequenceEqual(terms.Skip(i).Take(from.Length)))
                    yield return (to, i..(i + from.Length));
            }
        }
    }

    private static IEnumerable<(ImmutableArray<string> From, ImmutableArray<string> To)> Lines(string table) => table.ReplaceLineEndings("\n").Split('\n')
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split('\t') is [var from, var to]
            ? (TermsOf(from), TermsOf(to))
            : throw new FormatException($"'{line}' in a table of synonyms is not two cells with a tab between."));

    private static ImmutableArray<string> TermsOf(string text) => [.. FrenchAnalyzer.Analyze(text).Select(token => token.Term)];

    private static string Resource(string name)
    {
        using var stream = typeof(SynonymTable).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The table {name} is missing from the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
