using AgentHelpdesk.Answering.Retrieval;
using AgentHelpdesk.Knowledge.Chunks;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>How well a sentence, a list item or a table answers, given the question's words, what it asks for, and where it was found.</summary>
internal sealed class SentenceScorer(RetrievalOutcome retrieval)
{
    // The words of a sentence weigh most; those of its headings say what it is about without saying anything themselves.
    private const double HeadingShare = 0.55;
    private const double PassageShare = 0.55;
    private const double AimShare = 0.3;
    private const double OpeningShare = 0.1;
    private const double NoteShare = 0.08;
    private const double FallbackShare = 0.35;

    private readonly QuestionWords words = new(retrieval.Terms);
    private readonly WantedFact wanted = WantedFact.Of(retrieval.Question);
    private readonly double bestSparse = retrieval.Passages.Max(passage => passage.SparseScore ?? 0);
    private readonly Dictionary<(int Rank, int Start), HashSet<string>> terms = [];
    private readonly Dictionary<int, HashSet<string>> headings = [];

    public QuestionWords Words => words;

    public HashSet<string> TermsOf(Piece piece)
    {
        if (!terms.TryGetValue((piece.Passage.Rank, piece.Range.Start), out var found))
            terms[(piece.Passage.Rank, piece.Range.Start)] = found = QuestionWords.TermsOf(piece.Text);
        return found;
    }

    public HashSet<string> HeadingTerms(SectionText text, Piece piece)
    {
        if (!headings.TryGetValue(piece.Passage.Rank, out var found))
            headings[piece.Passage.Rank] = found = QuestionWords.TermsOf(piece.Passage.Chunk.Chunk.Prefix + "\n" + string.Join('\n', piece.Passage.Chunk.Chunk.Locator.SectionPath));
        return text.HeadingAbove(piece.Index) is { } inner ? [.. found, .. TermsOf(inner)] : found;
    }

    public double OfSentence(SectionText text, Piece piece)
    {
        var own = TermsOf(piece);
        var score = Relevance(own, HeadingTerms(text, piece), piece.Passage) + (AimShare * wanted.In(piece.Text));
        if (IsOpening(text, piece))
            score += OpeningShare;
        if (piece.Part.Kind is ChunkPartKind.Note)
            score -= NoteShare;
        if (!Answers(text, piece))
            score -= FallbackShare;
        return score;
    }

    /// <summary>Before its rows are chosen: the most it can reach.</summary>
    public double OfWholeTable(SectionText text, Piece row)
    {
        var group = text.Pieces.Where(piece => piece.Part.Group == row.Part.Group).ToArray();
        var around = row.Index > 0 ? TermsOf(text.Pieces[group[0].Index > 0 ? group[0].Index - 1 : 0]) : [];
        HashSet<string> terms = [.. group.SelectMany(TermsOf), .. around];
        return OfTable(text, terms, row, string.Join('\n', group.Select(piece => piece.Text)));
    }

    /// <param name="text">The section the table stands in.</param>
    /// <param name="shown">The terms of the rows, header and caption that would be shown.</param>
    /// <param name="first">The first row.</param>
    /// <param name="values">The text in which a wanted amount or date may stand.</param>
    public double OfTable(SectionText text, HashSet<string> shown, Piece first, string values) =>
        Relevance(shown, HeadingTerms(text, first), first.Passage) + (AimShare * wanted.In(values));

    private double Relevance(HashSet<string> own, HashSet<string> around, Passage passage)
    {
        var covered = words.Covered(own);
        return covered + (HeadingShare * words.Added(around, own)) + (PassageShare * Prior(passage));
    }

    /// <summary>1 for the best passage, falling with rank and with the score beside the best.</summary>
    private double Prior(Passage passage)
    {
        var byRank = 1 / (1 + (0.35 * (passage.Rank - 1)));
        return bestSparse > 0 && passage.SparseScore is { } sparse ? (byRank + (sparse / bestSparse)) / 2 : byRank;
    }

    private static bool IsOpening(SectionText text, Piece piece) =>
        piece.OpensPart && (piece.Index == 0 || text.Pieces[piece.Index - 1].Role is PieceRole.Heading);

    /// <summary>A question, an example, a label with nothing after it or a pointer elsewhere is no rule.</summary>
    private static bool Answers(SectionText text, Piece piece)
    {
        if (piece.Role is PieceRole.Item)
            return true;
        if (piece.Words.TrimEnd().EndsWith("?", StringComparison.Ordinal) || !piece.IsTerminated)
            return false;
        for (var i = piece.Index; i >= 0; i--)
        {
            if (DraftingWords.OpensExample(text.Pieces[i].Words))
                return false;
            if (text.Pieces[i].OpensPart)
                break;
        }

        return !DraftingWords.PointsElsewhere(piece.Words);
    }
}
