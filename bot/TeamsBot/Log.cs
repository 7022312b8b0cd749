namespace AgentHelpdesk.TeamsBot;

/// <summary>What the web host records. Never the text of a question or a document.</summary>
internal static partial class Log
{
    [LoggerMessage(300, LogLevel.Error, "Turn {Reference} failed (timed out: {TimedOut})")]
    public static partial void TurnFailed(ILogger logger, string reference, bool timedOut, Exception exception);

    [LoggerMessage(310, LogLevel.Error, "Request {Reference} failed")]
    public static partial void RequestFailed(ILogger logger, string reference, Exception exception);

    [LoggerMessage(311, LogLevel.Warning, "A request to the channel's address was refused: the name it asked for is neither that of Bot:PublicUrl nor this machine's, or a development mode is on and it came through a relay")]
    public static partial void HostRefused(ILogger logger);

    [LoggerMessage(320, LogLevel.Error, "Sample documents could not be ingested")]
    public static partial void SamplesFailed(ILogger logger, Exception exception);

    [LoggerMessage(330, LogLevel.Warning, "Conversations could not be read or kept; the answer was given all the same")]
    public static partial void KeepingFailed(ILogger logger, Exception exception);

    [LoggerMessage(331, LogLevel.Warning, "Turn was too large to be kept; a reload of the page does not show it")]
    public static partial void TurnTooLargeToKeep(ILogger logger);

    [LoggerMessage(332, LogLevel.Warning, "Expired conversations and reports could not be removed")]
    public static partial void ExpiredNotRemoved(ILogger logger, Exception exception);

    [LoggerMessage(340, LogLevel.Warning, "Day's key could not be kept; conversations are forgotten at the next restart")]
    public static partial void DayKeyNotKept(ILogger logger, Exception exception);

    [LoggerMessage(341, LogLevel.Warning, "Log of bot.db could not be emptied; what was erased is in it until it can")]
    public static partial void DeletedNotErased(ILogger logger, Exception exception);

    [LoggerMessage(342, LogLevel.Warning, "Answer waits: it could not be marked as sent before it is")]
    public static partial void AnswerWaitsForItsMark(ILogger logger, Exception exception);

    [LoggerMessage(343, LogLevel.Warning, "Turn of another program could not be read and was removed")]
    public static partial void TurnUnreadable(ILogger logger, Exception exception);

    [LoggerMessage(344, LogLevel.Warning, "Record of a turn could not be kept; the answer was given all the same")]
    public static partial void RecordNotKept(ILogger logger, Exception exception);

    [LoggerMessage(345, LogLevel.Warning, "Record of a turn was too large to be kept")]
    public static partial void RecordTooLarge(ILogger logger);

    [LoggerMessage(346, LogLevel.Warning, "Record of a turn was left out: {Waiting} wait to be written")]
    public static partial void RecordsLeftOut(ILogger logger, int waiting);

    [LoggerMessage(347, LogLevel.Warning, "Switch and use of the model could not be read; what was last known of them holds")]
    public static partial void ModelUseNotRead(ILogger logger, Exception exception);

    [LoggerMessage(348, LogLevel.Warning, "Use of the model could not be written; it is counted in memory and written with the next call")]
    public static partial void ModelUseNotKept(ILogger logger, Exception exception);

    [LoggerMessage(350, LogLevel.Warning, "No questions could be suggested; what was found was said all the same")]
    public static partial void NothingSuggested(ILogger logger, Exception exception);

    [LoggerMessage(351, LogLevel.Information, "Turn {Turn} was stopped by the person who asked")]
    public static partial void TurnStopped(ILogger logger, string turn);

    [LoggerMessage(360, LogLevel.Warning, "Which message an answer was could not be kept; a rating of it is inferred")]
    public static partial void SentAnswerNotKept(ILogger logger, Exception exception);

    [LoggerMessage(361, LogLevel.Error, "Rating could not be stored; the channel was told so")]
    public static partial void RatingNotStored(ILogger logger, Exception exception);

    [LoggerMessage(362, LogLevel.Error, "Conversation could not be erased; the person was told so")]
    public static partial void ConversationNotErased(ILogger logger, Exception exception);

    [LoggerMessage(363, LogLevel.Error, "Search {Reference} from a message box failed (timed out: {TimedOut})")]
    public static partial void SearchFailed(ILogger logger, string reference, bool timedOut, Exception exception);
}
