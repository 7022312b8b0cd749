using System.Collections.Immutable;
using AgentHelpdesk.Answering;
using AgentHelpdesk.BotProtocol.Activities;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Links;
using AgentHelpdesk.TeamsBot.Resources;

namespace AgentHelpdesk.TeamsBot.Teams.Speaking;

/// <summary>
/// An abstention as a message: why, what was searched, the nearest passages, what to do next. In a personal chat the nearest sections are
/// offered as questions; beside such suggestions the channel renders no markup, so the text has none and addresses stand in full.
/// </summary>
internal sealed class AbstentionMessage(PublicLinks links)
{
    private const int QuoteLength = 120;

    /// <param name="view">The abstention.</param>
    /// <param name="questions">Near questions that have an answer, at most three.</param>
    /// <param name="isPersonal">Suggestions can be pressed there alone; elsewhere they are lines of the text.</param>
    public Activity Of(AnswerView.Abstention view, ImmutableArray<string> questions, bool isPersonal)
    {
        var messages = Messages.In(view.Language);
        var isQuestion = view.Code != AbstentionReason.OutOfScope;
        var text = new MessageText();
        if (isQuestion)
            text.Paragraph(view.Title).Line(Verbatim.Of(view.Reason));
        else
            text.Paragraph(Verbatim.Of(view.Reason));
        text.Paragraph(view.UnderstoodAs is { } understood ? Verbatim.Of(understood) : null).Paragraph(view.Notice);
        if (isQuestion)
            Explain(text, view, messages);
        if (!isPersonal && !questions.IsEmpty)
            text.Paragraph(messages.NearQuestions(string.Join(" · ", questions.Select(Verbatim.Of))));
        return new()
        {
            Type = ActivityType.Message,
            TextFormat = "markdown",
            Text = text.ToString(),
            Summary = isQuestion ? $"{view.Title}. {view.Reason}" : view.Reason,
            Locale = view.Language.Culture.Name,
            Entities = [new Entity.AiMessage([])],
            ChannelData = new() { FeedbackLoop = new("default") },
            SuggestedActions = isPersonal ? Suggested.Of(questions) : null,
        };
    }

    private void Explain(MessageText text, AnswerView.Abstention view, Messages messages)
    {
        text.Paragraph(string.Join(" · ", new[] { view.Date, view.Searched, view.Terms }.OfType<string>().Select(Verbatim.Of)));
        if (!view.Nearest.IsEmpty)
            text.Paragraph(messages.NearestTitle);
        foreach (var source in view.Nearest)
        {
            text.Line($"• {Verbatim.Of(PlaceOf(source))}");
            if (links.Of(source) is { } address)
                text.Line(address);
            else
                text.Line(Verbatim.Of(messages.Quoted(Printable.Shorten(Printable.Line(source.Quote), QuoteLength))));
        }

        text.Paragraph(messages.Labelled(messages.ToCallerTitle, view.ToCaller)).Paragraph(messages.NextStep);
    }

    private static string PlaceOf(SourceView source)
    {
        var title = source.Sample is { } sample ? $"{source.Title} ({sample})" : source.Title;
        return source.Path.IsEmpty ? $"{title}, {source.Pages}" : $"{title}, {source.Path[^1]}, {source.Pages}";
    }
}
