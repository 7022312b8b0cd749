using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Knowledge.Embedded.Catalogue;

/// <summary>Recognises revisions in <c>knowledge.db</c>.</summary>
internal sealed class EmbeddedRevisionFinder(KnowledgeDatabase database) : IRevisionFinder
{
    public ValueTask<ImmutableArray<CatalogueRevision>> FindByContentAsync(ContentHash content, CancellationToken cancellationToken) =>
        new(database.Read(connection => connection.Rows(
            $"SELECT {RevisionRow.Columns} FROM revision r WHERE r.content = $content ORDER BY r.published_at DESC, r.key DESC",
            RevisionRow.Read,
            ("$content", content.Value)).ToImmutableArray()));

    public ValueTask<ImmutableArray<CatalogueRevision>> FindByFileNameAsync(string fileName, CancellationToken cancellationToken) =>
        new(database.Read(connection => connection.Rows(
            $"SELECT {RevisionRow.Columns} FROM revision r WHERE r.file_name = $name AND r.status <> $purged ORDER BY r.published_at DESC, r.key DESC",
            RevisionRow.Read,
            ("$name", fileName),
            ("$purged", (int)RevisionStatus.Purged)).ToImmutableArray()));

    public ValueTask<ImmutableArray<RevisionLikeness>> ReadLikenessAsync(CancellationToken cancellationToken) =>
        new(database.Read(connection => connection.Rows(
            "SELECT id, document, full_number, likeness FROM revision WHERE likeness IS NOT NULL AND is_sample = 0 AND status <> $purged",
            row => new RevisionLikeness(
                DocumentId.Parse(row.GetString(1)),
                RevisionId.Parse(row.GetString(0)),
                new(row.TextOrNull(2), [.. TermBlob.ReadNumbers(row.Bytes(3))])),
            ("$purged", (int)RevisionStatus.Purged)).ToImmutableArray()));
}
