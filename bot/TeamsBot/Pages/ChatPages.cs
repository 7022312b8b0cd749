using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Resources;
using AgentHelpdesk.TeamsBot.Settings;
using AgentHelpdesk.TeamsBot.Starting;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.TeamsBot.Pages;

/// <summary>Answers the chat page's requests with HTML: the page, or one turn to be added to it.</summary>
internal sealed class ChatPages(
    Turn turns, PageRenderer renderer, PageSpeech speech, PageShells shells, ICatalogueReader catalogue, SampleProgress samples, IOptions<WebOptions> limits)
{
    /// <summary>The page as it is opened.</summary>
    public async Task<IResult> OpenAsync(HttpContext context)
    {
        if (Language.Find(context.Request.Query["langue"]) is { } language)
            PageSpeech.Keep(context, language);
        return await PageAsync(context, null, "", "");
    }

    /// <summary>A question sent by the page's script: the turn alone comes back.</summary>
    public async Task<IResult> AskAsync(HttpContext context)
    {
        var (request, outcome) = await TurnAsync(context);
        return Html(await TurnHtmlAsync(request.Text, outcome), StatusOf(outcome));
    }

    /// <summary>A question sent by the form without script: the whole page comes back.</summary>
    public async Task<IResult> AskWithoutScriptAsync(HttpContext context)
    {
        var (request, outcome) = await TurnAsync(context);
        var answered = outcome is TurnOutcome.Answered;
        return await PageAsync(context, ShownTurn.Of(request.Text, outcome), answered ? "" : request.Text, request.Date, StatusOf(outcome));
    }

    /// <summary>A turn that never began, in the form the page shows turns in.</summary>
    public async Task<IResult> TurnAwayAsync(HttpContext context, Func<Messages, string> sentence, int status)
    {
        var messages = speech.Of(context);
        return Html(await TurnHtmlAsync("", new TurnOutcome.Unclear(sentence(messages)) { Language = messages.Language }), status);
    }

    /// <summary>
    /// Runs a turn from question to HTML and drops it, so that the first person does not wait for what is built once. Asks by a document's
    /// own title, so that the turn gets as far as writing and checking.
    /// </summary>
    public async Task WarmUpAsync(CancellationToken cancellationToken)
    {
        var documents = await catalogue.ReadDocumentsAsync(cancellationToken);
        if (documents.IsEmpty)
            return;
        var title = Printable.Shorten(documents[0].Revisions[0].Description.Title, limits.Value.MaxQuestionLength - 2);
        await TurnHtmlAsync("", await turns.AskAsync(new(title, "", null), cancellationToken));
    }

    private async Task<(TurnRequest Request, TurnOutcome Outcome)> TurnAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
            throw new BadHttpRequestException("A question comes as a form.", StatusCodes.Status415UnsupportedMediaType);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var request = new TurnRequest(form["question"].ToString().ReplaceLineEndings("\n"), form["date"].ToString(), PageSpeech.Choice(context));
        return (request, await turns.AskAsync(request, context.RequestAborted));
    }

    private async Task<IResult> PageAsync(HttpContext context, ShownTurn? turn, string question, string date, int status = StatusCodes.Status200OK)
    {
        var state = await shells.ReadStateAsync(context.RequestAborted);
        return Html(
            await renderer.RenderAsync<ChatPage>(new()
            {
                [nameof(ChatPage.View)] = new ChatPageView
                {
                    Shell = shells.Of(PageKind.Chat, context, state),
                    Documents = state?.Documents,
                    OnlySamples = state is { OnlySamples: true, Documents: > 0 },
                    ReadingSamples = samples.IsRunning,
                    Turn = turn,
                    TypedQuestion = question,
                    TypedDate = date,
                },
            }),
            status);
    }

    private Task<string> TurnHtmlAsync(string question, TurnOutcome outcome) => renderer.RenderAsync<TurnArticle>(new()
    {
        [nameof(TurnArticle.Turn)] = ShownTurn.Of(Printable.Shorten(question, limits.Value.MaxQuestionLength), outcome),
    });

    private static IResult Html(string html, int status) => Results.Content(html, "text/html; charset=utf-8", statusCode: status);

    private static int StatusOf(TurnOutcome outcome) => outcome switch
    {
        TurnOutcome.Answered => StatusCodes.Status200OK,
        TurnOutcome.Unclear => StatusCodes.Status422UnprocessableEntity,
        _ => StatusCodes.Status503ServiceUnavailable,
    };
}
