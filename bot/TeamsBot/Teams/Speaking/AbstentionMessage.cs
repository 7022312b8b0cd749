using System.Collections.Immutable;
using AgentHelpdesk.Answering;
using AgentHelpdesk.BotProtocol.Activities;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Links;
using AgentHelpdesk.TeamsBot.Resources;

namespace AgentHelpdesk.TeamsBot.Teams.Speaking;

/// <summary>
/// An abstention as a message: why, what was searched, the nearest passages, what to do next, and the nearest sections as questions to press.
/// Beside suggestions the channel renders no markup: they are used where the text needs none. Where passages are links, or in a group, where
/// suggestions can't be pressed, the questions are the buttons of a card.
/// </summary>
internal sealed class AbstentionMessage(PublicLinks links)
{
    private const int QuoteLength = 120;

    /// <param name="view">The abstention.</param>
    /// <param name="questions">Near questions that have an answer, at most three.</param>
    /// <param name="isPersonal">Suggestions can be pressed there alone.</param>
    public Activity Of(AnswerView.Abstention view, ImmutableArray<string> questions, bool isPersonal)
    {
        var messages = Messages.In(view.Language);
        var isQuestion = view.Code != AbstentionReason.OutOfScope;
        var hasLinks = isQuestion && view.Nearest.Any(source => links.Of(source) is not null);
        var text = new MessageText();
        if (isQuestion)
            text.Paragraph($"{view.Title}.").Line(Verbatim.Of(view.Reason));
        else
            text.Paragraph(Verbatim.Of(view.Reason));
        text.Paragraph(view.UnderstoodAs is { } understood ? Verbatim.Of(understood) : null).Paragraph(view.Notice);
        if (isQuestion)
            Explain(text, view, messages);
        var isSuggested = isPersonal && !hasLinks;
        return new()
        {
            Type = ActivityType.Message,
            TextFormat = "markdown",
            Text = text.ToString(),
            Summary = isQuestion ? $"{view.Title}. {view.Reason}" : view.Reason,
            Locale = view.Language.Culture.Name,
            Entities = [new Entity.AiMessage([])],
            ChannelData = new() { FeedbackLoop = new("default") },
            SuggestedActions = isSuggested ? Suggested.Of(questions) : null,
            Attachments = isSuggested || questions.IsEmpty ? null : [Suggested.Card(messages.NearQuestions, questions, messages)],
        };
    }

    private void Explain(MessageText text, AnswerView.Abstention view, Messages messages)
    {
        text.Paragraph(string.Join(" · ", new[] { view.Date, view.Searched, view.Writing, view.Terms }.OfType<string>().Select(Verbatim.Of)));
        if (!view.Nearest.IsEmpty)
            text.Paragraph(messages.Labelled(messages.NearestTitle, "").TrimEnd());
        foreach (var source in view.Nearest)
            text.Line($"• {Near(source, messages)}");
        text.Paragraph(messages.Labelled(messages.ToCallerTitle, view.ToCaller)).Paragraph(messages.NextStep);
    }

    private string Near(SourceView source, Messages messages)
    {
        var place = PlaceOf(source);
        // A bracket of a title would end the words of the link.
        return links.Of(source) is { } address
            ? $"[{Verbatim.Of(place.Replace('[', '(').Replace(']', ')'))}]({address})"
            : $"{Verbatim.Of(place)} {Verbatim.Of(messages.Quoted(Printable.Shorten(Printable.Line(source.Quote), QuoteLength)))}";
    }

    private static string PlaceOf(SourceView source)
    {
        var title = source.Sample is { } sample ? $"{source.Title} ({sample})" : source.Title;
        return source.Path.IsEmpty ? $"{title}, {source.Pages}" : $"{title}, {source.Path[^1]}, {source.Pages}";
    }
}
