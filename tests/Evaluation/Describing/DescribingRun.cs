using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using AgentHelpdesk.Evaluation.Corpus;
using AgentHelpdesk.Ingestion.Describing;
using AgentHelpdesk.Ingestion.Reading;
using AgentHelpdesk.Ingestion.Uploads;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.Knowledge.Text;

namespace AgentHelpdesk.Evaluation.Describing;

/// <summary>Describes every document of a corpus from its first pages and compares with metadata.csv: how much is proposed, how much of it is right.</summary>
internal sealed class DescribingRun(PdfReader reader, TextWriter output)
{
    /// <summary>A title is the metadata's when it holds this share of its words: people shorten what is printed.</summary>
    private const double SameTitle = 0.7;

    public async Task<ImmutableArray<ProposalLine>> RunAsync(EvaluationCorpus corpus, string outFolder, CancellationToken cancellationToken)
    {
        var lines = ImmutableArray.CreateBuilder<ProposalLine>();
        var clock = new Stopwatch();
        foreach (var file in corpus.PdfFiles)
        {
            var content = await File.ReadAllBytesAsync(file, cancellationToken);
            if (reader.Read(content, cancellationToken) is ReadOutcome.Read { Document: var document })
            {
                clock.Start();
                var proposal = DocumentDescriber.Describe(document);
                clock.Stop();
                lines.Add(LineOf(Path.GetFileName(file), proposal, corpus.RowOf(Path.GetFileName(file))));
            }
        }

        await ResultFiles.WriteLinesAsync(outFolder, lines, cancellationToken);
        await output.WriteAsync(TableOf(lines).ToString());
        await output.WriteLineAsync($"\n{TextTable.Number(clock.Elapsed.TotalMilliseconds / Math.Max(1, lines.Count))} ms to describe a document that was read.");
        return lines.ToImmutable();
    }

    private static ProposalLine LineOf(string file, DocumentProposal proposal, MetadataRow? row)
    {
        var period = row?.Declared ?? ValidityPeriod.Open;
        return new(
            file,
            Text(proposal.Title, row?.Title, IsSameTitle),
            Text(proposal.Kind, row?.Kind is { Length: > 0 } kind ? kind : null, IsSameName),
            Text(proposal.Number, row?.Number, IsSameName),
            Text(proposal.Issuer, row?.Issuer, IsSameName),
            Day(proposal.ApplicableFrom, period.HasKnownStart ? period.From : null),
            Day(proposal.ApplicableUntil, period.LastDay));
    }

    private static ProposedField Text(Proposed<string>? proposed, string? truth, Func<string, string, bool> agree) =>
        ProposedField.Of(proposed, value => value, truth, agree, silenceIsTruth: false);

    // Metadata without a date says that none is known: one that is proposed all the same is counted as wrong.
    private static ProposedField Day(Proposed<DateOnly>? proposed, DateOnly? truth) => ProposedField.Of(
        proposed, day => day.ToString("O", CultureInfo.InvariantCulture), truth?.ToString("O", CultureInfo.InvariantCulture), string.Equals, silenceIsTruth: true);

    private static bool IsSameName(string proposed, string truth) => PlainLetters.Bare(proposed) == PlainLetters.Bare(truth);

    private static bool IsSameTitle(string proposed, string truth)
    {
        var wanted = FrenchAnalyzer.Analyze(truth).Select(token => token.Term).ToHashSet(StringComparer.Ordinal);
        var found = FrenchAnalyzer.Analyze(proposed).Select(token => token.Term).ToHashSet(StringComparer.Ordinal);
        return wanted.Count > 0 && wanted.Count(found.Contains) >= SameTitle * wanted.Count;
    }

    private static TextTable TableOf(IReadOnlyList<ProposalLine> lines)
    {
        var table = new TextTable("field", "documents", "proposed", "share", "known", "right", "right when proposed", "proposed of known");
        foreach (var field in lines.SelectMany(line => line.Fields).GroupBy(pair => pair.Name, pair => pair.Field))
        {
            var (all, proposed, judged) = (field.Count(), field.Count(one => one.Proposed is not null), field.Count(one => one.IsRight is not null));
            var (right, known) = (field.Count(one => one.IsRight == true), field.Count(one => one.Truth is not null));
            table.Add(
                field.Key, $"{all}", $"{proposed}", TextTable.Share(proposed / (double)all), $"{known}", $"{right}",
                TextTable.Share(judged == 0 ? null : right / (double)judged), TextTable.Share(known == 0 ? null : right / (double)known));
        }

        return table;
    }
}
