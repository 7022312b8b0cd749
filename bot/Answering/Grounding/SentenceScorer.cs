using AgentHelpdesk.Answering.Retrieval;
using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>How well a sentence, a list item or a table answers, given the question's words, what it asks for, and where it was found.</summary>
internal sealed class SentenceScorer
{
    // Fitted to 279 questions by random search over fivefold sums (gold passage and value in the first claim), and rounded. Headings
    // say what their sentences are about as well as these do themselves; a document's title less.
    private const double HeadingShare = 1.0;
    private const double TitleShare = 0.75;
    private const double PassageShare = 0.8;
    private const double AimShare = 0.2;
    private const double FigureShare = 0.55;
    private const double NamedRowShare = 0.25;
    private const double LeastFit = 0.4;
    private const double ItemShare = 0.5;
    private const double OpeningShare = 0.08;
    private const double NoteShare = 0.15;
    private const double FallbackShare = 0.3;
    private const double NamedArticleShare = 0.5;

    // To abstain is another question than to rank: a title repeats the question's subject over every sentence, and answers nothing.
    private const double SaidByHeading = 0.85;
    private const double SaidByTitle = 0.5;

    private readonly KnownTerms known;
    private readonly QuestionWords words;
    private readonly WantedFact wanted;
    private readonly NamedRule named;
    private readonly double bestSparse;
    private readonly bool namesDate;
    // "l'indemnité de gros temps (IGT)" is said once in a document, and holds for all of it.
    private readonly Dictionary<RevisionId, string> acronyms;
    private readonly Dictionary<(int Rank, int Start), HashSet<string>> terms = [];
    private readonly Dictionary<int, HashSet<string>> headings = [];
    private readonly Dictionary<int, HashSet<string>> titles = [];

    public SentenceScorer(RetrievalOutcome retrieval, KnownTerms known)
    {
        this.known = known;
        named = new(retrieval.Question);
        words = QuestionWords.Of(retrieval, term => named.Covers(term) && retrieval.Passages.Any(named.IsIn));
        namesDate = retrieval.Question.NamesDate;
        wanted = WantedFact.Of(retrieval.Question);
        acronyms = retrieval.Passages.GroupBy(passage => passage.Chunk.Revision.Id)
            .ToDictionary(group => group.Key, group => string.Join(' ', group.SelectMany(passage => DraftingWords.AcronymsOf(passage.Chunk.Chunk.Text)).Distinct()));
        bestSparse = retrieval.Passages.Max(passage => passage.SparseScore ?? 0);
    }

    public QuestionWords Words => words;

    /// <summary>The question is about the life of a named article, not about what it says.</summary>
    public bool WantsVersion => named.AsksForVersion;

    public HashSet<string> TermsOf(Piece piece)
    {
        if (!terms.TryGetValue((piece.Passage.Rank, piece.Range.Start), out var found))
        {
            terms[(piece.Passage.Rank, piece.Range.Start)] = found = [.. known.Of(piece.Text)];
            if (wanted.In(piece.Text) >= LeastFit)
                found.Add(QuestionWords.Wanted);
        }

        return found;
    }

    /// <summary>A figure for a day to come is known only from a text that names its year; what holds today may not hold then.</summary>
    public bool MayAnswer(IEnumerable<DraftClaim> claims) => wanted.HoldsOn(claims.Select(claim => claim.Text));

    public double OfSentence(SectionText text, Piece piece)
    {
        // An item says something only under its introduction.
        var introduction = piece.Role is PieceRole.Item && text.IntroductionOf(piece.Index) is { } at ? text.Pieces[at] : null;
        var score = (introduction is null ? Relevance(text, piece, TermsOf(piece)) : Relevance(text, piece, TermsOf(introduction), TermsOf(piece))) + Aimed(piece.Text);
        if (piece.Role is PieceRole.VersionLine)
            return score + NamedArticleShare;
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
        HashSet<string> shown = [.. group.SelectMany(TermsOf), .. group[0].Index > 0 ? TermsOf(text.Pieces[group[0].Index - 1]) : []];
        return OfTable(text, shown, row, string.Join('\n', group.Select(piece => piece.Text)));
    }

