using AgentHelpdesk.BotProtocol.Sending;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Keeping;
using AgentHelpdesk.TeamsBot.Resources;
using AgentHelpdesk.TeamsBot.Settings;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.TeamsBot.Teams;

/// <summary>
/// Which language a person is spoken to in: the choice that they made, else a clear question's, else the configured one. The activity's locale
/// only greets. A choice that can't be read is no reason to leave somebody without an answer.
/// </summary>
internal sealed class AgentLanguage(Remembered remembered, IOptions<LanguageOptions> options, ILogger<AgentLanguage> logger)
{
    private Language Preset => Language.Find(options.Value.Default) ?? Language.French;

    /// <summary>Null: none was chosen.</summary>
    public Language? Chosen(ReplyAddress address) => OrElse(() => Language.Find(remembered.Read(Remembered.Language, address.ChannelId, address.UserId)), null);

    /// <summary>For what is said about a text, or about none.</summary>
    public Messages For(ReplyAddress? address, string text) => Messages.In(QuestionLanguage.Choose(address is null ? null : Chosen(address), text, Preset));

    /// <summary>For the first words in a conversation.</summary>
    public Messages ForGreeting(ReplyAddress address) =>
        Messages.In(Chosen(address) ?? Language.Find(address.Locale?.Split('-', '_')[0].ToLowerInvariant()) ?? Preset);

    /// <returns>False: it could not be kept.</returns>
    public bool Choose(ReplyAddress address, Language language) => OrElse(
        () =>
        {
            remembered.Keep(Remembered.Language, language.Code, address.ChannelId, address.UserId);
            return true;
        },
        false);

    /// <summary>The choice is not kept any more.</summary>
    /// <exception cref="Exception">The file can't be written.</exception>
    public void Forget(ReplyAddress address) => remembered.Forget(Remembered.Language, address.ChannelId, address.UserId);

    private T OrElse<T>(Func<T> work, T otherwise)
    {
        try
        {
            return work();
        }
        catch (Exception exception)
        {
            Log.KeepingFailed(logger, exception);
            return otherwise;
        }
    }
}
