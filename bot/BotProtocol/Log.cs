using AgentHelpdesk.BotProtocol.Tokens;
using Microsoft.Extensions.Logging;

namespace AgentHelpdesk.BotProtocol;

/// <summary>What the protocol records. Never an id, a name or a text of a person.</summary>
internal static partial class Log
{
    [LoggerMessage(400, LogLevel.Warning, "Sender was not let in: {Reason}")]
    public static partial void SenderDenied(ILogger logger, string reason);

    [LoggerMessage(401, LogLevel.Warning, "Activity was not readable, status {Status}")]
    public static partial void ActivityUnreadable(ILogger logger, int status);

    [LoggerMessage(402, LogLevel.Error, "Signing keys could not be had from their metadata document; what is known of them is used up to a day")]
    public static partial void KeysUnavailable(ILogger logger);

    [LoggerMessage(404, LogLevel.Error, "Invoke failed, reference {Reference}")]
    public static partial void InvokeFailed(ILogger logger, string reference, Exception exception);

    [LoggerMessage(405, LogLevel.Warning, "Sender waited longer than the channel does and was let go")]
    public static partial void AwaitedTooLong(ILogger logger);

    [LoggerMessage(406, LogLevel.Warning, "Person was not answered, by the channel's roster: {Membership}")]
    public static partial void MemberDenied(ILogger logger, Membership membership);

    [LoggerMessage(407, LogLevel.Warning, "DEVELOPMENT ONLY: Bot:AllowAnonymous lets in whoever comes from this machine WITHOUT A TOKEN")]
    public static partial void AnonymousLetIn(ILogger logger);

    [LoggerMessage(408, LogLevel.Warning, "DEVELOPMENT ONLY: Bot:AllowEmulator lets in the emulator from this machine by a token of the bot's own app")]
    public static partial void EmulatorLetIn(ILogger logger);

    [LoggerMessage(409, LogLevel.Warning, "TESTS ONLY: Bot:ChannelMetadata or Bot:EntraAuthority has this machine stand in for those who issue tokens")]
    public static partial void IssuersStoodInFor(ILogger logger);

    [LoggerMessage(420, LogLevel.Error, "Turn {Turn} failed, reference {Reference}")]
    public static partial void TurnFailed(ILogger logger, string turn, string reference, Exception exception);

    [LoggerMessage(421, LogLevel.Error, "Turn {Turn} could not be answered by a sentence either")]
    public static partial void ApologyFailed(ILogger logger, string turn, Exception exception);

    [LoggerMessage(422, LogLevel.Warning, "Turn {Turn} was cut off by the end of the program; the next start takes it up unless its answer had left")]
    public static partial void TurnCutOff(ILogger logger, string turn, Exception exception);

    [LoggerMessage(423, LogLevel.Error, "Activity could not be kept and was turned away; the channel comes again")]
    public static partial void ActivityNotKept(ILogger logger, Exception exception);

    [LoggerMessage(424, LogLevel.Warning, "Activity was not kept in time and was turned away; it is worked on once the disk has answered")]
    public static partial void TurnKeptLate(ILogger logger);

    [LoggerMessage(425, LogLevel.Warning, "Queue of turns became full, or is closing; activities are turned away")]
    public static partial void QueueFull(ILogger logger);

    [LoggerMessage(426, LogLevel.Information, "{Turns} turns left by an earlier life of the program were taken up")]
    public static partial void TurnsTakenUp(ILogger logger, int turns);

    [LoggerMessage(427, LogLevel.Error, "Turns left by an earlier life of the program could not be read")]
    public static partial void TurnsLeftUnread(ILogger logger, Exception exception);

    [LoggerMessage(440, LogLevel.Warning, "Nothing was sent: an activity asked for replies to an address that is not allowed (Bot:ServiceHosts)")]
    public static partial void AddressNotAllowed(ILogger logger);

    [LoggerMessage(441, LogLevel.Warning, "Channel refused a call with {Status} {Code}")]
    public static partial void SendRefused(ILogger logger, int status, string code);

    [LoggerMessage(442, LogLevel.Warning, "Call to the channel was given up after {Attempts} attempts")]
    public static partial void SendGivenUp(ILogger logger, int attempts);

    [LoggerMessage(443, LogLevel.Warning, "Channel's answer to a message was lost; the message was not sent again")]
    public static partial void AnswerLost(ILogger logger);

    [LoggerMessage(444, LogLevel.Information, "Conversation was closed to the bot: {Code}")]
    public static partial void ConversationClosed(ILogger logger, string code);

    [LoggerMessage(445, LogLevel.Warning, "Message was refused with {Status} {Code} and sent again in a lesser form")]
    public static partial void MessageLessened(ILogger logger, int status, string code);

    [LoggerMessage(446, LogLevel.Error, "Bot's token was not issued: {Error} (see Bot:TenantId, Bot:AppId, Bot:Secret)")]
    public static partial void TokenNotIssued(ILogger logger, string error);

    [LoggerMessage(447, LogLevel.Information, "Stream of progress ended early: {Reason}")]
    public static partial void StreamEnded(ILogger logger, string reason);

    [LoggerMessage(448, LogLevel.Warning, "Progress was not shown: {Error}")]
    public static partial void ProgressFailed(ILogger logger, string error);
}
