namespace AgentHelpdesk.TeamsBot.Pages;

/// <summary>HTML made by the renderer, as a reply.</summary>
internal static class HtmlReply
{
    public static IResult Of(string html, int status = StatusCodes.Status200OK) => Results.Content(html, "text/html; charset=utf-8", statusCode: status);
}
