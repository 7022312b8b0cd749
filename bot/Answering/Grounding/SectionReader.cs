using System.Collections.Immutable;
using AgentHelpdesk.Answering.Retrieval;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Chunks;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>
/// Reads around a passage the chunks of the same article or section, so that a list, a table or an exception cut by a chunk's end is
/// whole again. What it reads becomes a passage of this turn, ranked after the retrieved ones.
/// </summary>
internal sealed class SectionReader(ICatalogueReader catalogue, ImmutableArray<Passage> retrieved)
{
    // One chunk holds about a page: these reach what a rule leans on and what takes it back.
    private const int Before = 2;
    private const int After = 3;

    // A table of amounts over twenty years fills this many chunks at most.
    private const int MostChunks = 24;

    private readonly Dictionary<(string Revision, int Ordinal), SectionText> read = [];
    private readonly List<Passage> neighbours = [];

    public IReadOnlyList<Passage> Neighbours => neighbours;

    public async ValueTask<SectionText> ReadAsync(Passage passage, CancellationToken cancellationToken)
    {
        var revision = passage.Chunk.Revision.Id.Value;
        var ordinal = passage.Chunk.Chunk.Ordinal;
        if (read.TryGetValue((revision, ordinal), out var known))
            return known;

        var (first, last) = (ordinal - Before, ordinal + After);
        var chunks = await ReadAsync(passage, first, last, cancellationToken);
        while (chunks.Length < MostChunks && Unfinished(chunks) is var (down, up) && (down || up))
        {
            var (wasFirst, wasLast) = (chunks[0].Ordinal, chunks[^1].Ordinal);
            (first, last) = (down ? first - MostChunks / 2 : first, up ? last + MostChunks / 2 : last);
            chunks = await ReadAsync(passage, first, last, cancellationToken);
            if (chunks[0].Ordinal == wasFirst && chunks[^1].Ordinal == wasLast)
                break;
        }

        var text = new SectionText([.. chunks.Select(chunk => PassageOf(passage, chunk))]);
        foreach (var chunk in chunks)
            read.TryAdd((revision, chunk.Ordinal), text);
        read[(revision, ordinal)] = text;
        return text;
    }

    private async ValueTask<ImmutableArray<Chunk>> ReadAsync(Passage passage, int first, int last, CancellationToken cancellationToken)
    {
        var own = passage.Chunk.Chunk;
        var around = await catalogue.ReadNeighboursAsync(passage.Chunk.Revision.Id, Math.Max(0, first), last, cancellationToken);
        var at = around.ToList().FindIndex(chunk => chunk.Ordinal == own.Ordinal);
        if (at < 0)
            return [own];
        var (start, end) = (at, at);
        while (start > 0 && around[start - 1].Ordinal == around[start].Ordinal - 1 && SameSection(around[start - 1], own))
            start--;
        while (end + 1 < around.Length && around[end + 1].Ordinal == around[end].Ordinal + 1 && SameSection(around[end + 1], own))
            end++;
        return [.. around.Take(at).Skip(start), own, .. around.Take(end + 1).Skip(at + 1)];
    }

    private static bool SameSection(Chunk one, Chunk other) =>
        one.Locator.Article == other.Locator.Article && one.Locator.SectionPath.SequenceEqual(other.Locator.SectionPath);

    /// <summary>Whether a list or table that was read in part goes on before the first chunk or after the last.</summary>
    private static (bool Down, bool Up) Unfinished(ImmutableArray<Chunk> chunks)
    {
        var first = chunks[0].Parts.FirstOrDefault(part => part.Ordinal > 0);
        var last = chunks[^1].Parts.LastOrDefault();
        return (first is { Ordinal: > 1 } && chunks[0].Ordinal > 0, last is { Ordinal: > 0 } && last.Ordinal < last.GroupCount);
    }

    private Passage PassageOf(Passage found, Chunk chunk)
    {
        var revision = found.Chunk.Revision;
        if (found.Chunk.Chunk.Ordinal == chunk.Ordinal)
            return found;
        var known = retrieved.Concat(neighbours).FirstOrDefault(passage => passage.Chunk.Revision.Id == revision.Id && passage.Chunk.Chunk.Ordinal == chunk.Ordinal);
        if (known is not null)
            return known;
        var neighbour = new Passage
        {
            Rank = retrieved.Max(passage => passage.Rank) + neighbours.Count + 1,
            Chunk = found.Chunk with { Id = ChunkId.Of(revision.Id, chunk.Ordinal, revision.PublishedAt), Chunk = chunk },
            Score = 0,
        };
        neighbours.Add(neighbour);
        return neighbour;
    }
}
