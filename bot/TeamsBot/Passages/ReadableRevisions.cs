using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Settings;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.TeamsBot.Passages;

/// <summary>What callers may read: revisions that are known, not erased, and meant for the installation's audiences as they are now.</summary>
internal sealed class ReadableRevisions(ICatalogueReader catalogue, IOptions<AudienceOptions> audience)
{
    /// <summary>Null when there is none for this caller; which of the reasons it is stays unsaid.</summary>
    public async Task<CatalogueRevision?> FindAsync(RevisionId id, CancellationToken cancellationToken) =>
        await catalogue.FindRevisionAsync(id, cancellationToken) is { Status: not RevisionStatus.Purged } revision && MayRead(revision) ? revision : null;

    public bool MayRead(CatalogueRevision revision)
    {
        var caller = Audience.OfCaller(Turn.Audiences(audience.Value));
        return revision.Description.Audience.Any(one => caller.Contains(one));
    }
}
