using AgentHelpdesk.Ingestion.Describing;
using AgentHelpdesk.Ingestion.Reading;
using AgentHelpdesk.Ingestion.Uploads;
using AgentHelpdesk.TestKit;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.Ingestion.Tests.Describing;

/// <summary>The printed samples, beside what their metadata says of them.</summary>
public sealed class SampleProposalTests
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, "tests", "Samples", "pdf");

    [Fact]
    public void Days_proposed_of_a_sample_are_those_of_its_metadata_and_half_of_them_are_found()
    {
        var csv = Path.Combine(Folder, MetadataFile.FileName);
        var metadata = MetadataFile.Read(csv, File.ReadAllBytes(csv));
        var (found, known) = (0, 0);
        foreach (var (file, document) in Samples())
        {
            var declared = metadata.Find(file)!.Declared;
            var proposal = DocumentDescriber.Describe(document);
            if (proposal.ApplicableFrom is { } from)
                (file, from.Value).ShouldBe((file, declared.From));
            if (proposal.ApplicableUntil is { } until)
                (file, (DateOnly?)until.Value).ShouldBe((file, declared.LastDay));
            known += declared.HasKnownStart ? 1 : 0;
            found += proposal.ApplicableFrom is null ? 0 : 1;
        }

        found.ShouldBeGreaterThanOrEqualTo((known + 1) / 2);
    }

    [Fact]
    public void Every_numbered_sample_is_proposed_with_its_own_number_and_issuer()
    {
        foreach (var (file, document) in Samples().Where(sample => sample.File.StartsWith("circulaire-", StringComparison.Ordinal) || sample.File.StartsWith("instruction-", StringComparison.Ordinal)))
        {
            var proposal = DocumentDescriber.Describe(document);

            var number = string.Join('-', file.Split('-')[1..3]);
            proposal.Number!.Value.ShouldEndWith(number, customMessage: file);
            proposal.Issuer!.Value.ShouldStartWith("Caisse", customMessage: file);
            proposal.Kind!.Value.ShouldBe(file.Split('-')[0]);
        }
    }

    private static IEnumerable<(string File, ReadDocument Document)> Samples()
    {
        var reader = new PdfReader(Options.Create(new ReadingOptions()));
        foreach (var file in Directory.EnumerateFiles(Folder, "*.pdf"))
        {
            if (reader.Read(File.ReadAllBytes(file), TestContext.Current.CancellationToken) is ReadOutcome.Read { Document: var document })
                yield return (Path.GetFileName(file), document);
        }
    }
}
