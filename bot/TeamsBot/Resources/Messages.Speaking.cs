namespace AgentHelpdesk.TeamsBot.Resources;

/// <summary>What the bot says in Teams besides its answers.</summary>
internal sealed partial class Messages
{
    public string BegunAgain => Say();
    public string CommandErase => Say();
    public string CommandLanguage => Say();
    public string CommandNew => Say();
    public string CommandReport => Say();
    public string EmptyInTeams => Say();
    public string Erased => Say();
    public string FurtherRules => Say();
    public string Greeting => Say();
    public string GreetingDecides => Say();
    public string GreetingHelp => Say();
    public string GreetingMention => Say();
    public string GreetingSamples => Say();
    public string LanguageAsked => Say();
    public string LanguageChosen => Say();
    public string LanguageNotKept => Say();
    public string NearQuestions => Say();
    public string NextStep => Say();
    public string NotErased => Say();
    public string NothingToReport => Say();
    public string ProgressSlow => Say();
    public string SeeLess => Say();
    public string SeeSource => Say();
    public string TeamsHelpAsk => Say();
    public string TeamsHelpErase => Say();
    public string TeamsHelpGroups => Say();
    public string TeamsHelpLanguage => Say();
    public string TeamsHelpNew => Say();
    public string TeamsHelpPrivacy => Say();
    public string TeamsHelpReport => Say();
    public string TeamsHelpTitle => Say();
    public string TurnLeft => Say();

    public string Labelled(string label, string said) => Fill([label, said]);
    public string ProgressFound(string places) => Fill([places]);
    public string ProgressWritten(int documents) => Count(documents, [documents]);
    public string SeeMore(string parts) => Fill([parts]);
}
