using System.Collections.Immutable;
using AgentHelpdesk.Ingestion.Indexing;
using AgentHelpdesk.Ingestion.Reading;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Ingestion.Uploads;

/// <summary>Gathers what reading, sectioning and chunking gave into what is published.</summary>
internal static class DraftTexts
{
    public static DraftText Of(DocumentId id, string fileName, ReadDocument document, ImmutableArray<Chunk> chunks)
    {
        var weights = chunks.Select(IndexedText.Weigh).ToImmutableArray();
        return new(
            new()
            {
                Pages = document.Pages,
                Chunks = [.. chunks.Zip(weights, (chunk, weight) => new IndexedChunk(chunk, weight.Indices))],
                Problems = [.. document.Problems.Select(problem => new RecordedProblem(id, fileName, problem.Code, problem.Page, problem.Detail))],
                Likeness = Likeness.Of(document.Pages, chunks),
            },
            weights);
    }
}
