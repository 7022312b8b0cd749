using System.Collections.Immutable;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Conversations;

namespace AgentHelpdesk.TeamsBot.Pages;

/// <summary>What a page does with its conversation besides asking: show it again, forget it, report what was not found.</summary>
internal sealed class ConversationPages(Conversation conversations, ChatPages pages, PageRenderer renderer, PageSpeech speech)
{
    /// <summary>The turns kept, as HTML to be put into the page; none for an unknown conversation.</summary>
    public async Task<IResult> ReadAsync(string id, HttpContext context)
    {
        var turns = ConversationId.TryParse(id, out var conversation) ? await TurnsAsync(conversation, context.RequestAborted) : [];
        return HtmlReply.Of(await renderer.RenderAsync<KeptTurns>(new() { [nameof(KeptTurns.Turns)] = turns }));
    }

    public async Task<IResult> ForgetAsync(HttpContext context)
    {
        var form = await ChatPages.FormAsync(context);
        if (ConversationId.TryParse(form["conversation"], out var conversation))
            await conversations.ForgetAsync(conversation, context.RequestAborted);
        return FragmentRequest.IsOne(context.Request) ? Results.NoContent() : Results.Redirect("/");
    }

    /// <summary>Says whether the knowledge managers will see it; without script on the page, as one sentence otherwise.</summary>
    public async Task<IResult> ReportAsync(HttpContext context)
    {
        var messages = speech.Of(context);
        var form = await ChatPages.FormAsync(context);
        var known = ConversationId.TryParse(form["conversation"], out var conversation);
        var reported = known && TurnId.TryParse(form["turn"], out var turn) && await conversations.ReportAsync(conversation, turn, context.RequestAborted);
        var sentence = reported ? messages.Reported : messages.NotReported;
        var status = reported ? StatusCodes.Status200OK : StatusCodes.Status404NotFound;
        return FragmentRequest.IsOne(context.Request)
            ? Results.Text(sentence, statusCode: status)
            : await pages.ShowAsync(context, known ? conversation : ConversationId.New(), known ? await TurnsAsync(conversation, context.RequestAborted) : [], sentence, status);
    }

    private async Task<ImmutableArray<ShownTurn>> TurnsAsync(ConversationId conversation, CancellationToken cancellationToken) =>
        [.. (await conversations.ReadAsync(conversation, cancellationToken)).Select(kept => ShownTurn.Of(kept.View, kept.Id, conversation))];
}
