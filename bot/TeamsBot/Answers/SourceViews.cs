using System.Collections.Immutable;
using AgentHelpdesk.Answering;
using AgentHelpdesk.Answering.Grounding;
using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.Answering.Retrieval;
using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.TeamsBot.Documents;
using AgentHelpdesk.TeamsBot.Passages;
using AgentHelpdesk.TeamsBot.Resources;

namespace AgentHelpdesk.TeamsBot.Answers;

/// <summary>Says where words stand.</summary>
internal static class SourceViews
{
    /// <summary>Enough to recognise a passage by, little enough that nobody takes it for an answer.</summary>
    private const int NearestLength = 280;

    public static SourceView Of(Citation citation, Answer answer, Messages messages) =>
        Of(citation.Number, citation.Passage, citation.Locator, Quote(citation.Quote), (answer.AsOf, answer.Today), isOnlyNear: false, messages);

    public static SourceView Near(Passage passage, Answer answer, Messages messages) => Near(passage, answer.AsOf, answer.Today, messages);

    /// <summary>A passage that no answer cites, or none yet.</summary>
    public static SourceView Near(Passage passage, AsOf asOf, DateOnly today, Messages messages) =>
        Of(0, passage, passage.Chunk.Chunk.Locator, Printable.Shorten(Printable.Line(Quote(passage.Chunk.Chunk.Text)), NearestLength), (asOf, today), isOnlyNear: true, messages);

    /// <summary>Words of a passage that somebody looked for: quoted by nobody's answer, and marked where they are opened.</summary>
    public static SourceView Found(Passage passage, Locator locator, string quote, UnderstoodQuestion question, Messages messages) =>
        Of(0, passage, locator, Quote(quote), (question.AsOf, question.Today), isOnlyNear: false, messages);

    public static ImmutableArray<SourcePlace> Places(ImmutableArray<SourceView> sources) =>
        [.. sources.GroupBy(source => (source.Url, string.Join('\n', source.Path), source.Pages, source.Validity)).Select(place => new SourcePlace([.. place]))];

    public static ImmutableArray<string> PathOf(Locator locator, Messages messages)
    {
        var path = locator.SectionPath.Select(Printable.Line).ToImmutableArray();
        return locator.Article is { } article && !path.Any(heading => heading.Contains(article, StringComparison.Ordinal))
            ? path.Add(messages.Article(Printable.Line(article)))
            : path;
    }

    // The cells of a table's row stand apart, as they do on the page.
    private static string Quote(string text) => Printable.Lines(text).Replace("\t", " | ", StringComparison.Ordinal);

    private static SourceView Of(int number, Passage passage, Locator locator, string quote, (AsOf AsOf, DateOnly Today) when, bool isOnlyNear, Messages messages) => new()
    {
        Number = number,
        Title = Printable.Line(passage.Chunk.Revision.Description.Title),
        Sample = passage.Chunk.Revision.Description.IsSample ? messages.SampleMark : null,
        Path = PathOf(locator, messages),
        Pages = messages.Pages(locator.FirstPage, locator.LastPage),
        Validity = ValidityWords.Of(passage.Chunk, when.AsOf, when.Today, messages),
        Quote = quote,
        Url = PdfLink.To(locator.Revision, locator.FirstPage),
        PassageUrl = PassageLink.To(locator, when.AsOf, isOnlyNear),
    };
}
