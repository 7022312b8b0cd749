using System.Collections.Immutable;
using AgentHelpdesk.TeamsBot.Answers;

namespace AgentHelpdesk.TeamsBot.Documents.Listing;

/// <summary>Which lines a query shows.</summary>
/// <param name="Rows">One page of them.</param>
/// <param name="Matching">How many the filters let through.</param>
/// <param name="Page">The page shown: the last one when the address asks for a later one.</param>
/// <param name="Pages">At least 1.</param>
internal sealed record ListSelection(ImmutableArray<DocumentRow> Rows, int Matching, int Page, int Pages)
{
    /// <summary>As many as a person scans before searching.</summary>
    public const int PageSize = 50;

    public static ListSelection Of(IEnumerable<DocumentRow> rows, ListQuery query, Language language)
    {
        var matching = Ordered(rows.Where(row => Matches(row, query)), query, language).ToArray();
        var pages = Math.Max(1, (matching.Length + PageSize - 1) / PageSize);
        var page = Math.Min(query.Page, pages);
        return new([.. matching.Skip((page - 1) * PageSize).Take(PageSize)], matching.Length, page, pages);
    }

    private static bool Matches(DocumentRow row, ListQuery query) =>
        (query.Kind.Length == 0 || FoldedWords.Of(row.Kind) == FoldedWords.Of(query.Kind))
        && (query.Standing is not { } standing || row.Standing == standing)
        && (!query.OnlyWithProblems || row.Problems > 0)
        && FoldedWords.Hold(row.Searched, query.Words);

    private static IEnumerable<DocumentRow> Ordered(IEnumerable<DocumentRow> rows, ListQuery query, Language language)
    {
        var words = StringComparer.Create(language.Culture, ignoreCase: true);
        var ordered = query.Column switch
        {
            ListColumn.Kind => By(rows, row => row.Kind, query.IsDescending, words),
            ListColumn.Number => By(rows, row => row.Number, query.IsDescending, words),
            ListColumn.Validity => By(rows, row => row.From, query.IsDescending, Comparer<DateOnly>.Default),
            ListColumn.Revisions => By(rows, row => row.Revisions, query.IsDescending, Comparer<int>.Default),
            ListColumn.Chunks => By(rows, row => row.Chunks, query.IsDescending, Comparer<int>.Default),
            ListColumn.Problems => By(rows, row => row.Problems, query.IsDescending, Comparer<int>.Default),
            _ => By(rows, row => row.Title, query.IsDescending, words),
        };
        return ordered.ThenBy(row => row.Title, words).ThenBy(row => row.Url, StringComparer.Ordinal);
    }

    private static IOrderedEnumerable<DocumentRow> By<T>(IEnumerable<DocumentRow> rows, Func<DocumentRow, T> key, bool descending, IComparer<T> comparer) =>
        descending ? rows.OrderByDescending(key, comparer) : rows.OrderBy(key, comparer);
}
