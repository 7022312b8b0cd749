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

    /// <param name="chunk">Where the words stand.</param>
    /// <param name="heading">The last heading above them; null when there is none.</param>
    /// <param name="other">The revision to look in.</param>
    /// <param name="today">Today.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The address of the passage there, or of the PDF's first page when the place is gone.</returns>
    public async Task<string> FindAsync(Chunk chunk, string? heading, CatalogueRevision other, DateOnly today, CancellationToken cancellationToken)
    {
        var nearby = await catalogue.ReadNeighboursAsync(other.Id, chunk.Ordinal - Reach, chunk.Ordinal + Reach, cancellationToken);
        var place = nearby.Where(candidate => !candidate.Locator.Words.IsEmpty && IsSame(chunk, heading, candidate))
            .MinBy(candidate => Math.Abs(candidate.Ordinal - chunk.Ordinal));
        return place is null ? PdfLink.To(other.Id, 1) : PassageLink.To(place.Locator, AsOf.Day(today), isOnlyNear: true);
    }

    private static bool IsSame(Chunk one, string? heading, Chunk other)
    {
        if (!one.ArticleKeys.IsEmpty)
            return other.ArticleKeys.Any(key => one.ArticleKeys.Contains(key));
        return heading is null
            ? other.Locator.SectionPath.IsEmpty
            : IsAlike(heading, other.Locator.SectionPath.LastOrDefault() ?? "") || HeadingsIn(other).Any(inner => IsAlike(heading, inner));
    }

    // Small sections are joined in one chunk and keep their headings in its text.
    private static IEnumerable<string> HeadingsIn(Chunk chunk) =>
        chunk.Parts.Where(part => part.Kind is ChunkPartKind.Heading).Select(part => chunk.Text.Substring(part.Range.Start, part.Range.Length));

    private static bool IsAlike(string one, string other) => string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);
}
