namespace AgentHelpdesk.TeamsBot.Pages;

/// <summary>HTML made by the renderer, as a reply.</summary>
internal static class HtmlReply
{
    public const string Type = "text/html; charset=utf-8";

    public static IResult Of(string html, int status = StatusCodes.Status200OK) => Results.Content(html, Type, statusCode: status);
}
