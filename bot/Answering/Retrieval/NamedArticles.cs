using System.Collections.Immutable;
using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.Knowledge.Index;

namespace AgentHelpdesk.Answering.Retrieval;

/// <summary>
/// The articles a question names, looked up by their keys beside the search: whoever quotes "L. 512-1 CSS" wants that article, however
/// its words score.
/// </summary>
internal sealed record NamedArticles
{
    // The longest articles of the tax and social codes have some thirty chunks.
    private const int ChunksOfOneArticle = 30;

    /// <summary>Chunks of the articles, in the order the search gave them, with their sparse score.</summary>
    public required ImmutableArray<ScoredChunk> Found { get; init; }

    /// <summary>Chunks of articles named by a bare number ("article 5"), which many documents have: their words decide which.</summary>
    public required ImmutableArray<ScoredChunk> SameNumber { get; init; }

    /// <summary>Articles that no document in force has.</summary>
    public required ImmutableArray<QuestionReference.Article> Missing { get; init; }

    /// <summary>Some of the missing ones are in force on other days.</summary>
    public required bool OnOtherDays { get; init; }

    public static async Task<NamedArticles> FindAsync(
        UnderstoodQuestion question, SearchQuery query, IIndexReader index, ICatalogueReader catalogue, CancellationToken cancellationToken)
    {
        var found = ImmutableArray.CreateBuilder<ScoredChunk>();
        var sameNumber = ImmutableArray.CreateBuilder<ScoredChunk>();
        var missing = ImmutableArray.CreateBuilder<QuestionReference.Article>();
        var onOtherDays = false;
        var lookup = new Lookup(query, index, catalogue);
        foreach (var article in question.References.OfType<QuestionReference.Article>().DistinctBy(article => article.Key))
        {
            var chunks = await lookup.FindAsync(article.Key, query.Filter.AsOf, cancellationToken);
            if (chunks.IsEmpty)
            {
                missing.Add(article);
                onOtherDays |= !(await lookup.FindAsync(article.Key, AnyDay, cancellationToken)).IsEmpty;
            }
            else if (article.Key.Code.Length > 0 || char.IsAsciiLetterUpper(article.Key.Number[0]))
            {
                found.AddRange(chunks);
            }
            else
            {
                sameNumber.AddRange(chunks);
            }
        }

        return new()
        {
            Found = [.. found.DistinctBy(chunk => chunk.Id)],
            SameNumber = [.. sameNumber.DistinctBy(chunk => chunk.Id)],
            Missing = missing.ToImmutable(),
            OnOtherDays = onOtherDays,
        };
    }

    /// <summary>The whole calendar: for what is said on other days than those asked about.</summary>
    public static AsOf AnyDay { get; } = new(DateOnly.MinValue, DateOnly.MaxValue);

    /// <summary>
    /// Nothing that was found can stand for the missing articles: the question asks for nothing else, or no document so much as mentions
    /// them. Where one does ("dans les conditions de l'article…") and the question says what it is about, its words may still answer.
    /// </summary>
    public bool AreWhatIsAsked(UnderstoodQuestion question, ImmutableArray<WeighedTerm> terms)
    {
        if (Missing.IsEmpty)
            return false;
        var codes = LegalCodes.Find(question.MaskedText);
        var asksForMore = terms.Any(term => !term.Term.IsExpansion && !term.Term.IsDate && !IsWordArticle(question.MaskedText, term.Term)
            && !question.References.Any(reference => Overlap(term.Term, reference.Start, reference.Length))
            && !codes.Any(code => Overlap(term.Term, code.Start, code.Length)));
        return !asksForMore || !Missing.Any(article => IsMentioned(article, terms));
    }

    private static bool IsMentioned(QuestionReference.Article article, ImmutableArray<WeighedTerm> terms) =>
        terms.Where(term => !term.Term.IsExpansion && Overlap(term.Term, article.Start, article.Length)).MaxBy(term => term.Term.Length) is { DocumentFrequency: > 0 };

    private static bool IsWordArticle(string text, QuestionTerm term) =>
        text.AsSpan(term.Start, term.Length).StartsWith("art", StringComparison.OrdinalIgnoreCase) && term.Length is 3 or 7 or 8;

    private static bool Overlap(QuestionTerm term, int start, int length) => term.Start < start + length && start < term.Start + term.Length;

    private sealed class Lookup(SearchQuery query, IIndexReader index, ICatalogueReader catalogue)
    {
        public async Task<ImmutableArray<ScoredChunk>> FindAsync(ArticleKey key, AsOf asOf, CancellationToken cancellationToken)
        {
            var chunks = await SearchAsync(key, asOf, cancellationToken);
            if (key.Code.Length == 0 || !chunks.IsEmpty)
                return chunks;

            // A document that does not say which code its articles are of may hold this one; an article of another code is another article.
            var anyCode = await SearchAsync(key with { Code = "" }, asOf, cancellationToken);
            var read = await catalogue.ReadChunksAsync([.. anyCode.Select(chunk => chunk.Id)], cancellationToken);
            var ofNoCode = read.Where(chunk => IsOfNoCode(chunk.Chunk, key.Number)).Select(chunk => chunk.Id).ToHashSet();
            return [.. anyCode.Where(chunk => ofNoCode.Contains(chunk.Id))];
        }

        private static bool IsOfNoCode(Chunk chunk, string number) =>
            !chunk.ArticleKeys.Any(other => other.Number == number && other.Code.Length > 0);

        private async Task<ImmutableArray<ScoredChunk>> SearchAsync(ArticleKey key, AsOf asOf, CancellationToken cancellationToken)
        {
            var filter = query.Filter with { Articles = [key], AsOf = asOf };
            return (await index.SearchAsync(query with { Filter = filter, Dense = default, Limit = ChunksOfOneArticle }, cancellationToken)).Sparse;
        }
    }
}
