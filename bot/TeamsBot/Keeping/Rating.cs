using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.TeamsBot.Conversations;

namespace AgentHelpdesk.TeamsBot.Keeping;

/// <summary>An opinion as it comes in, by names of this house alone.</summary>
internal sealed record GivenRating
{
    /// <summary>What the conversation and what was pressed in it are called under each key that still lives, newest first; never empty.</summary>
    public required ImmutableArray<RatedPlace> Places { get; init; }

    public required Reaction Reaction { get; init; }

    /// <summary>Masked; may be empty.</summary>
    public required string Comment { get; init; }
}

/// <param name="Conversation">The conversation.</param>
/// <param name="Message">The message that was rated; null: the channel did not say which.</param>
/// <param name="Rater">Whoever pressed, in this conversation alone: a second click of theirs takes the place of the first.</param>
internal sealed record RatedPlace(ConversationId Conversation, string? Message, string Rater);

internal enum Reaction
{
    Like,
    Dislike,
}

/// <summary>How a rating came to its answer.</summary>
internal enum RatingJoin
{
    /// <summary>The channel named the message.</summary>
    Message,

    /// <summary>It did not: it is taken to be the conversation's last answer.</summary>
    Inferred,

    /// <summary>The answer is no longer kept, or never was: the opinion alone is.</summary>
    None,
}

/// <summary>An opinion of an answer, of nobody.</summary>
internal sealed record Rating
{
    public required DateOnly On { get; init; }

    public required Reaction Reaction { get; init; }

    /// <summary>Masked; may be empty.</summary>
    public required string Comment { get; init; }

    public required RatingJoin JoinedBy { get; init; }

    /// <summary>What was rated; null: it is not known.</summary>
    public required RatedAnswer? Answer { get; init; }
}

internal sealed record RatedAnswer
{
    /// <summary>Masked; a follow-up as it was understood.</summary>
    public required string Question { get; init; }

    /// <summary>The code of an <see cref="AgentHelpdesk.Answering.AbstentionReason"/>, as in files; null: it was answered.</summary>
    public required string? Reason { get; init; }

    public required AsOf AsOf { get; init; }

    /// <summary>As text; empty once a document that it quotes was purged.</summary>
    public required string Text { get; init; }

    /// <summary>As numbered in the text; 0: only near, of an abstention.</summary>
    public required ImmutableArray<RatedCitation> Citations { get; init; }
}

/// <param name="Number">As shown.</param>
/// <param name="Revision">The revision quoted.</param>
/// <param name="Title">Of its document.</param>
/// <param name="Path">The headings from the root to the section.</param>
/// <param name="Pages">"p. 12".</param>
/// <param name="Validity">On the date asked.</param>
/// <param name="Quote">The words relied on; empty once they were purged.</param>
/// <param name="Passage">The address of the words on the host's own pages.</param>
internal sealed record RatedCitation(
    int Number, RevisionId Revision, string Title, ImmutableArray<string> Path, string Pages, string Validity, string Quote, string Passage);
