using System.ComponentModel.DataAnnotations;

namespace AgentHelpdesk.TeamsBot.Settings;

/// <summary>Limits of the web host (<c>Web:*</c>): what one machine accepts before it says no, politely.</summary>
public sealed class WebOptions
{
    public const string Section = "Web";

    /// <summary>Questions answered a minute, all callers together; more get 429. Default 240.</summary>
    [Range(1, 100_000)]
    public int QuestionsPerMinute { get; init; } = 240;

    /// <summary>Questions worked on at once; as many again wait, more get 429. Default 8.</summary>
    [Range(1, 1_000)]
    public int ConcurrentQuestions { get; init; } = 8;

    /// <summary>Passages and pieces of PDFs opened a minute by links from Teams, all callers together; more get 429. Default 1,200.</summary>
    [Range(1, 1_000_000)]
    public int PublicPagesPerMinute { get; init; } = 1_200;

    /// <summary>Characters of a question; longer ones are refused with the limit named. Default 1,000.</summary>
    [Range(20, 20_000)]
    public int MaxQuestionLength { get; init; } = 1_000;

    /// <summary>Kilobytes of a request's body. Default 64.</summary>
    [Range(8, 10_240)]
    public int MaxRequestKilobytes { get; init; } = 64;

    /// <summary>Seconds after which a turn is given up and said to have failed. Default 30.</summary>
    [Range(1, 600)]
    public int TurnSeconds { get; init; } = 30;
}
