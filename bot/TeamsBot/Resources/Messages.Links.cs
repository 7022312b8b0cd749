namespace AgentHelpdesk.TeamsBot.Resources;

/// <summary>What is said to those who open a link from Teams.</summary>
internal sealed partial class Messages
{
    public string HostUnknown => Say();
    public string LinkExpiredTitle => Say();
    public string LinkExpired => Say();
    public string LinkBrokenTitle => Say();
    public string LinkBroken => Say();
    public string LinkGoneTitle => Say();
    public string LinkGone => Say();
    public string LinkTooManyTitle => Say();
    public string LinkTooMany => Say();

    public string LinkOpensUntil(DateTime until) => Fill([until]);

    public string LinkKeyUnreadable(string path) => Fill([path]);
}
