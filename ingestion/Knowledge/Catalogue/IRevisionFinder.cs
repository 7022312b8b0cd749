using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Knowledge.Catalogue;

/// <summary>
/// Finds the revisions that a file handed in may be, by what they hold: needs no right to write, so that a file is recognised while another
/// process publishes.
/// </summary>
public interface IRevisionFinder
{
    /// <summary>Every revision of these bytes, of any document and status, newest first.</summary>
    ValueTask<ImmutableArray<CatalogueRevision>> FindByContentAsync(ContentHash content, CancellationToken cancellationToken);

    /// <summary>Every revision uploaded under exactly this name that is not purged, newest first.</summary>
    ValueTask<ImmutableArray<CatalogueRevision>> FindByFileNameAsync(string fileName, CancellationToken cancellationToken);

    /// <summary>What each revision that is neither purged nor a sample can be recognised by.</summary>
    ValueTask<ImmutableArray<RevisionLikeness>> ReadLikenessAsync(CancellationToken cancellationToken);
}
