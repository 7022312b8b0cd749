using System.Collections.Immutable;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>Consecutive pieces that are shown together, first and last included.</summary>
internal readonly record struct Span(int First, int Last)
{
    public bool Overlaps(Span other) => First <= other.Last && other.First <= Last;

    public bool Contains(int index) => First <= index && index <= Last;
}

/// <summary>Pieces that can be read alone: a rule with what it leans on and announces, then the exceptions that follow it.</summary>
internal sealed record CompletePieces(Span Rule, ImmutableArray<Span> Exceptions);

/// <summary>
/// Completes a sentence until it says what its author said: the list it announces, the sentence it leans on, the exception that takes
/// part of it back. What can't be completed from the text at hand is not shown at all.
/// </summary>
internal static class Completion
{
    // Two sentences back explain most pronouns; a chain longer than this is a text that can't be quoted in part.
    private const int MostSentencesBack = 3;

    // An exception further down an article than this belongs to another of its paragraphs.
    private const int MostPiecesToException = 6;
    private const int MostExceptions = 3;

    public static CompletePieces? Of(SectionText text, int seed)
    {
        return Complete(text, seed) is { } rule && ExceptionsAfter(text, rule) is { } exceptions ? new(rule, exceptions) : null;
    }

    /// <summary>The exceptions to a rule or a table that follow it; null when one of them can't be made whole.</summary>
    public static ImmutableArray<Span>? ExceptionsAfter(SectionText text, Span rule)
    {
        var exceptions = ImmutableArray.CreateBuilder<Span>();
        var covered = rule;
        while (exceptions.Count < MostExceptions && NextException(text, rule, covered) is { } found)
        {
            if ((found == covered.Last + 1 ? Onward(text, found) : Complete(text, found)) is not { } exception)
                return null;
            // The sentences between a rule and the exception to its paragraph explain the exception.
            var from = Math.Max(covered.Last + 1, exception.First);
            if (from > exception.Last)
                break;
            exceptions.Add(new(from, exception.Last));
            covered = new(rule.First, exception.Last);
        }

        return exceptions.ToImmutable();
    }

    /// <summary>An exception right after its rule leans on it; only what it announces is still to come.</summary>
    private static Span? Onward(SectionText text, int exception)
    {
        var span = Forward(text, new(exception, exception));
        return text.Pieces[span.Last].Announces ? null : span;
    }

    private static Span? Complete(SectionText text, int seed)
    {
        if (!text.Pieces[seed].IsText)
            return null;
        var span = new Span(seed, seed);
        for (var steps = 0; ; steps++)
        {
            var wider = Forward(text, Backward(text, span));
            if (wider == span)
                return IsWhole(text, span) ? span : null;
            span = wider;
            if (steps > MostSentencesBack)
                return null;
        }
    }

    private static Span Backward(SectionText text, Span span)
    {
        var first = text.Pieces[span.First];
        if (first.Role is PieceRole.Item)
            return OutermostIntroduction(text, span.First) is { } introduction ? span with { First = introduction } : WithoutIntroduction(text, span);
        var listEnd = span.Last;
        if (first.Role is PieceRole.Sentence && LeansBack(text, first) && span.First > 0 && text.Pieces[span.First - 1].IsText)
            return new(span.First - 1, listEnd);
        return span;
    }

    private static Span Forward(SectionText text, Span span)
    {
        var last = span.Last;
        for (var i = span.First; i <= last; i++)
        {
            if (text.ListAfter(i) is { } list && (text.Pieces[i].Announces || list.Start <= last))
                last = Math.Max(last, list.End - 1);
        }

        // Half of a sentence whose other half the page printed elsewhere.
        if (last + 1 < text.Pieces.Length && !text.Pieces[last].IsTerminated && text.Pieces[last + 1] is { Role: PieceRole.Sentence } next && BeginsInside(next))
            last++;
        return span with { Last = last };
    }

    /// <summary>A list that stands directly under a heading is whole with the heading.</summary>
    private static Span WithoutIntroduction(SectionText text, Span span)
    {
        var first = span.First;
        while (first > 0 && text.Pieces[first - 1].Role is PieceRole.Item)
            first--;
        var last = span.Last;
        while (last + 1 < text.Pieces.Length && text.Pieces[last + 1].Role is PieceRole.Item)
            last++;
        return new(first > 0 && text.Pieces[first - 1].Role is PieceRole.Heading ? first - 1 : first, last);
    }

    private static int? OutermostIntroduction(SectionText text, int item)
    {
        int? outermost = null;
        for (var introduction = text.IntroductionOf(item); introduction is { } at; introduction = text.IntroductionOf(at))
        {
            outermost = at;
            if (text.Pieces[at].Role is not PieceRole.Item)
                break;
        }

        return outermost;
    }

    private static bool LeansBack(SectionText text, Piece piece) =>
        DraftingWords.LeansOnPrevious(piece.Words) || BeginsInside(piece)
        || (DraftingWords.OpensException(piece.Words) && !DraftingWords.StandsAlone(piece.Words) && text.Pieces.Length > 1);

    private static bool BeginsInside(Piece piece) => piece.Words.TrimStart() is [var first, ..] && char.IsLower(first);

    private static bool IsWhole(SectionText text, Span span)
    {
        var first = text.Pieces[span.First];
        var last = text.Pieces[span.Last];
        // What begins in the middle, or takes back a rule that isn't there, says nothing alone. A pronoun under a heading is about the heading.
        if (first.Role is PieceRole.Item && !first.OpensPart)
            return false;
        if (first.Role is PieceRole.Sentence && (BeginsInside(first) || (DraftingWords.OpensException(first.Words) && !DraftingWords.StandsAlone(first.Words))))
            return false;
        return !last.Announces;
    }

    private static int? NextException(SectionText text, Span rule, Span covered)
    {
        var part = text.Pieces[rule.Last].Part;
        var inArticle = text.Pieces[rule.First].Passage.Chunk.Chunk.Locator.Article is not null;
        for (var i = covered.Last + 1; i < text.Pieces.Length && i <= covered.Last + MostPiecesToException; i++)
        {
            var piece = text.Pieces[i];
            if (piece.Role is PieceRole.Heading)
                return null;
            if (!piece.IsText)
                continue;
            var near = piece.Part == part || i == covered.Last + 1;
            if (DraftingWords.OpensException(piece.Words) && (near || (inArticle && piece.OpensPart && DraftingWords.StandsAlone(piece.Words))))
                return i;
            if (i == covered.Last + 1 && DraftingWords.StatesException(piece.Words))
                return i;
        }

        return null;
    }
}
