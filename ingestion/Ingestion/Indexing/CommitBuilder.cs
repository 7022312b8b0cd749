using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Ingestion.Indexing;

/// <summary>Gathers what a publication commits while its entries are staged.</summary>
internal sealed class CommitBuilder(long number, ImmutableArray<Act> acts)
{
    public long Number => number;
    public List<RevisionChange> Revisions { get; } = [];
    public List<ChunkAppearance> Added { get; } = [];
    public List<ChunkId> Ended { get; } = [];

    public PublicationCommit Build(ImmutableArray<ContentHash> erasures) => new()
    {
        Number = number,
        Revisions = [.. Revisions],
        Added = [.. Added],
        Ended = [.. Ended],
        Acts = acts,
        Erasures = erasures,
    };
}
