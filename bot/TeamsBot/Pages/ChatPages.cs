using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Conversations;
using AgentHelpdesk.TeamsBot.Resources;
using AgentHelpdesk.TeamsBot.Settings;
using AgentHelpdesk.TeamsBot.Starting;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.TeamsBot.Pages;

/// <summary>Answers the chat page's requests with HTML: the page, or one turn to be added to it.</summary>
internal sealed class ChatPages(
    Conversation conversations,
    Turn turns,
    Welcome welcome,
    PageRenderer renderer,
    PageSpeech speech,
    PageShells shells,
    FoundFirst foundFirst,
    ICatalogueReader catalogue,
    SampleProgress samples,
    IOptions<WebOptions> limits)
{
    /// <summary>The page as it is opened.</summary>
    public async Task<IResult> OpenAsync(HttpContext context)
    {
        if (Language.Find(context.Request.Query["langue"]) is { } language)
            PageSpeech.Keep(context, language);
        return await ShowAsync(context, ConversationId.New(), [], "");
    }

    /// <summary>A question sent by the page's script: the turn comes back, before it what was found if that is wanted and the answer takes its time.</summary>
    public async Task<IResult> AskAsync(HttpContext context)
    {
        var request = await ReadAsync(context);
        // Sent from here, not from a result: the filters hold a place for the turn for as long as this runs.
        var (outcome, hasBegun) = await foundFirst.AskAsync(
            context, progress => conversations.AskAsync(request with { Progress = progress }, context.RequestAborted), turns.LanguageOf(request.Text, request.Choice));
        var html = await TurnHtmlAsync(Shown(request, outcome));
        if (!hasBegun)
            return HtmlReply.Of(html, StatusOf(outcome));
        await context.Response.WriteAsync(html, context.RequestAborted);
        return Results.Empty;
    }

    /// <summary>A question sent by the form without script: the whole page comes back, with what was asked before.</summary>
    public async Task<IResult> AskWithoutScriptAsync(HttpContext context)
    {
        var request = await ReadAsync(context);
        var outcome = await conversations.AskAsync(request, context.RequestAborted);
        var answered = outcome as TurnOutcome.Answered;
        var before = (await conversations.ReadAsync(request.Conversation, context.RequestAborted)).Where(kept => kept.Id != answered?.Turn);
        return await ShowAsync(
            context,
            request.Conversation,
            [.. before.Select(kept => ShownTurn.Of(kept.View, kept.Id, request.Conversation)), Shown(request, outcome)],
            "",
            StatusOf(outcome),
            answered is null ? request : null);
    }

    /// <summary>A turn that never began, in the form the page shows turns in.</summary>
    public async Task<IResult> TurnAwayAsync(HttpContext context, Func<Messages, string> sentence, int status)
    {
        var messages = speech.Of(context);
        return HtmlReply.Of(await TurnHtmlAsync(ShownTurn.Of("", new TurnOutcome.Unclear(sentence(messages)) { Language = messages.Language })), status);
    }

    /// <summary>
    /// Makes the page, runs a turn from question to HTML and drops both, so that the first person does not wait for what is built once. Asks
    /// by a document's own title, so that the turn gets as far as writing and checking.
    /// </summary>
    public async Task WarmUpAsync(CancellationToken cancellationToken)
    {
        await ShowAsync(new DefaultHttpContext { RequestAborted = cancellationToken }, ConversationId.New(), [], "");
        var documents = await catalogue.ReadDocumentsAsync(cancellationToken);
        if (documents.IsEmpty)
            return;
        var title = Printable.Shorten(documents[0].Revisions[0].Description.Title, limits.Value.MaxQuestionLength - 2);
        await TurnHtmlAsync(ShownTurn.Of("", await turns.AskAsync(new(title, "", null) { AllowsModel = false }, cancellationToken)));
    }

    /// <param name="context">The request.</param>
    /// <param name="conversation">What the form will ask in.</param>
    /// <param name="shown">Oldest first.</param>
    /// <param name="said">What an act came to; may be empty.</param>
    /// <param name="status">Of the response.</param>
    /// <param name="typed">What stays in the field; null: nothing.</param>
    internal async Task<IResult> ShowAsync(
        HttpContext context, ConversationId conversation, ImmutableArray<ShownTurn> shown, string said, int status = StatusCodes.Status200OK, ConversationRequest? typed = null)
    {
        var state = await shells.ReadStateAsync(context.RequestAborted);
        return HtmlReply.Of(
            await renderer.RenderAsync<ChatPage>(new()
            {
                [nameof(ChatPage.View)] = new ChatPageView
                {
                    Shell = shells.Of(PageKind.Chat, context, state),
                    Conversation = conversation,
                    Welcome = state is null ? null : await welcome.ReadAsync(state, context.RequestAborted),
                    ReadingSamples = samples.IsRunning,
                    Turns = shown,
                    TypedQuestion = typed?.Text ?? "",
                    TypedDate = typed?.Date ?? "",
                    Said = said,
                },
            }),
            status);
    }

    /// <exception cref="BadHttpRequestException">The body is no form.</exception>
    internal static async Task<IFormCollection> FormAsync(HttpContext context) => context.Request.HasFormContentType
        ? await context.Request.ReadFormAsync(context.RequestAborted)
        : throw new BadHttpRequestException("What the page sends comes as a form.", StatusCodes.Status415UnsupportedMediaType);

    private static async Task<ConversationRequest> ReadAsync(HttpContext context)
    {
        var form = await FormAsync(context);
        return new(
            ConversationId.TryParse(form["conversation"], out var conversation) ? conversation : ConversationId.New(),
            form["question"].ToString().ReplaceLineEndings("\n"),
            form["date"].ToString(),
            PageSpeech.Choice(context),
            TurnId.TryParse(form["compare"], out var compared) ? compared : null);
    }

    private ShownTurn Shown(ConversationRequest request, TurnOutcome outcome) =>
        ShownTurn.Of(Printable.Shorten(request.Text, limits.Value.MaxQuestionLength), outcome, request.Conversation);

    private Task<string> TurnHtmlAsync(ShownTurn turn) => renderer.RenderAsync<TurnArticle>(new() { [nameof(TurnArticle.Turn)] = turn });

    private static int StatusOf(TurnOutcome outcome) => outcome switch
    {
        TurnOutcome.Answered => StatusCodes.Status200OK,
        TurnOutcome.Unclear => StatusCodes.Status422UnprocessableEntity,
        _ => StatusCodes.Status503ServiceUnavailable,
    };
}
