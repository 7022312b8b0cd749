using System.Diagnostics;
using AgentHelpdesk.Evaluation.Corpus;
using AgentHelpdesk.Evaluation.Questions;
using Microsoft.Extensions.DependencyInjection;

namespace AgentHelpdesk.Evaluation.Retrieval;

/// <summary>The whole of it: ingest a corpus, ask its questions, write and print what came back.</summary>
internal static class RetrievalReport
{
    /// <param name="corpus">Where the PDFs are.</param>
    /// <param name="questionsFile">One question a line.</param>
    /// <param name="outFolder">Null: nothing is written.</param>
    /// <param name="today">Null: the machine's day.</param>
    /// <param name="output">The table goes here.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <param name="add">What the product is given beside its own: an embedding model.</param>
    public static async Task<(RetrievalSummary Summary, IReadOnlyList<QuestionScore> Scores)> RunAsync(
        EvaluationCorpus corpus, string questionsFile, string? outFolder, DateOnly? today, TextWriter output, CancellationToken cancellationToken,
        Action<IServiceCollection>? add = null)
    {
        var questions = QuestionFile.Read(questionsFile);
        var time = today is { } day ? new FixedDay(day) : TimeProvider.System;
        await using var helpdesk = await Helpdesk.OpenAsync(corpus, time, cancellationToken, add);
        var run = new RetrievalRun(helpdesk.AskAsync, new ResultLines(corpus.PdfFiles), helpdesk.HasVersions);
        var scores = await run.RunAsync(questions, cancellationToken);
        var evidence = await RetrievalRun.WeighAsync(helpdesk.SearchAsync, questions, cancellationToken);

        using var process = Process.GetCurrentProcess();
        var summary = new RetrievalSummary
        {
            Today = today ?? DateOnly.FromDateTime(time.GetLocalNow().DateTime),
            Ingestion = helpdesk.Ingestion,
            Overall = KindScore.Of("all", scores),
            Kinds = [.. KindScore.ByKind(scores)],
            AbstentionReasons = KindScore.AbstentionReasons(scores),
            Evidence = EvidenceSeparation.Of(evidence),
            PeakMemoryMegabytes = process.PeakWorkingSet64 / 1048576.0,
        };
        if (outFolder is not null)
        {
            await ResultFiles.WriteLinesAsync(outFolder, scores.Select(score => score.Result), cancellationToken);
            await ResultFiles.WriteLinesAsync(outFolder, "evidence.jsonl", evidence, cancellationToken);
            await ResultFiles.WriteSummaryAsync(outFolder, summary, cancellationToken);
        }

        await output.WriteAsync(summary.ToText());
        return (summary, scores);
    }
}
