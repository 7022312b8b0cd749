using System.Collections.Immutable;
using AgentHelpdesk.Ingestion.Uploads;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Documents;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.Ingestion.Inbox;

/// <summary>Finds the documents that a text may be a new revision of: for proposing, never for deciding.</summary>
internal sealed class Resemblances(ICatalogueReader reader, IRevisionFinder finder, IOptions<UploadOptions> options)
{
    private const int Most = 5;

    /// <param name="own">The text's likeness.</param>
    /// <param name="chosen">The document it was handed in for, which needs no proposal; null when none was chosen.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<ImmutableArray<Resemblance>> OfAsync(TextLikeness own, DocumentId? chosen, CancellationToken cancellationToken) =>
        await OfAsync(own, chosen, await finder.ReadLikenessAsync(cancellationToken), cancellationToken);

    /// <summary>The same among what was read once for many.</summary>
    public async Task<ImmutableArray<Resemblance>> OfAsync(
        TextLikeness own, DocumentId? chosen, ImmutableArray<RevisionLikeness> published, CancellationToken cancellationToken)
    {
        var alike = published
            .Where(other => other.Document != chosen)
            .Select(other => (other.Document, Number: own.FullNumber == other.Likeness.FullNumber ? own.FullNumber : null, Share: Likeness.Of(own, other.Likeness)))
            .Where(other => other.Number is not null || other.Share >= options.Value.LikenessThreshold)
            .GroupBy(other => other.Document)
            .Select(group => group.OrderByDescending(other => other.Number is not null).ThenByDescending(other => other.Share).First())
            .OrderByDescending(other => other.Number is not null).ThenByDescending(other => other.Share).ThenBy(other => other.Document.Value, StringComparer.Ordinal)
            .Take(Most);
        var found = ImmutableArray.CreateBuilder<Resemblance>();
        foreach (var (document, number, share) in alike)
        {
            var known = await reader.FindDocumentAsync(document, cancellationToken);
            found.Add(new(document, known?.Revisions[0].Description.Title ?? document.Value, number, share));
        }

        return found.ToImmutable();
    }
}
