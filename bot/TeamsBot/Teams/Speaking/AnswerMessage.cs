using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgentHelpdesk.BotProtocol.Activities;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Links;
using AgentHelpdesk.TeamsBot.Resources;

namespace AgentHelpdesk.TeamsBot.Teams.Speaking;

/// <summary>
/// A grounded answer as a message: its first line, the conditions, [n] and what else a phone shows in the text; the rest in a folded card.
/// Suggestions are never beside it, since they would take its citations away.
/// </summary>
internal sealed class AnswerMessage(PublicLinks links)
{
    /// <summary>The channel counts 80 KB in characters of two bytes; addresses, and the marks of a stream, are added when it is sent.</summary>
    private const int MostCharacters = 36_000;

    // Lines and rows of a claim in the card, the first that fits: nobody reads more of a list on a phone, and the source has it all.
    private static readonly ImmutableArray<int> Lengths = [200, 80, 40, 20, 8, 2];

    public Activity Of(AnswerView.Grounded view)
    {
        var screen = FirstScreen.Of(view);
        var text = TextOf(view, screen);
        var message = new Activity
        {
            Type = ActivityType.Message,
            TextFormat = "markdown",
            Text = text,
            Summary = view.FirstLine.Spoken,
            Locale = view.Language.Culture.Name,
            Entities = [new Entity.AiMessage(CitedSources.Of(text, view, links))],
            ChannelData = new() { FeedbackLoop = new("default") },
            CutNotice = Messages.In(view.Language).SeeSource,
        };
        if (screen.Behind.IsEmpty)
            return view.FollowUpQuestions.IsEmpty ? message : message with { Attachments = [Suggested.Card(Messages.In(view.Language).FollowUpQuestions, view.FollowUpQuestions, Messages.In(view.Language))] };
        return Lengths
            .Select(most => message with { Attachments = [new() { ContentType = Attachment.AdaptiveCard, Content = JsonOf(new ContinuationCard(view, links).Of(screen.Behind, most)) }] })
            .FirstOrDefault(Fits, message with { Text = $"{text}\n\n{Messages.In(view.Language).SeeSource}" });
    }

    private static string TextOf(AnswerView.Grounded view, FirstScreen screen)
    {
        var messages = Messages.In(view.Language);
        var line = view.FirstLine;
        var text = new MessageText()
            .Paragraph($"{MessageText.Bold(Verbatim.Of(line.Text))}{string.Concat(line.Sources.Select(source => $" [{source.Number}]"))}, {line.Validity}")
            .Paragraph(view.UnderstoodAs is { } understood ? Verbatim.Of(understood) : null)
            .Paragraph(view.Notice);
        foreach (var conflict in view.Conflicts)
            text.Paragraph(messages.Labelled(MessageText.Bold(messages.ConflictsTitle), conflict.Sentence));
        foreach (var part in screen.Shown)
        {
            var lines = WithoutRepeated(line, ClaimWords.Of(part, messages)).Select(words => words.Written).ToList();
            if (part.Heading is { } heading)
                lines.Insert(0, MessageText.Bold(heading));
            text.Paragraph(lines[0]);
            foreach (var further in lines.Skip(1))
                text.Line(further);
        }

        List(text, messages.MissingTitle, view.Missing);
        text.Paragraph($"{view.Date} · {view.Searched} · {view.Writer}").Paragraph(view.Dropped is { } dropped ? Verbatim.Of(dropped.Sentence) : null);
        List(text, messages.UnsourcedTitle, view.Dropped?.Unsourced ?? []);
        return text.ToString();
    }

    // Words that nothing proves: under a heading that says so, and nothing but words.
    private static void List(MessageText text, string heading, ImmutableArray<string> lines)
    {
        if (!lines.IsEmpty)
            text.Paragraph(MessageText.Bold(heading));
        foreach (var line in lines)
            text.Line($"• {Verbatim.Of(line)}");
    }

    // "… remplit les conditions suivantes : …" above, then the same words before the list: a phone has no room for them twice.
    private static IEnumerable<ClaimWords> WithoutRepeated(FirstLineView line, ImmutableArray<ClaimWords> words) =>
        words is [{ IsItem: false, Sources.IsEmpty: true } lead, _, ..] && Bare(lead.Words) == Bare(line.Text) ? words.Skip(1) : words;

    private static string Bare(string words) => words.TrimEnd('…', ':', ' ', '\u00A0', '\u202F');

    private static bool Fits(Activity message) => JsonSerializer.Serialize(message, ActivityJson.Wire.Activity).Length <= MostCharacters;

    private static JsonElement JsonOf(JsonNode card) => JsonSerializer.SerializeToElement(card);
}
