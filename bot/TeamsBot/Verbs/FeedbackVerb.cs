using System.CommandLine;
using AgentHelpdesk.TeamsBot.Keeping;

namespace AgentHelpdesk.TeamsBot.Verbs;

/// <summary><c>feedback</c>: what agents said of answers with the thumbs below them, newest first, for those who keep the documents.</summary>
internal static class FeedbackVerb
{
    public static Command Create(CommandLineWords words)
    {
        var dislikes = new Option<bool>("--dislikes") { Description = words.Messages.HelpDislikes };
        return new KeptList<Rating>
        {
            Command = new("feedback", words.Messages.HelpFeedback) { dislikes },
            HelpSince = words.Messages.HelpRatingsSince,
            Read = (services, parse, since) => services.GetRequiredService<RatingList>().Read(since, parse.GetValue(dislikes) ? Reaction.Dislike : null),
            Json = RatingText.Json,
            Csv = RatingText.Csv,
            Table = RatingText.Table,
        }.Build(words);
    }
}
