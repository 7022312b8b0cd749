using System.Text.Json;
using AgentHelpdesk.BotProtocol.Activities;

namespace AgentHelpdesk.BotProtocol.Sending;

/// <summary>
/// Brings a message within what the channel takes, because it refuses a whole answer for one character too many in one citation. Also the
/// smaller forms that are sent where it refuses all the same.
/// </summary>
internal static class MessageFitting
{
    /// <summary>80 KB, which the channel advises below its limit of some 100, counted as it counts: two bytes a character.</summary>
    public const int MostCharacters = 40 * 1024;

    private const int MostSuggestions = 3;

    /// <summary>Within all limits; what has to go goes in this order: suggestions, the card, the end of the text.</summary>
    public static Activity Fit(Activity message)
    {
        var fitting = WithCitations(WithSuggestions(message));
        if (Length(fitting) > MostCharacters && fitting.Attachments is { IsEmpty: false })
            fitting = WithoutCard(fitting);
        return Length(fitting) > MostCharacters && fitting.Text is { Length: > 0 } text ? Cut(fitting, text) : fitting;
    }

    // JSON writes some letters as two or more, so what fits is found by measuring.
    private static Activity Cut(Activity message, string text)
    {
        var (fits, tooLong) = (0, text.Length);
        while (tooLong - fits > 100)
        {
            var middle = (fits + tooLong) / 2;
            (fits, tooLong) = Length(WithText(message, text, middle)) <= MostCharacters ? (middle, tooLong) : (fits, middle);
        }

        return WithText(message, text, fits);
    }

    /// <summary>The next smaller form of a message that was refused for its size; null: there is none.</summary>
    public static Activity? Smaller(Activity message) => message switch
    {
        { Attachments.IsEmpty: false } => WithoutCard(message),
        { Text.Length: > 2_000 } => WithText(message, message.Text, message.Text.Length / 2),
        _ => null,
    };

    /// <summary>The next plainer form of a message that was refused for its form; null: there is none.</summary>
    public static Activity? Plainer(Activity message) => message switch
    {
        { Entities: { } entities } when entities.Any(entity => entity is Entity.AiMessage) => message with { Entities = [.. entities.Where(entity => entity is not Entity.AiMessage)] },
        { Attachments.IsEmpty: false } => WithoutCard(message),
        _ => null,
    };

    private static int Length(Activity message) => JsonSerializer.Serialize(message, ActivityJson.Wire.Activity).Length;

    // Beside a card the channel drops them, and more than three as well.
    private static Activity WithSuggestions(Activity message) => message switch
    {
        { SuggestedActions: null } => message,
        { Attachments.IsEmpty: false } or { SuggestedActions.Actions.IsDefaultOrEmpty: true } => message with { SuggestedActions = null },
        { SuggestedActions: { } suggested } => message with { SuggestedActions = suggested with { Actions = [.. suggested.Actions.Take(MostSuggestions)] } },
    };

    private static Activity WithoutCard(Activity message) => message with
    {
        Attachments = null,
        Text = string.IsNullOrWhiteSpace(message.Text) ? message.Summary ?? message.CutNotice : message.Text,
    };

    private static Activity WithText(Activity message, string text, int most) => WithCitations(message with { Text = TextCut.At(text, most, message.CutNotice) });

    private static Activity WithCitations(Activity message)
    {
        if (message.Entities is not { } entities || !entities.Any(entity => entity is Entity.AiMessage))
            return message;
        var cited = entities.OfType<Entity.AiMessage>().SelectMany(entity => entity.Citations);
        var one = new Entity.AiMessage(CitationFitting.Fit(cited, message.Text ?? ""));
        // A second root entity would make the channel refuse the message.
        return message with { Entities = [.. entities.Where(entity => entity is not Entity.AiMessage), one] };
    }
}
