using System.Collections.Immutable;
using AgentHelpdesk.Answering.Retrieval;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>A candidate completed: what is shown of it, and what of the question it says.</summary>
internal sealed record Unit
{
    // What a list says with its introduction counts, less than what one sentence says alone.
    private const double CompletionShare = 0.3;

    public required SectionText Text { get; init; }
    public required Passage Passage { get; init; }
    public required double Score { get; init; }
    /// <summary>The share of the question, by worth, that it says with its headings and title.</summary>
    public required double Coverage { get; init; }
    public required ImmutableArray<Span> Spans { get; init; }
    public required ImmutableArray<DraftClaim> Claims { get; init; }
    public required HashSet<string> Terms { get; init; }

    /// <summary>Rows of a table.</summary>
    public bool IsTable => Claims[0].Table is not null;

    /// <summary>The row of a table whose label the question holds.</summary>
    public bool IsNamedRow { get; init; }

    /// <summary>Null when the pieces at hand don't make a whole.</summary>
    public static Unit? Complete(SectionText text, Candidate candidate, SentenceScorer scorer, RowChooser rows)
    {
        var seed = text.Pieces.FirstOrDefault(piece => piece.Passage.Rank == candidate.Passage.Rank && piece.Range.Start == candidate.Start);
        return seed switch
        {
            null => null,
            { Role: PieceRole.VersionLine } => OfPieces(text, candidate, scorer, seed, [new(seed.Index, seed.Index)]),
            { Role: PieceRole.Row } => OfTable(text, seed, candidate, scorer, rows),
            _ => OfSentences(text, seed, candidate, scorer, rows),
        };
    }

    private static Unit? OfSentences(SectionText text, Piece seed, Candidate candidate, SentenceScorer scorer, RowChooser rows)
    {
        if (Announced(text, seed) is { } row)
            return OfTable(text, row, candidate, scorer, rows);
        if (Completion.Of(text, seed.Index) is not { } complete)
            return null;
        return OfPieces(text, candidate, scorer, seed, [complete.Rule, .. complete.Exceptions]);
    }

    private static Unit? OfPieces(SectionText text, Candidate candidate, SentenceScorer scorer, Piece seed, ImmutableArray<Span> spans)
    {
        var pieces = spans.SelectMany(span => text.Pieces[span.First..(span.Last + 1)]).ToArray();
        if (pieces.Any(piece => DraftingWords.OrdersMachine(piece.Words)) || (pieces[0] != seed && DraftingWords.PointsElsewhere(pieces[0].Words)))
            return null;
        HashSet<string> terms = [.. pieces.SelectMany(scorer.TermsOf)];
        return new()
        {
            Text = text,
            Passage = candidate.Passage,
            Score = candidate.Score + (CompletionShare * scorer.Words.Added(terms, scorer.TermsOf(seed))),
            Coverage = scorer.CoverageOf(text, seed, terms),
            Spans = spans,
            Claims = [.. spans.Select((span, i) => ClaimComposer.OfSpan(text, span, i == 0 ? ClaimKind.Rule : ClaimKind.Exception) with { BelongsToPrevious = i > 0 })],
            Terms = terms,
        };
    }

    /// <summary>The first row of the table that a sentence ending in ":" announces.</summary>
    private static Piece? Announced(SectionText text, Piece seed)
    {
        if (!seed.Announces || text.ListAfter(seed.Index) is not null)
            return null;
        return text.Pieces.Skip(seed.Index + 1).TakeWhile(piece => piece.Role is PieceRole.Caption or PieceRole.TableHeader or PieceRole.Row)
            .FirstOrDefault(piece => piece.Role is PieceRole.Row);
    }

    private static Unit? OfTable(SectionText text, Piece row, Candidate candidate, SentenceScorer scorer, RowChooser rows)
    {
        var table = PieceTable.Of(text, row);
        if (rows.Choose(table) is not { } chosen || table.Captions.Any(caption => DraftingWords.LeansOnPrevious(caption.Words) || DraftingWords.OrdersMachine(caption.Words)))
            return null;
        ImmutableArray<Piece> answering = chosen.Answering is { } one ? [table.Rows[one]] : [.. chosen.Rows.Select(i => table.Rows[i])];
        HashSet<string> terms = [.. table.Captions.Concat(table.Headers).Concat(answering).SelectMany(scorer.TermsOf)];
        var values = string.Join('\n', answering.Select(piece => piece.Text));
        // An exception printed under a table takes something back from its rows.
        if (Completion.ExceptionsAfter(text, new(table.Rows[0].Index, table.Rows[^1].Index)) is not { } exceptions)
            return null;
        if (!scorer.HoldsFigure(values) || answering.Any(piece => DraftingWords.OrdersMachine(piece.Words)))
            return null;
        return new()
        {
            Text = text,
            Passage = candidate.Passage,
            Score = scorer.OfTable(text, terms, answering[0], values) + scorer.OfNamedRow(chosen),
            Coverage = scorer.CoverageOf(text, answering[0], terms),
            Spans = [.. chosen.Rows.Select(i => new Span(table.Rows[i].Index, table.Rows[i].Index)), .. exceptions],
            Claims =
            [
                ClaimComposer.OfTable(table, chosen, rows.ColumnsOf(table, chosen), ClaimKind.Rule),
                .. exceptions.Select(span => ClaimComposer.OfSpan(text, span, ClaimKind.Exception) with { BelongsToPrevious = true }),
            ],
            Terms = terms,
            IsNamedRow = chosen.IsNamed,
        };
    }
}
