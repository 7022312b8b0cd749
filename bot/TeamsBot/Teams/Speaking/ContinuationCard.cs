using System.Collections.Immutable;
using System.Text.Json.Nodes;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Links;
using AgentHelpdesk.TeamsBot.Resources;

namespace AgentHelpdesk.TeamsBot.Teams.Speaking;

/// <summary>
/// "Voir la suite": what of an answer has no room on the first screen, and where all its words stand. Folded at first; what it says is said
/// by its fallback text too, line by line.
/// </summary>
internal sealed class ContinuationCard(AnswerView.Grounded view, PublicLinks links)
{
    private const string More = "more";
    private const string Show = "show";
    private const string Hide = "hide";

    /// <summary>Enough to recognise the words by; the link shows them all.</summary>
    private const int QuoteLength = 240;

    /// <summary>More columns are no table on a phone: their rows stand as lines.</summary>
    private const int MostColumns = 5;

    private readonly Messages _messages = Messages.In(view.Language);

    /// <param name="behind">Parts that the text does not show.</param>
    /// <param name="most">So many lines and rows of a claim; the source holds the rest.</param>
    public JsonObject Of(ImmutableArray<AnswerPart> behind, int most)
    {
        var title = _messages.SeeMore(Named(behind));
        return CardElements.Card(
            view.Language.Code,
            string.Join('\n', Lines(behind, most)),
            [CardElements.Toggle(Show, title, true, More, Show, Hide),
            CardElements.Container(More, false, [.. behind.SelectMany(part => Part(part, most)), .. Sources()]),
            CardElements.Toggle(Hide, _messages.SeeLess, false, More, Show, Hide),
            .. Suggested.Boxes(_messages.FollowUpQuestions, view.FollowUpQuestions)]);
    }

    // An exception that is only behind a button must be named on it.
    private string Named(ImmutableArray<AnswerPart> behind) =>
        string.Join(", ", behind.Select(part => part.Heading ?? _messages.FurtherRules).Append(_messages.SourcesTitle).Distinct().Select(name => name.ToLower(view.Language.Culture)));

    private IEnumerable<JsonNode> Part(AnswerPart part, int most)
    {
        yield return CardElements.Heading(part.Heading ?? _messages.FurtherRules);
        foreach (var claim in part.Claims)
        {
            var words = Shortened(ClaimWords.Of(part with { Claims = [claim] }, _messages), most);
            if (claim.Table is { Rows.IsEmpty: false } table && table.Rows[0].Cells.Length <= MostColumns)
            {
                if (table.Caption.Text.Length > 0)
                    yield return CardElements.Words(CardElements.Run(table.Caption.Text, isStrong: true));
                yield return CardElements.Table(table, most, _messages.InForce, Fallback(words));
                if (Marks(words[^1]) is [_, ..] marks)
                    yield return CardElements.Words([.. marks]);
                continue;
            }

            foreach (var line in words)
                yield return Line(line);
        }
    }

    private IEnumerable<JsonNode> Sources()
    {
        yield return CardElements.Heading(_messages.SourcesTitle);
        foreach (var place in view.Sources)
        {
            var source = place.First;
            yield return CardElements.Words(
                CardElements.Run($"{Numbers(place)} ", isStrong: true),
                CardElements.Run(Titled(source), links.Of(source)),
                CardElements.Run($", {Placed(source)}", isSubtle: true));
            foreach (var one in place.Sources)
                yield return CardElements.Words(CardElements.Run(Quoted(one), isSubtle: true));
        }
    }

    private IEnumerable<string> Lines(ImmutableArray<AnswerPart> behind, int most)
    {
        foreach (var part in behind)
        {
            yield return part.Heading ?? _messages.FurtherRules;
            foreach (var claim in part.Claims)
            {
                foreach (var line in Shortened(ClaimWords.Of(part with { Claims = [claim] }, _messages), most))
                    yield return line.Plain;
            }
        }

        yield return _messages.SourcesTitle;
        foreach (var place in view.Sources)
        {
            yield return $"{Numbers(place)} {Titled(place.First)}, {Placed(place.First)}";
            foreach (var one in place.Sources)
                yield return Quoted(one);
        }

        foreach (var line in view.FollowUpQuestions.IsEmpty ? [] : view.FollowUpQuestions.Insert(0, _messages.FollowUpQuestions))
            yield return line;
    }

    private ImmutableArray<ClaimWords> Shortened(ImmutableArray<ClaimWords> lines, int most) =>
        lines.Length <= most ? lines : [.. lines[..most], lines[^1] with { Words = _messages.SeeSource, IsItem = false }];

    private JsonObject Line(ClaimWords line) => CardElements.Words([
        CardElements.Run(line.Sign + line.Words, isStrong: line.IsInForce),
        .. Marks(line),
        .. line.Remark is { } remark ? [CardElements.Run($" ({remark})", isSubtle: true)] : ImmutableArray<JsonNode>.Empty]);

    private ImmutableArray<JsonNode> Marks(ClaimWords line) => [.. line.Sources.Select(source => CardElements.Run($" [{source.Number}]", links.Of(source)))];

    private static JsonObject Fallback(ImmutableArray<ClaimWords> lines) => new()
    {
        ["type"] = "Container",
        ["items"] = new JsonArray([.. lines.Select(line => CardElements.Words(CardElements.Run(line.Plain)))]),
    };

    private string Quoted(SourceView source) => _messages.Quoted(Printable.Shorten(Printable.Line(source.Quote), QuoteLength));

    private static string Numbers(SourcePlace place) => string.Join(' ', place.Sources.Select(one => $"[{one.Number}]"));

    private static string Titled(SourceView source) => source.Sample is { } sample ? $"{source.Title} ({sample})" : source.Title;

    private static string Placed(SourceView source) =>
        source.Path.IsEmpty ? $"{source.Pages}, {source.Validity}" : $"{string.Join(" › ", source.Path)}, {source.Pages}, {source.Validity}";
}
