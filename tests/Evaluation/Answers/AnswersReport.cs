using System.Collections.Immutable;
using System.Diagnostics;
using AgentHelpdesk.Answering;
using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.Evaluation.Corpus;
using AgentHelpdesk.Evaluation.Questions;
using AgentHelpdesk.Evaluation.Retrieval;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace AgentHelpdesk.Evaluation.Answers;

/// <summary>What is to be scored.</summary>
internal sealed record AnswersSettings
{
    public required EvaluationCorpus Corpus { get; init; }
    public required string QuestionsFile { get; init; }
    public required string OutFolder { get; init; }

    /// <summary>Null: the extractive writer.</summary>
    public EvaluatedModel? Writer { get; init; }

    /// <summary>Null: nobody judges.</summary>
    public EvaluatedModel? Judge { get; init; }

    /// <summary>Null: all questions.</summary>
    public int? Limit { get; init; }

    /// <summary>Null: the machine's day.</summary>
    public DateOnly? Today { get; init; }
}

/// <summary>Ingest, ask, score, judge, write and print.</summary>
internal static class AnswersReport
{
    public static async Task<(AnswersSummary Summary, ImmutableArray<WrittenScore> Scores)> RunAsync(
        AnswersSettings settings, TextWriter output, CancellationToken cancellationToken)
    {
        var questions = Spread(QuestionFile.Read(settings.QuestionsFile), settings.Limit);
        var time = settings.Today is { } day ? new FixedDay(day) : TimeProvider.System;
        await using var helpdesk = await Helpdesk.OpenAsync(settings.Corpus, time, cancellationToken, settings.Writer?.AddTo);
        await using var judging = settings.Judge?.Alone();
        var judge = judging is null ? null : new AnswerJudge(judging.GetRequiredService<IChatClient>());
        var lines = new ResultLines(settings.Corpus.PdfFiles);
        // Compiling and loading are paid for once, and without a model.
        foreach (var question in questions.Take(3))
            await helpdesk.AskAsync(Ready(question) with { AllowsModel = false }, cancellationToken);

        var scores = ImmutableArray.CreateBuilder<WrittenScore>(questions.Length);
        foreach (var question in questions)
        {
            var start = Stopwatch.GetTimestamp();
            var answer = await helpdesk.AskAsync(Ready(question), cancellationToken);
            var line = lines.Of(question.Id, answer, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            var score = WrittenScore.Of(question, answer, line);
            if (judge is not null && answer is Answer.Grounded grounded)
                score = score with { Judgement = await judge.RateAsync(question.Question, line.Answer.Text, grounded.Citations, cancellationToken) };
            scores.Add(score);
        }

        var summary = AnswersSummary.Of(settings, settings.Today ?? DateOnly.FromDateTime(time.GetLocalNow().DateTime), helpdesk.Ingestion, scores);
        await ResultFiles.WriteLinesAsync(settings.OutFolder, scores, cancellationToken);
        await ResultFiles.WriteSummaryAsync(settings.OutFolder, summary, cancellationToken);
        await output.WriteAsync(summary.ToText());
        return (summary, scores.ToImmutable());
    }

    /// <summary>Files are sorted by kind: the first ones would be of one kind alone.</summary>
    internal static ImmutableArray<EvaluationQuestion> Spread(ImmutableArray<EvaluationQuestion> questions, int? limit) =>
        limit is { } most && most < questions.Length ? [.. Enumerable.Range(0, most).Select(i => questions[(int)((long)i * questions.Length / most)])] : questions;

    private static Question Ready(EvaluationQuestion question) => new() { Text = question.Question, Kinds = question.Kinds, Language = question.Language };
}
