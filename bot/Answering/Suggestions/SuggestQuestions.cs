using System.Collections.Immutable;
using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Answering.Suggestions;

/// <summary>Questions to begin with, made from the headings of published documents and offered only when asking them gives an answer from there.</summary>
public sealed class SuggestQuestions(AnswerQuestion answering, ICatalogueReader catalogue)
{
    private const int MostChunks = 200;

    /// <summary>At most <paramref name="count"/> questions that this document answers today; fewer, or none, when fewer were found or are checked yet.</summary>
    public async Task<ImmutableArray<string>> OfDocumentAsync(DocumentId document, int count, CancellationToken cancellationToken)
    {
        if (await catalogue.FindDocumentAsync(document, cancellationToken) is not { Revisions: [var revision, ..] })
            return [];
        var chunks = await catalogue.ReadNeighboursAsync(revision.Id, 0, MostChunks, cancellationToken);
        var found = ImmutableArray.CreateBuilder<string>();
        foreach (var question in FromHeadings(chunks.SelectMany(chunk => chunk.Locator.SectionPath), MostChunks))
        {
            if (found.Count == count)
                break;
            if (await answering.AskAsync(new Question { Text = question }, cancellationToken) is Answer.Grounded grounded
                && grounded.Citations[0].Passage.Chunk.Revision.Document == document)
                found.Add(question);
        }

        return found.ToImmutable();
    }

    /// <summary>Questions over all documents, and one that is refused; kept until the publication changes.</summary>
    public async Task<SuggestedQuestions> OfCorpusAsync(int count, CancellationToken cancellationToken)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        foreach (var document in await catalogue.ReadDocumentsAsync(cancellationToken))
        {
            if (found.Count < count)
                found.AddRange(await OfDocumentAsync(document.Id, 1, cancellationToken));
        }

        return new(found.ToImmutable(), "Quelle est la capitale de l’Australie\u202f?");
    }

    /// <summary>Questions made from headings alone, for an upload that is not published: nothing is checked.</summary>
    public static ImmutableArray<string> FromHeadings(IEnumerable<string> headings, int count) =>
        [.. headings.Where(heading => heading.TrimEnd().EndsWith('?')).Select(heading => heading.Trim()).Distinct(StringComparer.Ordinal).Take(count)];
}
