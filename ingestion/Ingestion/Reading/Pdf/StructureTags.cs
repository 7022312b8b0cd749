using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace AgentHelpdesk.Ingestion.Reading.Pdf;

/// <summary>
/// Reads from a tagged PDF which letters are headings, and of which level. The library has no view of the structure tree: the
/// page's marked contents are looked up in the tree's index by page, and each element's ancestors are asked for a heading.
/// </summary>
internal sealed class StructureTags
{
    private const int HighestAncestor = 6;
    private const int DeepestTree = 12;

    private readonly IPdfTokenScanner _tokens;
    private readonly DictionaryToken? _root;

    public StructureTags(PdfDocument document)
    {
        _tokens = document.Structure.TokenScanner;
        _root = Resolve<DictionaryToken>(document.Structure.Catalog.CatalogDictionary, "StructTreeRoot");
    }

    /// <summary>Heading level of each letter that has one; null where the page is not tagged.</summary>
    public Dictionary<Letter, int>? Headings(UglyToad.PdfPig.Content.Page page)
    {
        if (_root is null || Resolve<NumericToken>(page.Dictionary, "StructParents") is not { } key || Resolve<DictionaryToken>(_root, "ParentTree") is not { } tree)
            return null;
        if (Find(tree, key.Int, 0) is not { } elements)
            return null;

        var levels = elements.Data.Select(Level).ToArray();
        if (!levels.Any(level => level > 0))
            return null;

        var letters = new Dictionary<Letter, int>(ReferenceEqualityComparer.Instance);
        var open = new Stack<MarkedContentElement>(page.GetMarkedContents());
        while (open.TryPop(out var content))
        {
            foreach (var child in content.Children)
                open.Push(child);
            var id = content.MarkedContentIdentifier;
            if (id < 0 || id >= levels.Length || levels[id] == 0)
                continue;
            foreach (var letter in content.Letters)
                letters[letter] = levels[id];
        }

        return letters;
    }

    private int Level(IToken element)
    {
        var current = Resolve<DictionaryToken>(element);
        for (var i = 0; i < HighestAncestor && current is not null; i++)
        {
            if (Resolve<NameToken>(current, "S") is { } role && LevelOf(role.Data) is > 0 and var level)
                return level;
            current = Resolve<DictionaryToken>(current, "P");
        }

        return 0;
    }

    private int LevelOf(string role)
    {
        if (_root is not null && Resolve<DictionaryToken>(_root, "RoleMap") is { } map && Resolve<NameToken>(map, role) is { } standard)
            role = standard.Data;
        return role.Length == 2 && role[0] == 'H' && role[1] is >= '1' and <= '6' ? role[1] - '0' : role is "Title" ? 1 : 0;
    }

    private ArrayToken? Find(DictionaryToken node, int key, int depth)
    {
        if (Resolve<ArrayToken>(node, "Nums") is { } numbers)
        {
            for (var i = 0; i + 1 < numbers.Length; i += 2)
            {
                if (Resolve<NumericToken>(numbers[i]) is { } number && number.Int == key)
                    return Resolve<ArrayToken>(numbers[i + 1]);
            }
        }

        if (depth > DeepestTree || Resolve<ArrayToken>(node, "Kids") is not { } kids)
            return null;

        foreach (var kid in kids.Data)
        {
            if (Resolve<DictionaryToken>(kid) is { } child && MayHold(child, key) && Find(child, key, depth + 1) is { } found)
                return found;
        }

        return null;
    }

    private bool MayHold(DictionaryToken node, int key) => Resolve<ArrayToken>(node, "Limits") is not { Length: 2 } limits
        || Resolve<NumericToken>(limits[0]) is not { } low || Resolve<NumericToken>(limits[1]) is not { } high || key >= low.Int && key <= high.Int;

    private T? Resolve<T>(DictionaryToken dictionary, string name)
        where T : class, IToken => dictionary.TryGet(NameToken.Create(name), out var token) ? Resolve<T>(token) : null;

    private T? Resolve<T>(IToken token)
        where T : class, IToken => token switch
        {
            T found => found,
            IndirectReferenceToken reference => _tokens.Get(reference.Data)?.Data as T,
            _ => null,
        };
}
