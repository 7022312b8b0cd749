using System.Collections.Frozen;

namespace AgentHelpdesk.Answering.Questions.Masking;

/// <summary>Words that help to tell a name from what stands around it, all folded.</summary>
internal sealed class NameWords
{
    public static NameWords OfProduct() => new(Lines("FirstNames.txt"), Lines("NoNames.txt"), SynonymTable.Acronyms());

    private readonly FrozenSet<string> _firstNames;
    private readonly FrozenSet<string> _noNames;
    private readonly FrozenSet<string> _acronyms;

    private NameWords(IEnumerable<string> firstNames, IEnumerable<string> noNames, IEnumerable<string> acronyms)
    {
        _firstNames = firstNames.Select(FoldedText.Of).ToFrozenSet(StringComparer.Ordinal);
        _noNames = noNames.Select(FoldedText.Of).ToFrozenSet(StringComparer.Ordinal);
        _acronyms = acronyms.Select(FoldedText.Of).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>Also a compound whose first part is one ("jean-paul").</summary>
    public bool IsFirstName(string folded) => _firstNames.Contains(folded) || (folded.IndexOf('-', StringComparison.Ordinal) is > 0 and var hyphen && _firstNames.Contains(folded[..hyphen]));

    /// <summary>A word of the language, of an office or of a body that can follow a title and is nobody's name.</summary>
    public bool IsNoName(string folded) => _noNames.Contains(folded) || _acronyms.Contains(folded) || IsInversion(folded)
        || (folded.IndexOf('\'', StringComparison.Ordinal) is > 0 and <= 2 and var elision && _noNames.Contains(folded[(elision + 1)..]));

    // "peut-elle", "a-t-il", "dois-je".
    private static bool IsInversion(string folded) => folded.LastIndexOf('-') is > 0 and var hyphen
        && folded[(hyphen + 1)..] is "il" or "elle" or "on" or "ils" or "elles" or "je" or "nous" or "vous" or "tu" or "ce" or "t" or "la" or "ci" or "moi" or "lui";

    private static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(NameWords).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The list {name} is missing from the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n').Where(line => line.Length > 0 && line[0] != '#')
            .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
