using System.ComponentModel.DataAnnotations;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>Answers of the model that are given again to the same question (<c>Answering:Cache:*</c>).</summary>
public sealed class AnswerCacheOptions
{
    public const string Section = "Answering:Cache";

    /// <summary>Whether a question that was asked before on the same publication is answered without asking the model again. Default true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Answers held; the one used longest ago goes first. Default 500.</summary>
    [Range(1, 100_000)]
    public int Entries { get; set; } = 500;

    /// <summary>Minutes an answer is held. Default 480.</summary>
    [Range(1, 10_080)]
    public int Minutes { get; set; } = 480;
}