    /// <param name="text">The section the table stands in.</param>
    /// <param name="shown">The terms of the rows, header and caption that would be shown.</param>
    /// <param name="first">The first row.</param>
    /// <param name="values">The text in which a wanted amount or date may stand.</param>
    public double OfTable(SectionText text, HashSet<string> shown, Piece first, string values) =>
        Relevance(text, first, shown) + Aimed(values);

    /// <summary>Added when a row was chosen by a date or a label that the question names: what it asks for is this row.</summary>
    public double OfNamedRow(ChosenRows chosen) => (chosen.IsInForce && namesDate) || chosen.IsNamed ? NamedRowShare : 0;

    /// <summary>How much of the question a unit, its headings and its document's title say.</summary>
    public double CoverageOf(SectionText text, Piece piece, HashSet<string> shown) =>
        named.IsIn(piece.Passage) ? 1 : words.Covered(shown, (HeadingTerms(text, piece), SaidByHeading), (TitleTerms(piece.Passage), SaidByTitle));

    /// <summary>A table shown for a figure must hold one.</summary>
    public bool HoldsFigure(string values) => !wanted.IsFigure || wanted.In(values) >= LeastFit;

    private double Aimed(string values) => (wanted.IsFigure ? FigureShare : AimShare) * wanted.In(values);

    private double Relevance(SectionText text, Piece piece, HashSet<string> own, HashSet<string>? items = null)
    {
        var covered = words.Covered(own, (items ?? own, ItemShare), (HeadingTerms(text, piece), HeadingShare), (TitleTerms(piece.Passage), TitleShare));
        var score = covered + (PassageShare * Prior(piece.Passage));
        // Of a named article the first words say most, whatever the other words of the question.
        return named.IsIn(piece.Passage) ? score + NamedArticleShare + (OpeningShare / (1 + piece.Index)) : score;
    }

    private HashSet<string> HeadingTerms(SectionText text, Piece piece)
    {
        if (!headings.TryGetValue(piece.Passage.Rank, out var found))
            headings[piece.Passage.Rank] = found = [.. known.Of(string.Join('\n', piece.Passage.Chunk.Chunk.Locator.SectionPath))];
        return text.HeadingAbove(piece.Index) is { } inner ? [.. found, .. TermsOf(inner)] : found;
    }

    private HashSet<string> TitleTerms(Passage passage)
    {
        if (!titles.TryGetValue(passage.Rank, out var found))
            titles[passage.Rank] = found = [.. known.Of(passage.Chunk.Revision.Description.Title + "\n" + passage.Chunk.Chunk.Prefix + "\n" + acronyms[passage.Chunk.Revision.Id])];
        return found;
    }

    /// <summary>1 for the best passage, falling with rank and with the score beside the best.</summary>
    private double Prior(Passage passage)
    {
        var byRank = 1 / (1 + (0.35 * (passage.Rank - 1)));
        return bestSparse > 0 && passage.SparseScore is { } sparse ? (byRank + (sparse / bestSparse)) / 2 : byRank;
    }

    private static bool IsOpening(SectionText text, Piece piece) =>
        piece.OpensPart && (piece.Index == 0 || text.Pieces[piece.Index - 1].Role is PieceRole.Heading or PieceRole.VersionLine);

    /// <summary>A question, an example, a label with nothing after it or a pointer elsewhere is no rule.</summary>
    private static bool Answers(SectionText text, Piece piece)
    {
        if (DraftingWords.PointsElsewhere(piece.Words) || DraftingWords.IsTeaser(piece.Words))
            return false;
        if (piece.Role is PieceRole.Item)
            return text.IntroductionOf(piece.Index) is not null || text.HeadingAbove(piece.Index) is not null;
        if (!piece.IsTerminated)
            return false;
        for (var i = piece.Index; i >= 0; i--)
        {
            if (DraftingWords.OpensExample(text.Pieces[i].Words))
                return false;
            if (text.Pieces[i].OpensPart)
                break;
        }

        return true;
    }
}
