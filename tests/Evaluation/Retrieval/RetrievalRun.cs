using System.Collections.Immutable;
using System.Diagnostics;
using AgentHelpdesk.Answering;
using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.Answering.Retrieval;
using AgentHelpdesk.Evaluation.Questions;

namespace AgentHelpdesk.Evaluation.Retrieval;

/// <summary>Asks every question, one at a time, and scores what came back.</summary>
/// <param name="ask">From question to checked answer.</param>
/// <param name="lines">Writes answers down.</param>
/// <param name="hasVersions">Whether a file is one of several versions of its document.</param>
internal sealed class RetrievalRun(Func<Question, CancellationToken, Task<Answer>> ask, ResultLines lines, Func<string, bool> hasVersions)
{
    /// <summary>The first questions of a process pay for compiling and loading; they are asked once more than the others.</summary>
    private const int WarmUpQuestions = 20;
    private const int PassageCount = 20;

    public async Task<ImmutableArray<QuestionScore>> RunAsync(ImmutableArray<EvaluationQuestion> questions, CancellationToken cancellationToken)
    {
        for (var i = 0; i < WarmUpQuestions && !questions.IsEmpty; i++)
            await ask(Ready(questions[i % questions.Length]), cancellationToken);

        var scores = ImmutableArray.CreateBuilder<QuestionScore>(questions.Length);
        foreach (var question in questions)
        {
            var start = Stopwatch.GetTimestamp();
            var answer = await ask(Ready(question), cancellationToken);
            var milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            scores.Add(QuestionScore.Of(question, lines.Of(question.Id, answer, milliseconds), hasVersions));
        }

        return scores.ToImmutable();
    }

    /// <summary>Apart from the measured pass: an answer does not carry the strength of its evidence.</summary>
    public static async Task<ImmutableArray<EvidenceLine>> WeighAsync(
        Func<Question, CancellationToken, Task<RetrievalOutcome>> search, ImmutableArray<EvaluationQuestion> questions, CancellationToken cancellationToken)
    {
        var lines = ImmutableArray.CreateBuilder<EvidenceLine>(questions.Length);
        foreach (var question in questions)
        {
            var evidence = (await search(Ready(question), cancellationToken)).Evidence;
            lines.Add(new(question.Id, question.Kind, question.Answerable, evidence.Strength, evidence.Lack is { } lack ? KebabCase.Of(lack.ToString()) : null));
        }

        return lines.ToImmutable();
    }

    private static Question Ready(EvaluationQuestion question) =>
        new() { Text = question.Question, Kinds = question.Kinds, PassageCount = PassageCount };
}
