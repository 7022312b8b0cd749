using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Text;

namespace AgentHelpdesk.Answering.Questions;

/// <summary>
/// Both spellings of the terms of social security: agents type acronyms where documents spell them out, and the other way round.
/// </summary>
internal sealed class AcronymTable
{
    private readonly ILookup<string, ImmutableArray<string>> _longForms;
    private readonly ILookup<string, (ImmutableArray<string> LongForm, string Acronym)> _acronyms;

    private AcronymTable(IEnumerable<(string Acronym, string LongForm)> lines)
    {
        var analyzed = lines.Select(line => (Acronym: TermsOf(line.Acronym), LongForm: TermsOf(line.LongForm)))
            .Where(line => line.Acronym.Length > 0 && line.LongForm.Length > 0)
            .ToArray();
        _longForms = analyzed.ToLookup(line => line.Acronym[0], line => line.LongForm, StringComparer.Ordinal);
        _acronyms = analyzed.ToLookup(line => line.LongForm[0], line => (line.LongForm, line.Acronym[0]), StringComparer.Ordinal);
    }

    /// <exception cref="FormatException">A line is neither a comment nor two cells.</exception>
    public static AcronymTable Parse(string table) => new(table.ReplaceLineEndings("\n").Split('\n')
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split('\t') is [var acronym, var longForm]
            ? (acronym, longForm)
            : throw new FormatException($"'{line}' in the table of acronyms is not an acronym, a tab and what it stands for.")));

    public static AcronymTable OfProduct()
    {
        using var stream = typeof(AcronymTable).Assembly.GetManifestResourceStream("Acronyms.tsv")
            ?? throw new InvalidOperationException("The table of acronyms is missing from the program.");
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd());
    }

    /// <summary>The terms to add for a question's terms, with the position of the term each was made from.</summary>
    /// <param name="terms">In the order of the question.</param>
    public IEnumerable<(string Term, int Source)> Expand(IReadOnlyList<string> terms)
    {
        for (var i = 0; i < terms.Count; i++)
        {
            foreach (var term in _longForms[terms[i]].SelectMany(longForm => longForm))
                yield return (term, i);
            foreach (var (longForm, acronym) in _acronyms[terms[i]])
            {
                // One word alone ("retraite", "vieillesse") is no long form that anybody would shorten.
                if (longForm.Length > 1 && longForm.SequenceEqual(terms.Skip(i).Take(longForm.Length)))
                    yield return (acronym, i);
            }
        }
    }

    private static ImmutableArray<string> TermsOf(string text) => [.. FrenchAnalyzer.Analyze(text).Select(token => token.Term)];
}
