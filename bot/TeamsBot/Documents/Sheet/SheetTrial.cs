using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Pages;

namespace AgentHelpdesk.TeamsBot.Documents.Sheet;

/// <summary>Tries a question over what is published, from a document's page: the same answer as agents get, nothing kept.</summary>
internal sealed class SheetTrial(DocumentSheet sheet, Turn turns, PageRenderer renderer, PageSpeech speech)
{
    public async Task<IResult> TryAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
            throw new BadHttpRequestException("A question comes as a form.", StatusCodes.Status415UnsupportedMediaType);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (question, date) = (form["question"].ToString(), form["date"].ToString());
        if (!DocumentId.TryParse(form[DocumentLink.Id], out var id))
            return await sheet.ShowAsync(context, null, view => view);
        var outcome = await turns.AskAsync(new(question, date, PageSpeech.Choice(context)), context.RequestAborted);
        var trial = Trial.Of(question, date, outcome, id);
        if (!FragmentRequest.IsOne(context.Request))
            return await sheet.ShowAsync(context, id.Value, view => view with { Trial = trial });
        return HtmlReply.Of(await renderer.RenderAsync<TrialResult>(new()
        {
            [nameof(TrialResult.Trial)] = trial,
            [nameof(TrialResult.Language)] = speech.Of(context).Language,
        }));
    }
}
