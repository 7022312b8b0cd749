using System.Globalization;
using System.Text;
using AgentHelpdesk.Answering.Retrieval;
using AgentHelpdesk.TeamsBot.Resources;

namespace AgentHelpdesk.TeamsBot.Answers;

/// <summary>Lays the final ranking out as lines of text, each leg's score beside the fused one.</summary>
internal static class RankingText
{
    private const int ExcerptLength = 160;

    public static string Of(RetrievalOutcome retrieval, int count, Language language)
    {
        var messages = Messages.In(language);
        var text = new StringBuilder();
        text.Append(messages.RankingTitle(messages.Period(retrieval.Question.AsOf))).Append(" · ").AppendLine(messages.DocumentsSearched(retrieval.DocumentsSearched));
        text.AppendLine(messages.SearchedTerms(Printable.Line(string.Join(", ", retrieval.Terms.Select(term => $"{term.Term.Term} {Score(term.Weight)}")))));
        text.AppendLine(messages.EvidenceStrength(retrieval.Evidence.Strength, retrieval.Evidence.Lack is { } lack ? messages.Reason(lack) : messages.EvidenceEnough));
        foreach (var passage in retrieval.Passages.Take(count))
            Write(text, passage, retrieval, messages);
        return text.ToString();
    }

    private static void Write(StringBuilder text, Passage passage, RetrievalOutcome retrieval, Messages messages)
    {
        var (question, locator) = (retrieval.Question, passage.Chunk.Chunk.Locator);
        text.AppendLine().Append(CultureInfo.InvariantCulture, $"{passage.Rank,3}. ")
            .AppendLine(messages.Scores(Score(passage.Score), Score(passage.SparseScore), Score(passage.DenseScore)))
            .Append("     ").Append(Printable.Line(passage.Chunk.Revision.Description.Title)).Append(", ").AppendLine(messages.Pages(locator.FirstPage, locator.LastPage));
        if (!locator.SectionPath.IsEmpty)
            text.Append("     ").AppendLine(Printable.Line(string.Join(" › ", locator.SectionPath)));
        text.Append("     ").AppendLine(ValidityWords.Of(passage.Chunk, question.AsOf, question.Today, messages))
            .Append("     ").AppendLine(messages.Quoted(Printable.Shorten(Printable.Line(passage.Chunk.Chunk.Text), ExcerptLength)));
    }

    private static string Score(double? score) => score is { } value ? value.ToString("0.000", CultureInfo.InvariantCulture) : "–";
}
