using System.Collections.Immutable;
using AgentHelpdesk.Answering;
using AgentHelpdesk.Answering.Grounding;
using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.Answering.Retrieval;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Resources;
using AgentHelpdesk.TeamsBot.Settings;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.TeamsBot.Teams.Searching;

/// <summary>What a search from a message box came to.</summary>
internal abstract record RuleSearchOutcome
{
    private RuleSearchOutcome() { }

    /// <summary>Never empty.</summary>
    public sealed record Found(ImmutableArray<SourceView> Sources) : RuleSearchOutcome;

    /// <summary>There is no passage to show, and this is why.</summary>
    public sealed record Nothing(string Sentence) : RuleSearchOutcome;
}

/// <summary>
/// Passages for a question, by the search that answers lean on and with its judgement: what is too little to answer from is no rule to hand
/// on to a colleague either. Nothing of it is kept.
/// </summary>
internal sealed class RuleSearch(SearchPassages search, IOptions<WebOptions> limits, IOptions<AudienceOptions> audience)
{
    /// <summary>Passages read in all, however far somebody turns the pages.</summary>
    private const int Most = 50;

    /// <summary>A passage that says less of the question than this share of what the best one does only shares a word with it.</summary>
    private const double LeastShare = 1 / 3.0;

    /// <param name="text">As typed; may hold personal data, which is masked before anything is done with it.</param>
    /// <param name="skip">Passages seen before.</param>
    /// <param name="count">At most this many.</param>
    /// <param name="messages">The language to say places in.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<RuleSearchOutcome> SearchAsync(string text, int skip, int count, Messages messages, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(text))
            return new RuleSearchOutcome.Nothing(messages.SearchAsk);
        if (text.Length > limits.Value.MaxQuestionLength)
            return new RuleSearchOutcome.Nothing(messages.QuestionTooLong(text.Length, limits.Value.MaxQuestionLength));
        var question = new Question { Text = text, Audiences = Turn.Audiences(audience.Value), PassageCount = Most };
        var retrieval = await search.SearchAsync(question, cancellationToken);
        if (retrieval.Evidence.Lack is { } lack)
            return new RuleSearchOutcome.Nothing(messages.SearchNothing(ReasonOf(retrieval, lack, messages)));
        var found = Sources(retrieval, messages).Skip(skip).Take(count).ToImmutableArray();
        return found.IsEmpty ? new RuleSearchOutcome.Nothing(messages.SearchNoMore) : new RuleSearchOutcome.Found(found);
    }

    private static IEnumerable<SourceView> Sources(RetrievalOutcome retrieval, Messages messages)
    {
        var found = retrieval.Passages.Select(passage => (Passage: passage, Words: FoundWords.In(passage.Chunk.Chunk, retrieval.Terms))).ToArray();
        var least = found.Max(one => one.Words.Worth) * LeastShare;
        foreach (var (passage, words) in found.Where(one => one.Words.Worth >= least))
        {
            var chunk = passage.Chunk.Chunk;
            var quote = chunk.Text.Substring(words.Range.Start, words.Range.Length).Trim();
            yield return SourceViews.Found(passage, QuoteLocator.Locate(chunk, words.Range) ?? chunk.Locator, quote, retrieval.Question, messages);
        }
    }

    private static string ReasonOf(RetrievalOutcome retrieval, AbstentionReason lack, Messages messages) => (retrieval, lack) switch
    {
        ({ DocumentsSearched: 0 }, _) => messages.NoDocuments,
        ({ Evidence.MissingReferences: { IsEmpty: false } missing }, AbstentionReason.ReferenceNotFound) => messages.ReferencesNotFound(Printable.Line(string.Join(", ", missing))),
        _ => messages.Reason(lack),
    };
}
