using System.Collections.Immutable;
using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.Knowledge.Index;

namespace AgentHelpdesk.Answering.Retrieval;

/// <summary>
/// The articles a question names, looked up by their keys beside the search: whoever quotes "L. 512-1 CSS" wants that article, however
/// its words score.
/// </summary>
/// <param name="Found">Chunks of the articles, in the order the search gave them, with their sparse score.</param>
/// <param name="Missing">Articles that no document in force has.</param>
/// <param name="OnOtherDays">Some of the missing ones are in force on other days.</param>
internal sealed record NamedArticles(ImmutableArray<ScoredChunk> Found, ImmutableArray<QuestionReference.Article> Missing, bool OnOtherDays)
{
    // The longest articles of the tax and social codes have some thirty chunks.
    private const int ChunksOfOneArticle = 30;

    public static readonly NamedArticles None = new([], [], false);

    public static async Task<NamedArticles> FindAsync(UnderstoodQuestion question, SearchQuery query, IIndexReader index, CancellationToken cancellationToken)
    {
        var found = ImmutableArray.CreateBuilder<ScoredChunk>();
        var missing = ImmutableArray.CreateBuilder<QuestionReference.Article>();
        var onOtherDays = false;
        foreach (var article in question.References.OfType<QuestionReference.Article>().DistinctBy(article => article.Key))
        {
            var filter = query.Filter with { Articles = [article.Key] };
            var chunks = await SearchAsync(query, filter, index, cancellationToken);
            if (chunks.IsEmpty)
            {
                missing.Add(article);
                var anyDay = filter with { AsOf = AnyDay };
                onOtherDays |= !(await SearchAsync(query, anyDay, index, cancellationToken)).IsEmpty;
            }
            // "Article 5" without its code stands in many documents: their words decide which.
            else if (article.Key.Code.Length > 0 || char.IsAsciiLetterUpper(article.Key.Number[0]))
                found.AddRange(chunks);
        }

        return new([.. found.DistinctBy(chunk => chunk.Id)], missing.ToImmutable(), onOtherDays);
    }

    /// <summary>The whole calendar: for what is said on other days than those asked about.</summary>
    public static AsOf AnyDay { get; } = new(DateOnly.MinValue, DateOnly.MaxValue);

    private static async Task<ImmutableArray<ScoredChunk>> SearchAsync(
        SearchQuery query, SearchFilter filter, IIndexReader index, CancellationToken cancellationToken) =>
        (await index.SearchAsync(query with { Filter = filter, Dense = default, Limit = ChunksOfOneArticle }, cancellationToken)).Sparse;
}
