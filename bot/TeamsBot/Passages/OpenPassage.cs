using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Documents;
using AgentHelpdesk.TeamsBot.Resources;

namespace AgentHelpdesk.TeamsBot.Passages;

/// <summary>From the address of some words to the passage they stand in, for those who may read it.</summary>
internal sealed class OpenPassage(ICatalogueReader catalogue, ReadableRevisions readable, SamePlace places, CivilDay clock)
{
    /// <summary>A quote stands on one page or goes over to the next; a header and its row may be further apart.</summary>
    private const int MaxPages = 6;

    private const int MaxChunks = 12;

    /// <summary>Null when there is no such passage for this caller: unknown, erased, of another audience, or no words there.</summary>
    public async Task<PassageView?> OpenAsync(PassageLink link, Messages messages, CancellationToken cancellationToken)
    {
        if (await readable.FindAsync(link.Revision, cancellationToken) is not { } revision)
            return null;
        var quoting = await QuotingAsync(link, cancellationToken);
        if (quoting.IsEmpty)
            return null;
        var parts = PassageWindow.Of(await WithNeighboursAsync(link.Revision, quoting, cancellationToken), link.Words);
        return parts.IsEmpty ? null : await ViewAsync(link, revision, quoting[0], parts, messages, cancellationToken);
    }

    private async Task<ImmutableArray<Chunk>> QuotingAsync(PassageLink link, CancellationToken cancellationToken)
    {
        var chunks = new SortedDictionary<int, Chunk>();
        foreach (var page in link.Words.Select(range => range.Page).Distinct().Take(MaxPages))
        {
            foreach (var chunk in await catalogue.ReadChunksOnPageAsync(link.Revision, page, cancellationToken))
            {
                if (chunks.Count < MaxChunks && !PassageWindow.QuotedCharacters(chunk, link.Words).IsEmpty)
                    chunks[chunk.Ordinal] = chunk;
            }
        }

        return [.. chunks.Values];
    }

    private async Task<IReadOnlyList<Chunk>> WithNeighboursAsync(RevisionId revision, ImmutableArray<Chunk> quoting, CancellationToken cancellationToken)
    {
        var chunks = new SortedDictionary<int, Chunk>();
        foreach (var chunk in quoting)
        {
            foreach (var neighbour in await catalogue.ReadNeighboursAsync(revision, chunk.Ordinal - 1, chunk.Ordinal + 1, cancellationToken))
                chunks[neighbour.Ordinal] = neighbour;
        }

        return [.. chunks.Values];
    }

    private async Task<PassageView> ViewAsync(
        PassageLink link, CatalogueRevision revision, Chunk first, ImmutableArray<ShownPart> parts, Messages messages, CancellationToken cancellationToken)
    {
        var today = clock.Today;
        var asOf = link.AsOf ?? AsOf.Day(today);
        var successor = await SuccessorAsync(revision, today, cancellationToken);
        var shown = link.IsOnlyNear ? [.. parts.Select(part => part with { Quoted = [] })] : parts;
        var (firstPage, lastPage) = (link.Words.Min(range => range.Page), link.Words.Max(range => range.Page));
        ImmutableArray<string> path = [.. first.Locator.SectionPath, .. PassageWindow.HeadingsAbove(first, link.Words)];
        return new()
        {
            Language = messages.Language,
            Title = Printable.Line(revision.Description.Title),
            Sample = revision.Description.IsSample ? messages.SampleMark : null,
            Path = SourceViews.PathOf(first.Locator with { SectionPath = path }, messages),
            Pages = messages.Pages(firstPage, lastPage),
            Validity = ValidityOf(revision, asOf, today, messages),
            Warnings = PassageWarnings.Of(
                revision, successor, asOf, today, successor is null ? null : await places.FindAsync(first, path.LastOrDefault(), successor, today, cancellationToken), messages),
            IsOnlyNear = link.IsOnlyNear,
            Blocks = PassageBlocks.Of(shown),
            PdfUrl = PdfLink.To(revision.Id, firstPage),
        };
    }

    private async Task<CatalogueRevision?> SuccessorAsync(CatalogueRevision revision, DateOnly today, CancellationToken cancellationToken)
    {
        var document = await catalogue.FindDocumentAsync(revision.Document, cancellationToken);
        return document is not null && PassageWarnings.SuccessorOf(revision, document, today) is { } successor && readable.MayRead(successor) ? successor : null;
    }

    private static string ValidityOf(CatalogueRevision revision, AsOf asOf, DateOnly today, Messages messages)
    {
        var day = asOf.DayShownFirst(today);
        ImmutableArray<ValidityPeriod> periods = [.. revision.Effective.Where(period => period.Overlaps(asOf)).OrderByDescending(period => period.Contains(day))];
        return periods.IsEmpty ? RevisionStanding.Line(revision, today, messages) : ValidityWords.Of(periods[0], asOf, today, messages);
    }
}
