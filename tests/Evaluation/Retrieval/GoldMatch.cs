using AgentHelpdesk.Evaluation.Questions;

namespace AgentHelpdesk.Evaluation.Retrieval;

/// <summary>
/// Whether a passage is a gold entry's place: of the same file and names the gold article, or shares a gold page and holds at least
/// half of the quote's sequences of four words. Of a quote that is cells of a table row (" | "), the cells standing on one line of the
/// passage do as well: cells between them would tear every sequence apart.
/// </summary>
internal static class GoldMatch
{
    private const int SequenceLength = 4;

    public static bool SameFile(string one, string other) =>
        string.Equals(FileKey(one), FileKey(other), StringComparison.Ordinal);

    /// <summary>Accents of file names are encoded in two ways, depending on the machine they come from.</summary>
    public static string FileKey(string name) => name.Normalize();

    public static bool SharesPage(PassageLine passage, GoldEntry gold) =>
        SameFile(passage.Document, gold.Document) && gold.Pages.Any(page => passage.Pages[0] <= page && page <= passage.Pages[1]);

    public static bool Hits(PassageLine passage, GoldEntry gold) =>
        SameFile(passage.Document, gold.Document)
        && (NamesArticle(passage, gold) || (SharesPage(passage, gold) && HoldsQuote(passage.Text, gold.Quote)));

    private static bool NamesArticle(PassageLine passage, GoldEntry gold) =>
        gold.Article is { Length: > 0 } article && passage.Article is { Length: > 0 } named && ArticleNumber(article) == ArticleNumber(named);

    /// <summary>"Article L. 512-1", "L512-1" and "l. 512‑1" are one.</summary>
    internal static string ArticleNumber(string article)
    {
        var number = string.Concat(article.Normalize(System.Text.NormalizationForm.FormKC).Select(Plain)).ToLowerInvariant();
        return number.StartsWith("article", StringComparison.Ordinal) ? number["article".Length..] : number;

        static string Plain(char character) => character switch
        {
            '\u2010' or '\u2011' or '\u2012' or '\u2013' or '-' => "-",
            _ when char.IsLetterOrDigit(character) => character.ToString(),
            _ => "",
        };
    }

    internal static bool HoldsQuote(string text, string quote)
    {
        var wanted = Words.Sequences(Words.Of(quote), SequenceLength);
        if (wanted.Count == 0)
            return false;
        var words = Words.Of(text);
        var found = wanted.Count(sequence => Words.Contain(words, [.. sequence.Split(' ')]));
        return found * 2 >= wanted.Count || HoldsCells(text, quote);
    }

    private static bool HoldsCells(string text, string quote)
    {
        var cells = quote.Split(" | ").Select(Words.Of).Where(cell => !cell.IsEmpty).ToList();
        return cells.Count > 1 && text.Split('\n').Select(Words.Of).Any(line => cells.All(cell => Words.Contain(line, cell)));
    }
}
