using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.Knowledge.Embedded;

namespace AgentHelpdesk.TeamsBot.Keeping;

/// <summary>The citations of rated answers. They live longer than a conversation, so a purge must reach them: what it erases is quoted nowhere.</summary>
internal sealed class RatedQuotes(LocalDatabase database, ICatalogueReader catalogue)
{
    /// <summary>Erases what answers quote of documents that were purged since; question and opinion stay.</summary>
    public async Task ErasePurgedAsync(CancellationToken cancellationToken)
    {
        foreach (var revision in database.Read(statements => statements.Rows(
            "SELECT DISTINCT revision FROM rating_citation WHERE quote <> ''", row => RevisionId.TryParse(row.Text(0), out var id) ? id : (RevisionId?)null)))
        {
            if (revision is { } id && await catalogue.FindRevisionAsync(id, cancellationToken) is { Status: RevisionStatus.Purged })
                Erase(id);
        }
    }

    internal static void Insert(LocalStatements statements, long rating, RatedCitation citation) => statements.Execute(
        """
        INSERT INTO rating_citation (rating, number, revision, title, path, pages, validity, quote, passage)
        VALUES ($rating, $number, $revision, $title, $path, $pages, $validity, $quote, $passage)
        """,
        ("$rating", rating),
        ("$number", citation.Number),
        ("$revision", citation.Revision.Value),
        ("$title", citation.Title),
        ("$path", string.Join('\n', citation.Path)),
        ("$pages", citation.Pages),
        ("$validity", citation.Validity),
        ("$quote", citation.Quote),
        ("$passage", citation.Passage));

    internal static ILookup<long, RatedCitation> Read(LocalStatements statements) => statements.Rows(
        "SELECT rating, number, revision, title, path, pages, validity, quote, passage FROM rating_citation ORDER BY key",
        row => RevisionId.TryParse(row.Text(2), out var revision)
            ? (Rating: row.Number(0), Citation: new RatedCitation(
                (int)row.Number(1), revision, row.Text(3), [.. row.Text(4).Split('\n', StringSplitOptions.RemoveEmptyEntries)], row.Text(5), row.Text(6), row.Text(7), row.Text(8)))
            : default).Where(row => row.Citation is not null).ToLookup(row => row.Rating, row => row.Citation);

    // The answer is made of the quotes: it goes with them.
    private void Erase(RevisionId revision) => database.Write(
        statements =>
            statements.Execute("UPDATE rating SET answer = '' WHERE key IN (SELECT rating FROM rating_citation WHERE revision = $revision)", ("$revision", revision.Value))
            + statements.Execute("UPDATE rating_citation SET quote = '' WHERE revision = $revision", ("$revision", revision.Value)),
        emptiesLog: true);
}
