using AgentHelpdesk.TeamsBot.Pages;

namespace AgentHelpdesk.TeamsBot.Passages;

/// <summary>Answers with the words of a citation among their neighbours: the whole page, or the part that stands beside an answer.</summary>
internal sealed class PassagePages(PageSpeech speech)
{
    /// <summary>A script that puts the passage beside the answer sends this.</summary>
    public const string FragmentHeader = "X-Fragment";

    public IResult Open(string revision, HttpContext context)
    {
        _ = PassageLink.Parse(revision, context.Request.Query["mots"], context.Request.Query["au"]);
        return Results.Text(speech.Of(context).PassageUnknown, "text/plain", statusCode: StatusCodes.Status404NotFound);
    }
}
