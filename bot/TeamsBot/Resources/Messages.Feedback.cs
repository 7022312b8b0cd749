namespace AgentHelpdesk.TeamsBot.Resources;

/// <summary>What is said beside the thumbs below an answer, and of what they left.</summary>
internal sealed partial class Messages
{
    public string FeedbackAskDislike => Say();
    public string FeedbackAskLike => Say();
    public string FeedbackPrivacy => Say();
    public string FeedbackSend => Say();
    public string FeedbackTitle => Say();
}
