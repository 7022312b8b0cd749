using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.Answering.Retrieval;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>Which of two sources is quoted first: a text for everyone before a local note, the one in force last, then the higher text.</summary>
internal static class SourceRank
{
    private const int Unknown = 5;

    // Words of a kind of document, from the highest text down.
    private static readonly string[][] Order = [["code", "constitution"], ["loi", "ordonnance"], ["decret"], ["arrete"], ["circulaire", "instruction", "directive"]];

    public static bool GoesBefore(Passage one, Passage other)
    {
        var (first, second) = (one.Chunk.Revision.Description, other.Chunk.Revision.Description);
        if (IsLocal(first) != IsLocal(second))
            return IsLocal(second);
        // A start that nobody gave says nothing of which came last.
        if (one.Chunk.Effective.HasKnownStart && other.Chunk.Effective.HasKnownStart && one.Chunk.Effective.From != other.Chunk.Effective.From)
            return one.Chunk.Effective.From > other.Chunk.Effective.From;
        var (rank, otherRank) = (RankOf(first.Kind), RankOf(second.Kind));
        return rank == otherRank ? one.Rank <= other.Rank : rank < otherRank;
    }

    /// <summary>Meant for some bodies or territories alone, or local by its kind.</summary>
    public static bool IsLocal(RevisionDescription description) =>
        !description.Audience.Contains(Audience.Everyone) || WordsOf(description.Kind).Any(word => word.StartsWith("local", StringComparison.Ordinal));

    private static int RankOf(string kind)
    {
        var words = WordsOf(kind);
        var rank = Array.FindIndex(Order, names => names.Any(name => words.Contains(name) || words.Contains(name + "s")));
        return rank < 0 ? Unknown : rank;
    }

    private static string[] WordsOf(string kind) => FoldedText.Of(kind).Split([' ', '-', '_', '/', '\''], StringSplitOptions.RemoveEmptyEntries);
}
