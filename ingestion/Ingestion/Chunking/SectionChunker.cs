using System.Collections.Immutable;
using AgentHelpdesk.Ingestion.Sectioning;
using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.Knowledge.Text;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.Ingestion.Chunking;

/// <summary>From a document's outline to its chunks: each lies inside one article or numbered section, and together they hold the whole text once.</summary>
public sealed class SectionChunker(IOptions<ChunkingOptions> options)
{
    private readonly ChunkingOptions _options = options.Value;

    /// <param name="outline">Tables of contents in it give no chunk.</param>
    /// <param name="document">For the locators.</param>
    /// <param name="revision">For the locators.</param>
    /// <param name="title">Indexed in front of every chunk.</param>
    public ImmutableArray<Chunk> Chunk(Outline outline, DocumentId document, RevisionId revision, string title)
    {
        var prefix = new ChunkPrefix(_options, title);
        var writer = new ChunkWriter(document, revision, outline.Code, prefix);
        var breaks = new BreakFinder(_options.SmallTokens);
        var chunks = ImmutableArray.CreateBuilder<Chunk>();
        foreach (var region in Regions.Of(outline, new PieceCutter(Room), _options.WholeTokens))
        {
            var start = 0;
            foreach (var end in breaks.Find(region, piece => Room(piece.Node)))
            {
                var repeats = start > 0 && region[start - 1].Group == region[start].Group;
                chunks.Add(writer.Write(region.AsSpan()[start..end], repeats, chunks.Count));
                start = end;
            }
        }

        return chunks.ToImmutable();

        // A chunk shares its size with its prefix; an overlong title leaves a third for the text.
        int Room(SectionNode node) => Math.Max(_options.MaxTokens / 3, _options.MaxTokens - ChunkSize.CountTokens(prefix.Of(node)));
    }
}
