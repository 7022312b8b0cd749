using System.Globalization;
using System.Text;
using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.Answering.Retrieval;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>
/// What makes two questions one: the masked question as it is understood, the days, the rights, the publication, the language, and the passages that were
/// found. Prompt, model and policy are settings, and those are one for as long as the program runs.
/// </summary>
internal static class AnswerKey
{
    public static string Of(RetrievalOutcome retrieval)
    {
        var (question, filter) = (retrieval.Question, retrieval.Filter);
        var key = new StringBuilder();
        key.Append(Normalized(question.MaskedText)).Append('\n')
            .Append(question.Language).Append('\n')
            .Append(CultureInfo.InvariantCulture, $"{question.AsOf.First.DayNumber} {question.AsOf.Last.DayNumber} {question.Today.DayNumber} {question.NamesDate}\n")
            .Append(CultureInfo.InvariantCulture, $"{retrieval.Publication}\n")
            .AppendJoin(' ', filter.Audiences.Order(StringComparer.Ordinal)).Append('\n')
            .AppendJoin(' ', filter.Kinds.Order(StringComparer.Ordinal)).Append('\n');
        // A draft laid over a publication has its number, and other passages.
        foreach (var passage in retrieval.Passages)
            key.Append(passage.Chunk.Id.Value.ToString(CultureInfo.InvariantCulture)).Append(' ');
        return key.ToString();
    }

    /// <summary>Case, accents, spaces and what ends the sentence make no other question.</summary>
    public static string Normalized(string masked) =>
        string.Join(' ', FoldedText.Of(masked.Normalize(NormalizationForm.FormC)).Split(' ', StringSplitOptions.RemoveEmptyEntries)).TrimEnd(' ', '?', '.', '!', '…');
}
