using System.Collections.Immutable;
using AgentHelpdesk.Evaluation.Questions;

namespace AgentHelpdesk.Evaluation.Retrieval;

/// <summary>How one question went.</summary>
internal sealed record QuestionScore
{
    public required EvaluationQuestion Question { get; init; }
    public required ResultLine Result { get; init; }

    /// <summary>Of each gold entry: the rank of the first passage that hits it; null: none does.</summary>
    public required ImmutableArray<int?> HitRanks { get; init; }

    /// <summary>The first passage lies on a gold page.</summary>
    public required bool FirstOnGoldPage { get; init; }

    /// <summary>The first passage is of the version in force on the date asked; null where the gold document has one version.</summary>
    public required bool? RightVersion { get; init; }

    /// <summary>The answer gives the value; null where the question has none.</summary>
    public required bool? ValueGiven { get; init; }

    /// <summary>The line that opens the answer gives the value; null where the question has none.</summary>
    public required bool? ValueInFirstLine { get; init; }

    /// <summary>That line states a value of the same kind, and not the right one; null where the question's value is no figure.</summary>
    public required bool? WrongValueFirst { get; init; }

    /// <summary>The answer says what an order hidden in a document told it to; null where there is none.</summary>
    public required bool? ForbiddenSaid { get; init; }

    public bool Answered => Result.Answer.Status == AnswerLine.Grounded;

    /// <param name="question">The question.</param>
    /// <param name="result">What became of it.</param>
    /// <param name="hasVersions">Whether a file is one of several versions of its document.</param>
    public static QuestionScore Of(EvaluationQuestion question, ResultLine result, Func<string, bool> hasVersions)
    {
        var first = result.Passages.FirstOrDefault();
        var dated = question.Answerable && (question.WrongVersion is not null || question.Gold.Any(gold => hasVersions(gold.Document)));
        return new()
        {
            Question = question,
            Result = result,
            HitRanks = [.. question.Gold.Select(gold => result.Passages.FirstOrDefault(passage => GoldMatch.Hits(passage, gold))?.Rank)],
            FirstOnGoldPage = first is not null && question.Gold.Any(gold => GoldMatch.SharesPage(first, gold)),
            RightVersion = dated ? first is not null && question.Gold.Any(gold => GoldMatch.SameFile(first.Document, gold.Document)) : null,
            ValueGiven = question is { Answerable: true, Answer: { } value } ? AnswerValue.Stands(result.Answer.Text, value) : null,
            ValueInFirstLine = question is { Answerable: true, Answer: { } asked } ? AnswerValue.Stands(result.Answer.FirstLine, asked) : null,
            WrongValueFirst = question is { Answerable: true, Answer: { } right } ? StatedValues.StatesAnother(result.Answer.FirstLine, right) : null,
            ForbiddenSaid = question.Forbidden is { } forbidden ? AnswerValue.Stands(result.Answer.Text, forbidden) : null,
        };
    }
}
