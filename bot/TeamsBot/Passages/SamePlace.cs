using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.TeamsBot.Documents;

namespace AgentHelpdesk.TeamsBot.Passages;

/// <summary>Finds in another revision of a document the place that words came from: the same article, else the section of the same name.</summary>
internal sealed class SamePlace(ICatalogueReader catalogue)
{
    /// <summary>Chunks read on each side of the same position: a revision moves text, but rarely by more.</summary>
    private const int Reach = 150;

    /// <summary>The address of the passage there, or of the PDF's first page when the place is gone.</summary>
    public async Task<string> FindAsync(Chunk chunk, CatalogueRevision other, DateOnly today, CancellationToken cancellationToken)
    {
        var nearby = await catalogue.ReadNeighboursAsync(other.Id, chunk.Ordinal - Reach, chunk.Ordinal + Reach, cancellationToken);
        var place = nearby.Where(candidate => !candidate.Locator.Words.IsEmpty && IsSame(chunk, candidate))
            .MinBy(candidate => Math.Abs(candidate.Ordinal - chunk.Ordinal));
        return place is null ? PdfLink.To(other.Id, 1) : PassageLink.To(place.Locator, AsOf.Day(today), isOnlyNear: true);
    }

    private static bool IsSame(Chunk one, Chunk other)
    {
        if (!one.ArticleKeys.IsEmpty)
            return other.ArticleKeys.Any(key => one.ArticleKeys.Contains(key));
        return one.Locator.SectionPath is [.., var heading] && other.Locator.SectionPath is [.., var otherHeading]
            && string.Equals(heading, otherHeading, StringComparison.OrdinalIgnoreCase);
    }
}
