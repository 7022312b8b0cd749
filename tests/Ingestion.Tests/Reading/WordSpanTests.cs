using AgentHelpdesk.TestKit;

namespace AgentHelpdesk.Ingestion.Tests.Reading;

/// <summary>What the highlighting of citations rests on, over every sample: a block's characters lead back to the page's words.</summary>
public sealed class WordSpanTests : ReadingTests
{
    public static TheoryData<string> Samples() =>
        [.. Directory.GetFiles(RepositoryRoot.Combine("tests", "Samples", "pdf"), "*.pdf").Select(Path.GetFileName).OfType<string>().Where(name => name != "document-endommage.pdf").Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_character_comes_from_a_word_of_its_page(string file)
    {
        var document = Read(File.ReadAllBytes(RepositoryRoot.Combine("tests", "Samples", "pdf", file)));
        document.Blocks.ShouldNotBeEmpty();
        foreach (var block in document.Blocks)
        {
            var covered = 0;
            foreach (var span in block.Words)
            {
                block.Text[covered..span.Start].ShouldBeOneOf("", " ", "\n", "\t", "\t\t", "\t\t\t", "\t\n", "\n\t");
                var word = document.Pages[span.Page - 1].Words[span.Word].Text;
                word.ShouldStartWith(block.Text.Substring(span.Start, span.Length));
                (word.Length - span.Length).ShouldBeInRange(0, 1);
                covered = span.Start + span.Length;
            }

            block.Text[covered..].Trim('\t', '\n').ShouldBeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void No_word_of_a_page_is_in_two_blocks(string file)
    {
        var document = Read(File.ReadAllBytes(RepositoryRoot.Combine("tests", "Samples", "pdf", file)));
        document.Blocks.SelectMany(block => block.Words).GroupBy(span => (span.Page, span.Word)).ShouldAllBe(group => group.Count() == 1);
    }
}
