using System.ComponentModel.DataAnnotations;

namespace AgentHelpdesk.TeamsBot.Keeping;

/// <summary>What the bot keeps in <c>bot.db</c>, for how long, and how much of it (<c>Keeping:*</c>).</summary>
public sealed class KeepingOptions
{
    public const string Section = "Keeping";

    /// <summary>Hours a turn of a conversation is kept. Default 12.</summary>
    [Range(1, 720)]
    public int ConversationHours { get; init; } = 12;

    /// <summary>Turns kept of one conversation; the oldest goes first. Default 30.</summary>
    [Range(1, 500)]
    public int TurnsPerConversation { get; init; } = 30;

    /// <summary>Conversations kept; the one that was used longest ago goes first. Default 1,000.</summary>
    [Range(1, 100_000)]
    public int MostConversations { get; init; } = 1_000;

    /// <summary>Days a reported question is kept, from its last report. Default 365.</summary>
    [Range(1, 3_650)]
    public int ReportDays { get; init; } = 365;

    /// <summary>Reported questions kept; the one reported longest ago goes first. Default 10,000.</summary>
    [Range(1, 1_000_000)]
    public int MostReports { get; init; } = 10_000;

    /// <summary>Days that a choice of language is kept after its last use, and that a conversation of the channel is not greeted again. Default 365.</summary>
    [Range(1, 3_650)]
    public int ChoiceDays { get; init; } = 365;

    /// <summary>Days a rating is kept with its question and answer, from its day on. Default 365.</summary>
    [Range(1, 3_650)]
    public int RatingDays { get; init; } = 365;

    /// <summary>Ratings kept; the oldest goes first. Default 10,000.</summary>
    [Range(1, 1_000_000)]
    public int MostRatings { get; init; } = 10_000;

    /// <summary>Days the record of a turn is kept, from its day on; 0: no turn is recorded. Default 30.</summary>
    [Range(0, 3_650)]
    public int RecordDays { get; init; } = 30;

    /// <summary>Records of turns kept; those of the oldest day go first. Default 20,000.</summary>
    [Range(1, 10_000_000)]
    public int MostRecords { get; init; } = 20_000;
}
