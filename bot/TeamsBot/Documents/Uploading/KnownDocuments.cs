using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Documents.Listing;

namespace AgentHelpdesk.TeamsBot.Documents.Uploading;

/// <summary>The published documents as a person names them in the table: by identity, by number, by title.</summary>
internal sealed class KnownDocuments
{
    private readonly Dictionary<DocumentId, string> _titles;
    private readonly ILookup<string, DocumentId> _numbers;
    private readonly ILookup<string, DocumentId> _names;

    public KnownDocuments(IReadOnlyCollection<CatalogueDocument> documents, DateOnly today)
    {
        var living = documents.Where(document => document.Revisions.Any(revision => revision.Status != RevisionStatus.Purged)).ToArray();
        _titles = living.ToDictionary(document => document.Id, document => Printable.Line(DocumentRows.Leading(document, today).Description.Title));

        // A sample's number is nobody's: the samples go when the first real document comes.
        var described = living.SelectMany(document => document.Revisions.Where(revision => revision is { Status: not RevisionStatus.Purged, Description.IsSample: false })
            .Select(revision => (document.Id, revision.Description))).ToArray();
        _numbers = described.Where(one => !string.IsNullOrWhiteSpace(one.Description.Number))
            .Select(one => (one.Id, Number: FoldedWords.Of(one.Description.Number ?? ""))).Distinct().ToLookup(one => one.Number, one => one.Id);
        _names = living.SelectMany(document => document.Revisions.Select(revision => (document.Id, Title: FoldedWords.Of(revision.Description.Title)))).Distinct()
            .ToLookup(one => one.Title, one => one.Id);
    }

    public string? TitleOf(DocumentId document) => _titles.GetValueOrDefault(document);

    /// <summary>Documents that have this number.</summary>
    public IEnumerable<DocumentId> WithNumber(string number) => number.Length == 0 ? [] : _numbers[FoldedWords.Of(number)];

    /// <summary>Null when nothing or more than one thing is named so.</summary>
    public DocumentId? Find(string named)
    {
        if (DocumentId.TryParse(named, out var id) && _titles.ContainsKey(id))
            return id;
        foreach (var found in new[] { _numbers[FoldedWords.Of(named)].ToArray(), _names[FoldedWords.Of(named)].ToArray() })
        {
            if (found is [var only])
                return only;
        }

        return null;
    }
}
