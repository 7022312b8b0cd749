namespace AgentHelpdesk.TeamsBot.Resources;

/// <summary>What the search from a message box says in Teams.</summary>
internal sealed partial class Messages
{
    public string SearchAgain => Say();
    public string SearchAsk => Say();
    public string SearchChoose => Say();
    public string SearchInsert => Say();
    public string SearchLabel => Say();
    public string SearchNoMore => Say();
    public string SearchOpen => Say();
    public string SearchTitle => Say();

    public string SearchNothing(string reason) => Fill([reason]);
}
