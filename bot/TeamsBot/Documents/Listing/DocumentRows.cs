using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Resources;

namespace AgentHelpdesk.TeamsBot.Documents.Listing;

/// <summary>From the catalogue's documents to the lines of the list.</summary>
internal static class DocumentRows
{
    public static IEnumerable<DocumentRow> Of(IEnumerable<CatalogueDocument> documents, CatalogueState state, DateOnly today, Messages messages)
    {
        var problems = state.Problems.ToLookup(problem => problem.Document);
        return documents.Select(document => Of(document, problems[document.Id].Count(), today, messages));
    }

    /// <summary>The revision that a document is known by: the one that answers today, else the next to come, else the last that did.</summary>
    public static CatalogueRevision Leading(CatalogueDocument document, DateOnly today) => document.Revisions
        .OrderBy(revision => RevisionStanding.Of(revision, today) switch
        {
            Standing.InForce => 0,
            Standing.ToCome => 1,
            Standing.Retired => 2,
            Standing.Ended => 3,
            Standing.Replaced => 4,
            _ => 5,
        })
        .ThenByDescending(revision => revision.PublishedAt)
        .First();

    private static DocumentRow Of(CatalogueDocument document, int problems, DateOnly today, Messages messages)
    {
        var leading = Leading(document, today);
        var description = leading.Description;
        return new()
        {
            Url = DocumentLink.To(document.Id),
            Title = Printable.Line(description.Title),
            Kind = Printable.Line(description.Kind),
            Number = Printable.Line(description.Number ?? ""),
            Issuer = Printable.Line(description.Issuer ?? ""),
            Validity = RevisionStanding.Line(leading, today, messages),
            Standing = RevisionStanding.Of(leading, today),
            IsSample = description.IsSample,
            Revisions = document.Revisions.Count(revision => revision.Status != RevisionStatus.Purged),
            Chunks = document.Revisions.Sum(revision => revision.ChunkCount),
            Problems = problems,
            From = leading.Effective is [var first, ..] ? first.From : ValidityPeriod.OpenStart,
            Searched = FoldedWords.Of(string.Join('\n', document.Revisions.Select(revision => revision.Description)
                .SelectMany(one => new[] { one.Title, one.Number, one.Issuer, one.Kind, one.FileName }).Append(document.Id.Value).OfType<string>().Distinct())),
        };
    }
}
