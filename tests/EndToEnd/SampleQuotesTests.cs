using System.Collections.Immutable;
using AgentHelpdesk.Evaluation;
using AgentHelpdesk.Evaluation.Questions;
using AgentHelpdesk.Evaluation.Retrieval;
using AgentHelpdesk.Ingestion.Reading;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.EndToEnd;

/// <summary>The questions are of no use when a regenerated sample has moved a passage to another page.</summary>
public sealed class SampleQuotesTests
{
    [Fact]
    public void Every_gold_quote_stands_on_its_page()
    {
        var questions = QuestionFile.Read(Path.Combine(SampleQuestions.Folder, "questions.jsonl"));
        var pages = questions.SelectMany(question => question.Gold).Select(gold => gold.Document).Distinct().ToDictionary(file => file, Pages);

        questions.Length.ShouldBe(40);
        foreach (var gold in questions.SelectMany(question => question.Gold))
        {
            var words = pages[gold.Document].Where(page => gold.Pages.Contains(page.Number)).SelectMany(page => page.Words).ToImmutableArray();
            foreach (var part in gold.Quote.Split(" | "))
                Words.Contain(words, Words.Of(part)).ShouldBeTrue($"{gold.Document}, page {string.Join(',', gold.Pages)}: {part}");
        }
    }

    private static List<(int Number, ImmutableArray<string> Words)> Pages(string file)
    {
        var reader = new PdfReader(Options.Create(new ReadingOptions()));
        var outcome = reader.Read(File.ReadAllBytes(Path.Combine(SampleQuestions.Folder, "pdf", file)), TestContext.Current.CancellationToken);
        var document = outcome.ShouldBeOfType<ReadOutcome.Read>().Document;
        return [.. document.Blocks.SelectMany(block => Enumerable.Range(block.Page, block.EndPage - block.Page + 1).Select(page => (page, block.Text)))
            .GroupBy(pair => pair.page).Select(group => (group.Key, Words.Of(string.Join('\n', group.Select(pair => pair.Text)))))];
    }
}
