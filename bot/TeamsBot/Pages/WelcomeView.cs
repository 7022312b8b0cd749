using System.Collections.Immutable;
using AgentHelpdesk.Answering.Suggestions;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.TeamsBot.Pages;

/// <summary>What stands on the page before the first question.</summary>
public sealed record WelcomeView
{
    public required int Documents { get; init; }

    public required bool OnlySamples { get; init; }

    /// <summary>The first of them by title.</summary>
    public required ImmutableArray<KnownTitle> Titles { get; init; }

    /// <summary>Null: they are being made, and the page's script asks for them once more.</summary>
    public required SuggestedQuestions? Questions { get; init; }
}

/// <param name="Document">What the documents page opens.</param>
/// <param name="Title">As cited.</param>
public sealed record KnownTitle(DocumentId Document, string Title);
