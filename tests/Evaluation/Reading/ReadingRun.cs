using System.Diagnostics;

namespace AgentHelpdesk.Evaluation.Reading;

/// <summary>Reads every document of a corpus, compares with the truth where there is one, and writes what was found.</summary>
internal sealed class ReadingRun(DocumentReader reader, TextWriter output)
{
    public async Task RunAsync(Corpus.EvaluationCorpus corpus, string outFolder, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        var lines = corpus.PdfFiles.Select(file => reader.Read(file, cancellationToken)).ToList();
        var seconds = clock.Elapsed.TotalSeconds;

        var lost = new List<LostBlock>();
        var groups = corpus.TruthFolder is { } truthFolder ? Compare(truthFolder, lines, lost) : [];
        var summary = ReadingSummary.Of(lines, seconds, groups);
        await ResultFiles.WriteLinesAsync(outFolder, lines, cancellationToken);
        await ResultFiles.WriteSummaryAsync(outFolder, summary, cancellationToken);
        await ResultFiles.WriteLinesAsync(outFolder, "lost.jsonl", lost, cancellationToken);
        await output.WriteAsync(summary.ToText());
    }

    private static List<(string Name, ReadingScore Score)> Compare(string truthFolder, List<ReadingLine> lines, List<LostBlock> lost)
    {
        var byFile = lines.ToLookup(line => Retrieval.GoldMatch.FileKey(line.Document));
        var scores = TruthDocument.ReadAll(truthFolder)
            .SelectMany(truth => byFile[Retrieval.GoldMatch.FileKey(truth.Document)].Select(line => (truth, Score: TruthComparison.Compare(truth, line, lost.Add))))
            .ToList();
        var groups = scores.SelectMany(pair => DocumentGroup.Of(pair.truth).Select(group => (group, pair.Score)))
            .GroupBy(pair => pair.group).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (group.Key, group.Select(pair => pair.Score).Aggregate((one, other) => one + other))).ToList();
        if (scores.Count > 0)
            groups.Insert(0, ("all", scores.Select(pair => pair.Score).Aggregate((one, other) => one + other)));
        return groups;
    }
}
