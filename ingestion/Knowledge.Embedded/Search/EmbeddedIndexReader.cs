using AgentHelpdesk.Knowledge.Index;

namespace AgentHelpdesk.Knowledge.Embedded.Search;

/// <summary>Answers from memory; the file is only asked whether anything changed.</summary>
internal sealed class EmbeddedIndexReader(KnowledgeDatabase database) : IIndexReader, IDisposable
{
    private readonly SnapshotSource snapshots = new(database);

    public async Task<SearchLegs> SearchAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        var snapshot = await snapshots.CurrentAsync(cancellationToken);
        return snapshot.Search(query);
    }

    public Task<IndexManifest?> ReadManifestAsync(CancellationToken cancellationToken) => Task.FromResult(database.Read(connection => connection.Rows(
        "SELECT schema, analyzer, embedding_model, embedding_size FROM manifest",
        row => new IndexManifest
        {
            Schema = row.GetInt32(0),
            Analyzer = row.GetString(1),
            EmbeddingModel = row.GetString(2),
            EmbeddingSize = row.GetInt32(3),
        }).SingleOrDefault()));

    public void Dispose() => snapshots.Dispose();
}
