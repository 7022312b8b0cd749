using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.BotProtocol;
using AgentHelpdesk.BotProtocol.Activities;
using AgentHelpdesk.BotProtocol.Sending;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Keeping;
using AgentHelpdesk.TeamsBot.Settings;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.TeamsBot.Teams.Feedback;

/// <summary>What agents say of an answer with its thumbs: stored before it is acknowledged, by names of this house alone.</summary>
internal sealed class FeedbackInvoke(
    Ratings ratings, RatedPlaces places, QuestionReader questions, PersonalDataMask mask, IOptions<LanguageOptions> language, ILogger<FeedbackInvoke> logger)
{
    /// <summary>What people write beside a thumb; more is no opinion.</summary>
    private const int MostCharacters = 2_000;

    /// <summary>Read before masking, so that the cut falls in no number that is then not known for one.</summary>
    private const int MostRead = 4 * MostCharacters;

    // A body that is not empty is shown as an error, hence a status alone.
    public Task<InvokeReply> AnswerAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (GivenFeedback.Read(activity.Value) is not { } given || ReplyAddress.Of(activity) is not { } address)
            return Task.FromResult(InvokeReply.NotUnderstood);
        var rating = new GivenRating
        {
            Places = places.Of(address, activity.ReplyToId),
            Reaction = given.Reaction,
            Comment = CommentOf(given.Comment, activity),
        };
        return Task.FromResult(activity.Name == InvokeName.FeedbackForm ? Ask(rating) : Store(rating));
    }

    private InvokeReply Store(GivenRating rating)
    {
        try
        {
            ratings.Add(rating, questions.Today);
            return InvokeReply.Done;
        }
        catch (Exception exception)
        {
            Log.RatingNotStored(logger, exception);
            return InvokeReply.TryAgain;
        }
    }

    private InvokeReply Ask(GivenRating rating)
    {
        Language? spoken = null;
        try
        {
            spoken = ratings.LanguageOf(rating);
        }
        catch (Exception exception)
        {
            // The form can be filled in all the same.
            Log.KeepingFailed(logger, exception);
        }

        return new(200, FeedbackForm.Of(rating.Reaction, spoken ?? Language.Find(language.Value.Default) ?? Language.French));
    }

    private string CommentOf(string typed, Activity activity)
    {
        var masked = Printable.Lines(KnownNames.Mask(Printable.Shorten(typed, MostRead), activity, mask)).Trim();
        return Printable.Shorten(masked, MostCharacters);
    }
}
