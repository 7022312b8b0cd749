using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Answering.Suggestions;

/// <summary>Tries the questions that a document's headings give, and keeps those that it answers.</summary>
internal sealed class DocumentSuggestions(AnswerQuestion answering, ICatalogueReader catalogue, QuestionReader reader)
{
    /// <summary>The headings of a code of 900 pages are not all read for three questions.</summary>
    private const int MostChunks = 120;

    private const int MostTries = 16;
    private const int MostArticles = 3;

    /// <summary>In the order found, each answered from this document today.</summary>
    public async IAsyncEnumerable<string> FindAsync(CatalogueDocument document, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (InForce(document, reader.Today) is not { } revision)
            yield break;
        var chunks = await catalogue.ReadNeighboursAsync(revision.Id, 0, MostChunks, cancellationToken);
        foreach (var question in Candidates(revision.Description.Title, chunks).Take(MostTries))
        {
            if (await IsAnsweredAsync(question, document.Id, cancellationToken))
                yield return question;
        }
    }

    /// <summary>In force today before others, then the newest.</summary>
    public static (bool InForce, long PublishedAt) RankOf(CatalogueDocument document, DateOnly today) =>
        InForce(document, today) is { } revision ? (AnswersOn(revision, today), revision.PublishedAt) : (false, -1);

    private static CatalogueRevision? InForce(CatalogueDocument document, DateOnly today) =>
        document.Revisions.FirstOrDefault(revision => AnswersOn(revision, today))
        ?? document.Revisions.FirstOrDefault(revision => revision.Status == RevisionStatus.Published && !revision.Effective.IsEmpty);

    private static bool AnswersOn(CatalogueRevision revision, DateOnly today) =>
        revision.Status == RevisionStatus.Published && revision.Effective.Any(period => period.Contains(today));

    private static IEnumerable<string> Candidates(string title, ImmutableArray<Chunk> chunks)
    {
        var subject = Subject.Of(title);
        var headings = chunks.SelectMany(chunk => chunk.Locator.SectionPath.Concat(HeadingsInside(chunk)));
        var articles = chunks.Select(chunk => chunk.Locator.Article).OfType<string>().Distinct(StringComparer.Ordinal).Take(MostArticles)
            .Select(article => $"Que dit l’article {article}\u202f?");
        var made = headings.Distinct(StringComparer.Ordinal).Select(heading => HeadingQuestion.Of(heading, subject)).OfType<string>().ToLookup(HeadingQuestion.IsVague);
        return made[false].Concat(articles).Concat(made[true]).Distinct(StringComparer.OrdinalIgnoreCase);
    }

    private static IEnumerable<string> HeadingsInside(Chunk chunk) =>
        chunk.Parts.Where(part => part.Kind == ChunkPartKind.Heading).Select(part => chunk.Text.Substring(part.Range.Start, part.Range.Length));

    private async Task<bool> IsAnsweredAsync(string question, DocumentId document, CancellationToken cancellationToken) =>
        await answering.AskAsync(new Question { Text = question, AllowsModel = false }, cancellationToken) is Answer.Grounded grounded
        && grounded.Citations.FirstOrDefault(citation => grounded.Claims[0].Citations.Contains(citation.Number)) is { } first
        && first.Passage.Chunk.Revision.Document == document;
}
