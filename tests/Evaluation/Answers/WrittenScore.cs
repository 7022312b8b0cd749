using System.Collections.Immutable;
using AgentHelpdesk.Answering;
using AgentHelpdesk.Evaluation.Questions;
using AgentHelpdesk.Evaluation.Retrieval;

namespace AgentHelpdesk.Evaluation.Answers;

/// <summary>How one question was answered: a line of results.jsonl. A measure is null where the question has not what it needs.</summary>
internal sealed record WrittenScore
{
    public required string Id { get; init; }
    public required string Kind { get; init; }
    public required bool Answerable { get; init; }

    /// <summary>Who wrote what is shown, "extractive" or "model"; null when abstaining.</summary>
    public required string? Writer { get; init; }

    /// <summary>Why the configured model did not write it; null: it did, or none is configured.</summary>
    public required string? Fallback { get; init; }

    /// <summary>Answered where the corpus answers, abstained where it does not.</summary>
    public required bool StatusRight { get; init; }

    /// <summary>Of the citations shown, the share on a gold page.</summary>
    public double? CitationPrecision { get; init; }

    /// <summary>Of the gold entries, the share with a citation on one of their pages; 1 for any of them where one suffices.</summary>
    public double? CitationRecall { get; init; }

    /// <summary>Of the gold quote's sequences of four words, the share in the cited words; the best entry's where one suffices.</summary>
    public double? GoldQuoteCovered { get; init; }

    /// <summary>Of the claims shown, those that fail the check when it is run again over what is shown.</summary>
    public required int UnsupportedShown { get; init; }
    public required int ClaimsShown { get; init; }
    public required int ClaimsDropped { get; init; }
    public required ImmutableArray<string> Conflicts { get; init; }
    public bool? ValueInAnswer { get; init; }
    public bool? ValueInFirstLine { get; init; }
    public bool? ForbiddenSaid { get; init; }
    public required double Milliseconds { get; init; }
    public required long InputTokens { get; init; }
    public required long OutputTokens { get; init; }
    public required AnswerLine Answer { get; init; }

    /// <summary>What a judge said; null without one, when abstaining, or when it could not be read.</summary>
    public Judgement? Judgement { get; init; }

    public static WrittenScore Of(EvaluationQuestion question, Answer answer, ResultLine line)
    {
        var grounded = answer as Answer.Grounded;
        var writing = grounded?.Writing ?? (answer as Answer.Abstention)?.Writing;
        var quoted = question.Answerable && grounded is not null;
        return new()
        {
            Id = question.Id,
            Kind = question.Kind,
            Answerable = question.Answerable,
            Writer = grounded is null ? null : KebabCase.Of(grounded.Writer.ToString()),
            Fallback = writing?.Fallback is { } fallback ? KebabCase.Of(fallback.ToString()) : null,
            StatusRight = question.Answerable == grounded is not null,
            CitationPrecision = quoted ? GoldCitations.Precision(question, line.Answer.Citations) : null,
            CitationRecall = question.Answerable ? GoldCitations.Recall(question, line.Answer.Citations) : null,
            GoldQuoteCovered = question.Answerable ? GoldCitations.QuoteCovered(question, line.Answer.Citations) : null,
            UnsupportedShown = grounded is null ? 0 : ShownClaims.Unsupported(grounded).Length,
            ClaimsShown = grounded?.Claims.Length ?? 0,
            ClaimsDropped = writing?.Checks.Count(check => check.Flaw is not null) ?? 0,
            Conflicts = grounded is null ? [] : [.. grounded.Conflicts.Select(conflict => KebabCase.Of(conflict.Kind.ToString()))],
            ValueInAnswer = question is { Answerable: true, Answer: { } value } ? AnswerValue.Stands(line.Answer.Text, value) : null,
            ValueInFirstLine = question is { Answerable: true, Answer: { } asked } ? AnswerValue.Stands(line.Answer.FirstLine, asked) : null,
            ForbiddenSaid = question.Forbidden is { } forbidden ? AnswerValue.Stands(line.Answer.Text, forbidden) : null,
            Milliseconds = line.Milliseconds,
            InputTokens = writing?.Calls.Sum(call => call.InputTokens) ?? 0,
            OutputTokens = writing?.Calls.Sum(call => call.OutputTokens) ?? 0,
            Answer = line.Answer,
        };
    }
}
