using System.Collections.Immutable;
using System.Text.Json;

namespace AgentHelpdesk.BotProtocol.Activities;

/// <summary>A card, or a file that a person sent. Teams mirrors rich text as one of type text/html, which is no file.</summary>
public sealed record Attachment
{
    public const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";

    public string? ContentType { get; init; }

    public string? ContentUrl { get; init; }

    public string? Name { get; init; }

    /// <summary>A card as JSON, written by the bot and shown by the channel.</summary>
    public JsonElement? Content { get; init; }

    /// <summary>Of a search result: how it looks in the list.</summary>
    public JsonElement? Preview { get; init; }
}

/// <summary>Answers to press, below the last message of a personal chat.</summary>
/// <param name="Actions">At most three, and not together with an attachment.</param>
public sealed record SuggestedActions(ImmutableArray<CardAction> Actions)
{
    /// <summary>Empty: everyone.</summary>
    public ImmutableArray<string> To { get; init; } = [];
}

/// <param name="Type">"imBack": pressing it says <paramref name="Value"/>.</param>
/// <param name="Title">What stands on the button.</param>
/// <param name="Value">What is said.</param>
public sealed record CardAction(string Type, string Title, string Value);
