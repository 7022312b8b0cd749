using AgentHelpdesk.TeamsBot.Keeping;

namespace AgentHelpdesk.TeamsBot.Resources;

/// <summary>What is said beside the thumbs below an answer, and of what they left.</summary>
internal sealed partial class Messages
{
    public string FeedbackAskDislike => Say();
    public string FeedbackAskLike => Say();
    public string FeedbackPrivacy => Say();
    public string FeedbackSend => Say();
    public string FeedbackTitle => Say();
    public string HelpDislikes => Say();
    public string HelpFeedback => Say();
    public string HelpRatingsSince => Say();
    public string NoRatings => Say();
    public string RatedInferred => Say();
    public string RatedUnknown => Say();

    public string NoRatingsSince(DateOnly day) => Fill([day]);
    public string RatingLine(DateOnly day, Reaction reaction, string question) => Fill([day, question], "Rating" + reaction);
}
