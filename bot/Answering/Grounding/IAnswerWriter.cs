using System.Collections.Immutable;
using AgentHelpdesk.Answering.Retrieval;
using AgentHelpdesk.Knowledge.Chunks;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>Writes an answer from passages. What it writes is a draft: nothing of it is shown before each quote is checked.</summary>
public interface IAnswerWriter
{
    WriterKind Kind { get; }

    /// <summary>Called only with enough evidence. No claims: the passages say nothing that answers.</summary>
    Task<AnswerDraft> WriteAsync(RetrievalOutcome retrieval, CancellationToken cancellationToken);
}

/// <summary>Claims in the order to be read, none of them checked.</summary>
public sealed record AnswerDraft(ImmutableArray<DraftClaim> Claims)
{
    /// <summary>
    /// Passages read in this turn beside the retrieved ones, because a list, a table or an exception goes on in the next chunk of the
    /// same article; ranked after them.
    /// </summary>
    public ImmutableArray<Passage> Neighbours { get; init; } = [];
}

/// <summary>A claim with the quotes it relies on.</summary>
public sealed record DraftClaim
{
    public required ClaimKind Kind { get; init; }

    /// <summary>The words; list items are lines that begin with their marker.</summary>
    public required string Text { get; init; }

    /// <summary>Never empty: a claim without a quote can't be shown.</summary>
    public required ImmutableArray<DraftQuote> Quotes { get; init; }

    /// <summary>Can't be shown without the claim before, nor that one without it: an exception and its rule stand or fall together.</summary>
    public bool BelongsToPrevious { get; init; }

    /// <summary>When the claim is rows of a table; null otherwise.</summary>
    public CitedTable? Table { get; init; }

    /// <summary>When a list was cut; null otherwise.</summary>
    public ListCut? Cut { get; init; }
}

/// <param name="PassageRank">A passage of this turn.</param>
/// <param name="Text">Words that must stand, contiguous, in that passage.</param>
public sealed record DraftQuote(int PassageRank, string Text)
{
    /// <summary>Where the writer took it from, when it knows: tells apart words that stand there twice.</summary>
    public TextRange? Taken { get; init; }
}
