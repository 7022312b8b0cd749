using AgentHelpdesk.Answering.Retrieval;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>A piece of a passage that may answer, before it is completed from its neighbours.</summary>
/// <param name="Passage">The passage it was found in.</param>
/// <param name="Start">Where the piece begins in the passage's text.</param>
/// <param name="Score">Of the piece alone, then of what completion made of it.</param>
internal sealed record Candidate(Passage Passage, int Start, double Score)
{
    public Unit? Completed { get; init; }

    public static IEnumerable<Candidate> Of(Passage passage, SentenceScorer scorer)
    {
        var text = new SectionText([passage]);
        var tables = new HashSet<int>();
        foreach (var piece in text.Pieces)
        {
            if (piece.Role is PieceRole.Row)
            {
                if (tables.Add(piece.Part.Group))
                    yield return new(passage, piece.Range.Start, scorer.OfWholeTable(text, piece));
            }
            else if (piece.Role is PieceRole.VersionLine ? scorer.WantsVersion : piece.IsText && CanStand(piece))
            {
                yield return new(passage, piece.Range.Start, scorer.OfSentence(text, piece));
            }
        }
    }

    /// <summary>A line without a full stop may be a sentence whose author left it out; a label has few words.</summary>
    private static bool IsParagraphOfWords(Piece piece) => piece.OpensPart && piece.Range == piece.Part.Range && piece.Words.Count(' ') >= 8 && DraftingWords.HasVerb(piece.Words);

    /// <summary>A question, a line of dots or of digits, a word or two, a mere reference, an order to a machine: never what a person would read aloud.</summary>
    private static bool CanStand(Piece piece)
    {
        var words = piece.Words;
        var letters = 0;
        foreach (var character in words)
            letters += char.IsLetter(character) ? 1 : 0;
        if (words.TrimEnd("\"»”) ;,\u00a0\u202f").EndsWith("?", StringComparison.Ordinal))
            return false;
        if (piece.Role is PieceRole.Sentence && !piece.IsTerminated && !IsParagraphOfWords(piece))
            return false;
        return letters >= 12 && letters * 2 > words.Length && words.IndexOf("....", StringComparison.Ordinal) < 0 && !DraftingWords.OnlyNamesText(words) && !DraftingWords.OrdersMachine(words);
    }
}
