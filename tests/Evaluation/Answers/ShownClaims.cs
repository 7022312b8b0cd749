using System.Collections.Immutable;
using AgentHelpdesk.Answering;
using AgentHelpdesk.Answering.Grounding;
using AgentHelpdesk.Knowledge.Chunks;

namespace AgentHelpdesk.Evaluation.Answers;

/// <summary>The check run again over what is shown, from the shown citations alone: a claim that fails it should not have been shown.</summary>
internal static class ShownClaims
{
    public static ImmutableArray<RejectedClaim> Unsupported(Answer.Grounded answer)
    {
        var citations = answer.Citations.ToDictionary(citation => citation.Number);
        var cited = answer.Citations.Select(citation => citation.Passage).DistinctBy(passage => passage.Rank).ToImmutableArray();
        var draft = new AnswerDraft([.. answer.Claims.Select(claim => new DraftClaim
        {
            Kind = claim.Kind,
            Text = claim.Text,
            Table = claim.Table,
            Quotes = [.. claim.Citations.Where(citations.ContainsKey).SelectMany(number => QuotesOf(claim, citations[number]))],
        })]);
        return CitationVerifier.Verify(draft, cited, new() { Writer = answer.Writer, ConcernsPerson = answer.ConcernsPerson }).Rejected;
    }

    private static IEnumerable<DraftQuote> QuotesOf(Claim claim, Citation citation)
    {
        var chunk = citation.Passage.Chunk.Chunk;
        yield return new(citation.Passage.Rank, citation.Quote) { Taken = citation.Range };
        if (claim.Table is null)
            yield break;
        // A header or caption repeated on every chunk stands on no page, hence in no citation; the rows are read with it.
        foreach (var part in chunk.Parts.Where(part => part.Kind is ChunkPartKind.TableHeader or ChunkPartKind.Caption))
            yield return new(citation.Passage.Rank, chunk.Text.Substring(part.Range.Start, part.Range.Length)) { Taken = part.Range };
    }
}
