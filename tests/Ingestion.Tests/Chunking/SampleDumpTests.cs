using System.Globalization;
using System.Text;
using AgentHelpdesk.Ingestion.Chunking;
using AgentHelpdesk.Ingestion.Reading;
using AgentHelpdesk.Ingestion.Sectioning;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.TestKit;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.Ingestion.Tests.Chunking;

/// <summary>The way of each sample from its pages to its chunks, kept beside the tests: a change of reading or sectioning shows as a difference to look at.</summary>
public sealed class SampleDumpTests
{
    private const int Beginning = 70;

    public static TheoryData<string> Samples =>
        [.. Directory.EnumerateFiles(RepositoryRoot.Combine("tests", "Samples", "pdf"), "*.pdf").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_keeps_its_outline_and_chunks(string name)
    {
        var content = File.ReadAllBytes(RepositoryRoot.Combine("tests", "Samples", "pdf", name + ".pdf"));
        var outcome = new PdfReader(Options.Create(new ReadingOptions())).Read(content, TestContext.Current.CancellationToken);
        Approved.Match(Dump(outcome, name), $"tests/Ingestion.Tests/Chunking/Samples/{name}.txt");
    }

    private static string Dump(ReadOutcome outcome, string name)
    {
        if (outcome is not ReadOutcome.Read { Document: var document })
            return $"unreadable: {((ReadOutcome.Unreadable)outcome).Problem.Code}\n";

        var title = document.Title ?? name;
        var outline = new SectionBuilder(Options.Create(new SectioningOptions())).Build(document, title);
        DocumentId.TryParse(name, out var id).ShouldBeTrue();
        var chunks = new SectionChunker(Options.Create(new ChunkingOptions())).Chunk(outline, id, RevisionId.Parse(new('a', 32)), title);
        ChunkInvariants.Check(document, outline, chunks);

        var dump = new StringBuilder();
        dump.Append(CultureInfo.InvariantCulture, $"title {title}\ncode {(outline.Code.Length > 0 ? outline.Code : "none")}\npages {document.Pages.Length}\n");
        dump.AppendLine("\nblocks");
        foreach (var block in document.Blocks)
            dump.Append(CultureInfo.InvariantCulture, $"  p{block.Page} {block.Kind,-9} {Short(block.Text)}\n");
        dump.AppendLine("\nsections");
        foreach (var section in outline.Sections)
            dump.Append(CultureInfo.InvariantCulture, $"  {new string(' ', 2 * section.Level)}{section.Kind} {Short(section.Path.LastOrDefault() ?? "")} {section.Article} ({section.Blocks.Length} blocks)\n");
        dump.AppendLine("\nchunks");
        foreach (var chunk in chunks)
        {
            dump.Append(CultureInfo.InvariantCulture, $"  #{chunk.Ordinal} p{chunk.Locator.FirstPage}-{chunk.Locator.LastPage} {chunk.TokenCount} tokens, {string.Join(" > ", chunk.Locator.SectionPath.Select(Short))} {string.Join(' ', chunk.ArticleKeys)}\n");
            foreach (var part in chunk.Parts)
                dump.Append(CultureInfo.InvariantCulture, $"    {part.Kind} {(part.GroupCount > 0 ? $"{part.Ordinal}/{part.GroupCount} " : "")}{Short(chunk.Text.Substring(part.Range.Start, part.Range.Length))}\n");
        }

        return string.Join('\n', dump.ToString().Split('\n').Select(line => line.TrimEnd()));
    }

    private static string Short(string text)
    {
        var line = text.Replace("\n", " / ", StringComparison.Ordinal).Replace("\t", " | ", StringComparison.Ordinal);
        return line.Length > Beginning ? line[..Beginning] + "…" : line;
    }
}
