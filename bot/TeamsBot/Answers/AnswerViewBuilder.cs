using System.Collections.Immutable;
using AgentHelpdesk.Answering;
using AgentHelpdesk.Answering.Grounding;
using AgentHelpdesk.Answering.Retrieval;
using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.TeamsBot.Documents;
using AgentHelpdesk.TeamsBot.Resources;

namespace AgentHelpdesk.TeamsBot.Answers;

/// <summary>Chooses the words of an answer, last of all and in one language.</summary>
internal static class AnswerViewBuilder
{
    /// <summary>Enough to recognise a passage by, little enough that nobody takes it for an answer.</summary>
    private const int NearestLength = 280;

    private const int NearestShown = 3;

    public static AnswerView Build(Answer answer, Language language)
    {
        var messages = Messages.In(language);
        return answer switch
        {
            Answer.Grounded grounded => Build(grounded, messages),
            Answer.Abstention abstention => Build(abstention, messages),
            _ => throw new ArgumentOutOfRangeException(nameof(answer), answer.GetType().Name, "No form of answer is known by this name."),
        };
    }

    private static AnswerView.Grounded Build(Answer.Grounded answer, Messages messages)
    {
        var sources = answer.Citations.Select(citation => Source(citation, answer, messages)).ToImmutableArray();
        var claims = answer.Claims.Select(claim => Claim(claim, sources, messages)).ToImmutableArray();
        return new()
        {
            Language = messages.Language,
            Question = Printable.Lines(answer.MaskedQuestion),
            Date = DateLine(answer, messages),
            Searched = messages.DocumentsSearched(answer.DocumentsSearched),
            Notice = answer.ConcernsPerson ? messages.ConcernsPerson : null,
            Writer = messages.Writer(answer.Writer),
            Parts = Parts(claims, messages),
            Sources = Places(sources),
        };
    }

    private static AnswerView.Abstention Build(Answer.Abstention answer, Messages messages) => new()
    {
        Language = messages.Language,
        Question = Printable.Lines(answer.MaskedQuestion),
        Date = DateLine(answer, messages),
        Searched = messages.DocumentsSearched(answer.DocumentsSearched),
        Notice = answer.ConcernsPerson ? messages.NoDecisionOnPerson : null,
        Code = answer.Reason,
        Title = messages.AbstentionTitle,
        Reason = ReasonOf(answer, messages),
        Terms = answer.SearchedTerms.IsEmpty ? null : messages.SearchedTerms(Printable.Line(string.Join(", ", answer.SearchedTerms))),
        Nearest = answer.Reason == AbstentionReason.OutOfScope ? [] : [.. answer.Passages.Take(NearestShown).Select(passage => Near(passage, answer, messages))],
    };

    private static string ReasonOf(Answer.Abstention answer, Messages messages) => answer switch
    {
        { DocumentsSearched: 0 } => messages.NoDocuments,
        { Reason: AbstentionReason.ReferenceNotFound, MissingReferences.IsEmpty: false } =>
            messages.ReferencesNotFound(Printable.Line(string.Join(", ", answer.MissingReferences))),
        _ => messages.Reason(answer.Reason),
    };

    private static string DateLine(Answer answer, Messages messages)
    {
        var (first, last) = (answer.AsOf.First, answer.AsOf.Last);
        if (first > answer.Today)
            return messages.RulesKnownOn(answer.Today, messages.Period(answer.AsOf));
        return first == last ? messages.RulesOn(first) : messages.RulesIn(messages.Period(answer.AsOf));
    }

    // A heading opens each run of one kind: the writer's order is the order to be read, so nothing is moved. The rule that comes first
    // needs none.
    private static ImmutableArray<AnswerPart> Parts(ImmutableArray<ClaimView> claims, Messages messages)
    {
        var parts = ImmutableArray.CreateBuilder<AnswerPart>();
        for (var start = 0; start < claims.Length;)
        {
            var end = start;
            while (end < claims.Length && claims[end].Kind == claims[start].Kind)
                end++;
            parts.Add(new(start == 0 && claims[0].Kind == ClaimKind.Rule ? null : messages.PartHeading(claims[start].Kind), claims[start..end]));
            start = end;
        }

        return parts.ToImmutable();
    }

    private static ImmutableArray<SourcePlace> Places(ImmutableArray<SourceView> sources) =>
        [.. sources.GroupBy(source => (source.Url, string.Join('\n', source.Path), source.Pages, source.Validity)).Select(place => new SourcePlace([.. place]))];

    private static ClaimView Claim(Claim claim, ImmutableArray<SourceView> sources, Messages messages) => new()
    {
        Kind = claim.Kind,
        Lines = claim.Table is null ? ClaimLines.Split(claim.Text) : [],
        Table = claim.Table is { } table ? Clean(table) : null,
        Cut = claim.Cut is { } cut ? messages.ListCut(claim.Kind, cut) : null,
        Sources = [.. sources.Where(source => claim.Citations.Contains(source.Number))],
    };

    private static CitedTable Clean(CitedTable table) => new(
        Printable.Line(table.Caption),
        [.. table.Header.Select(Printable.Line)],
        [.. table.Rows.Select(row => row.Select(Printable.Line).ToImmutableArray())],
        table.InForceRow);

    // The cells of a table's row stand apart, as they do on the page.
    private static string Quote(string text) => Printable.Lines(text).Replace("\t", " | ", StringComparison.Ordinal);

    private static SourceView Source(Citation citation, Answer answer, Messages messages) =>
        Source(citation.Number, citation.Passage, citation.Locator, Quote(citation.Quote), answer, messages);

    private static SourceView Near(Passage passage, Answer answer, Messages messages) =>
        Source(0, passage, passage.Chunk.Chunk.Locator, Printable.Shorten(Printable.Line(Quote(passage.Chunk.Chunk.Text)), NearestLength), answer, messages);

    private static SourceView Source(int number, Passage passage, Locator locator, string quote, Answer answer, Messages messages) => new()
    {
        Number = number,
        Title = Printable.Line(passage.Chunk.Revision.Description.Title),
        Sample = passage.Chunk.Revision.Description.IsSample ? messages.SampleMark : null,
        Path = PathOf(locator, messages),
        Pages = messages.Pages(locator.FirstPage, locator.LastPage),
        Validity = ValidityWords.Of(passage.Chunk, answer.AsOf, answer.Today, messages),
        Quote = quote,
        Url = PdfLink.To(locator.Revision, locator.FirstPage),
    };

    private static ImmutableArray<string> PathOf(Locator locator, Messages messages)
    {
        var path = locator.SectionPath.Select(Printable.Line).ToImmutableArray();
        return locator.Article is { } article && !path.Any(heading => heading.Contains(article, StringComparison.Ordinal))
            ? path.Add(messages.Article(Printable.Line(article)))
            : path;
    }
}
