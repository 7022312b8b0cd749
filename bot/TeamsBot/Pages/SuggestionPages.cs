using AgentHelpdesk.Answering.Suggestions;

namespace AgentHelpdesk.TeamsBot.Pages;

/// <summary>Questions to press, as HTML to be put into the page once they are made.</summary>
internal sealed class SuggestionPages(Welcome welcome, PageRenderer renderer, PageSpeech speech)
{
    public async Task<IResult> OfCorpusAsync(HttpContext context) => await ListAsync(context, await welcome.SuggestAsync(context.RequestAborted));

    private async Task<IResult> ListAsync(HttpContext context, SuggestedQuestions questions) =>
        HtmlReply.Of(await renderer.RenderAsync<SuggestionList>(new()
        {
            [nameof(SuggestionList.Questions)] = questions,
            [nameof(SuggestionList.Language)] = speech.Of(context).Language,
        }));
}
