using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.Answering.Retrieval;
using AgentHelpdesk.Knowledge.Documents;
using Microsoft.Extensions.AI;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>What the model is shown: how to answer, the passages as far as there is room, the days, the question. Nothing of a person: the question is masked.</summary>
internal sealed record AnswerPrompt
{
    public const string Name = "answer-1";

    private const int LongestTitle = 160;
    private const int LongestSection = 200;

    public required ImmutableArray<ChatMessage> Messages { get; init; }

    /// <summary>Characters of passages in it, headings included.</summary>
    public required int Characters { get; init; }

    /// <param name="retrieval">The question and its passages.</param>
    /// <param name="most">Most passages.</param>
    /// <param name="characters">Most characters of passages.</param>
    public static AnswerPrompt Of(RetrievalOutcome retrieval, int most, int characters)
    {
        var passages = Passages(retrieval.Passages, most, characters);
        return new()
        {
            Messages =
            [
                new(ChatRole.System, PromptText.Of(Name, retrieval.Question.Language)),
                new(ChatRole.User, $"{Days(retrieval.Question)}\n{passages}{Fence.Of("question", retrieval.Question.MaskedText)}"),
            ],
            Characters = passages.Length,
        };
    }

    /// <summary>The best first; the last one that has no room is cut at the end of a sentence or row, or left out.</summary>
    private static string Passages(ImmutableArray<Passage> passages, int most, int characters)
    {
        var shown = new StringBuilder();
        foreach (var passage in passages.OrderBy(passage => passage.Rank).Take(most))
        {
            var opening = Opening(passage);
            var text = PassageCut.Of(passage.Chunk.Chunk, characters - shown.Length - opening.Length);
            // The nearest passage is shown even where there is hardly any room: without one there is nothing to ask.
            if (text.Length == 0 && shown.Length > 0)
                break;
            text = text.Length == 0 ? PassageCut.First(passage.Chunk.Chunk) : text;
            shown.Append(CultureInfo.InvariantCulture, $"{opening}{Fence.Text(text)}\n</passage>\n");
            if (text.Length < passage.Chunk.Chunk.Text.Length)
                break;
        }

        return shown.ToString();
    }

    private static string Opening(Passage passage)
    {
        var description = passage.Chunk.Revision.Description;
        var locator = passage.Chunk.Chunk.Locator;
        var title = description.Number is { Length: > 0 } number && !description.Title.Contains(number, StringComparison.OrdinalIgnoreCase) ? $"{description.Title}, {number}" : description.Title;
        var kind = description.Kind.Length > 0 ? $" ({Fence.Line(description.Kind, 40)})" : "";
        var section = locator.SectionPath.IsEmpty ? "" : $"Section: {Fence.Line(string.Join(" > ", locator.SectionPath.TakeLast(3)), LongestSection)}\n";
        return $"<passage number=\"{passage.Rank.ToString(CultureInfo.InvariantCulture)}\">\nDocument: {Fence.Line(title, LongestTitle)}{kind}{Validity(passage.Chunk.Effective)}\n{section}Text:\n";
    }

    private static string Validity(ValidityPeriod period) =>
        (period.HasKnownStart ? $", in force from {Day(period.From)}" : "") + (period.LastDay is { } last ? $", until {Day(last)}" : "");

    private static string Days(UnderstoodQuestion question)
    {
        var (first, last) = (question.AsOf.First, question.AsOf.Last);
        return $"Today: {Day(question.Today)}. The question is about {(first == last ? Day(first) : $"{Day(first)} to {Day(last)}")}.";
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
