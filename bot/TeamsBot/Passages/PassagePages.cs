using AgentHelpdesk.TeamsBot.Pages;

namespace AgentHelpdesk.TeamsBot.Passages;

/// <summary>Answers with the words of a citation among their neighbours: the whole page, or the part that stands beside an answer.</summary>
internal sealed class PassagePages(OpenPassage passages, PageRenderer renderer, PageSpeech speech, PageShells shells)
{
    public async Task<IResult> OpenAsync(string revision, HttpContext context)
    {
        var messages = speech.Of(context);
        var query = context.Request.Query;
        if (PassageLink.Parse(revision, query["mots"], query["au"], query["proche"]) is not { } link)
            return Results.Text(messages.PassageUnreadable, statusCode: StatusCodes.Status400BadRequest);
        if (await passages.OpenAsync(link, messages, context.RequestAborted) is not { } view)
            return Results.Text(messages.PassageUnknown, statusCode: StatusCodes.Status404NotFound);
        return HtmlReply.Of(FragmentRequest.IsOne(context.Request)
            ? await renderer.RenderAsync<PassageSection>(new() { [nameof(PassageSection.View)] = view })
            : await renderer.RenderAsync<PassagePage>(new()
            {
                [nameof(PassagePage.Shell)] = shells.Of(PageKind.Passage, context, await shells.ReadStateAsync(context.RequestAborted)),
                [nameof(PassagePage.View)] = view,
            }));
    }
}
