using System.Collections.Immutable;
using AgentHelpdesk.Answering.Grounding;
using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.Answering.Retrieval;
using AgentHelpdesk.TestKit;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace AgentHelpdesk.Answering.Tests.Grounding;

/// <summary>Asks the extractive writer over small rule books, through the real reading of the question and the real retrieval.</summary>
internal static class Ask
{
    private static readonly DateOnly Today = new(2026, 3, 16);

    public static async Task<Written> TheWriter(string question, params RuleBook[] books)
    {
        var knowledge = new InMemoryKnowledge();
        knowledge.Publish(books.Select(book => book.Build()).Select(chunks => (chunks[0].Revision, chunks.Select(chunk => chunk.Chunk).ToImmutableArray())));
        var time = new FakeTimeProvider(new(Today, new(9, 0), TimeSpan.Zero));
        var options = Options.Create(new AnsweringOptions { MinimumEvidence = 0 });
        var search = new SearchPassages(new QuestionReader(time, options, new(Options.Create(new PrivacyOptions()))), knowledge, knowledge, time, options, NullLogger<SearchPassages>.Instance);
        var retrieval = await search.SearchAsync(new Question { Text = question }, TestContext.Current.CancellationToken);
        var writer = new ExtractiveWriter(knowledge, Options.Create(new ExtractiveWriterOptions()));
        var draft = await writer.WriteAsync(retrieval, TestContext.Current.CancellationToken);
        var verified = CitationVerifier.Verify(draft, retrieval.Passages, new() { Writer = WriterKind.Extractive });
        return new(draft, verified, verified.Claims.IsEmpty ? null : FirstLineFinder.Find(retrieval, verified));
    }
}

internal sealed record Written(AnswerDraft Draft, VerifiedDraft Verified, FirstLine? FirstLine)
{
    /// <summary>What is read aloud first.</summary>
    public string Line => FirstLine?.Text ?? "";

    public ImmutableArray<Claim> Claims => Verified.Claims;

    public string First => Verified.Claims.IsEmpty ? "" : Verified.Claims[0].Text;

    public string Text => string.Join("\n\n", Verified.Claims.Select(claim => claim.Text));
}
