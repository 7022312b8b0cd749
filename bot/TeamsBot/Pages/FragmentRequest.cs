namespace AgentHelpdesk.TeamsBot.Pages;

/// <summary>A page's script asks for the part that changed; a browser without script gets the whole page.</summary>
internal static class FragmentRequest
{
    public const string Header = "X-Fragment";

    public static bool IsOne(HttpRequest request) => request.Headers[Header] == "1";
}
