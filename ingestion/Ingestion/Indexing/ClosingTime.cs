using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.Knowledge.Index;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.Ingestion.Indexing;

/// <summary>Removes what was ended long enough ago, and erases purged bytes. Each step can be killed and done again.</summary>
internal sealed class ClosingTime(
    IIndexWriter index, IRevisionFinder finder, IContentStore contents, TimeProvider time, IOptions<IndexingOptions> options, ILogger<ClosingTime> logger)
{
    private const int BatchSize = 1000;

    /// <summary>Index first, catalogue second: as long as the catalogue knows an ended chunk, its entry can still be found and removed.</summary>
    public async Task CleanUpAsync(ICatalogueWriter catalogue, CancellationToken cancellationToken)
    {
        var ended = await catalogue.ReadEndedAsync(time.GetUtcNow().AddMinutes(-options.Value.CleanUpDelayMinutes), cancellationToken);
        foreach (var batch in ended.Chunk(BatchSize))
        {
            await index.RemoveAsync(batch, cancellationToken);
            await catalogue.ForgetAsync(batch, cancellationToken);
        }

        if (!ended.IsEmpty)
            logger.EndedChunksRemoved(ended.Length);
        foreach (var content in await catalogue.ReadErasuresAsync(cancellationToken))
        {
            // The same bytes may have come back, by explicit choice, since the purge was committed.
            var revisions = await finder.FindByContentAsync(content, cancellationToken);
            if (revisions.All(revision => revision.Status == RevisionStatus.Purged))
                contents.Delete(content);
            await catalogue.ForgetErasureAsync(content, cancellationToken);
            logger.ContentErased(content);
        }
    }

    /// <summary>The bytes of purged revisions that no revision left has.</summary>
    public async Task<ImmutableArray<ContentHash>> ErasableAsync(IReadOnlyList<RevisionPlan> plans, CancellationToken cancellationToken)
    {
        var purged = plans.Where(plan => plan.After.Status == RevisionStatus.Purged).ToArray();
        var erasable = ImmutableArray.CreateBuilder<ContentHash>();
        foreach (var content in purged.Select(plan => plan.After.Content).Distinct())
        {
            var others = await finder.FindByContentAsync(content, cancellationToken);
            if (others.All(other => other.Status == RevisionStatus.Purged || purged.Any(plan => plan.After.Id == other.Id)))
                erasable.Add(content);
        }

        return erasable.ToImmutable();
    }
}
