using System.ComponentModel.DataAnnotations;

namespace AgentHelpdesk.Answering;

/// <summary>How questions are understood, searched and judged.</summary>
public sealed class AnsweringOptions
{
    /// <summary>The time zone that "today" is a day of, by its IANA name. Default: Europe/Paris.</summary>
    [Required]
    public string TimeZone { get; set; } = "Europe/Paris";

    /// <summary>Characters of a question that are read; what follows is left out. Default: 2000.</summary>
    [Range(50, 20_000)]
    public int MaxQuestionLength { get; set; } = 2000;

    /// <summary>Entries asked of each leg of the search. Default: 100.</summary>
    [Range(10, 1000)]
    public int LegLimit { get; set; } = 100;

    /// <summary>How the two legs become one ranking. Default: StandardScore.</summary>
    public FusionMethod Fusion { get; set; } = FusionMethod.StandardScore;

    /// <summary>Share of the dense leg in the fused score, from 0 (sparse alone) to 1. Default: 0.45.</summary>
    [Range(0, 1)]
    public double DenseWeight { get; set; } = 0.45;

    /// <summary>With ReciprocalRank: k in 1 ÷ (k + rank). Default: 10.</summary>
    [Range(1, 1000)]
    public int RankConstant { get; set; } = 10;

    /// <summary>Milliseconds that a question's embedding is waited for; then it is searched by its words alone. Default: 800.</summary>
    [Range(10, 30_000)]
    public int EmbeddingMilliseconds { get; set; } = 800;

    /// <summary>Factor on the weight of words added to a question, such as an acronym's long form, from 0 (none) to 1. Default: 0.3.</summary>
    [Range(0, 1)]
    public double ExpansionWeight { get; set; } = 0.3;

    /// <summary>Factor on the weight of the date's words when the date is applied as a filter too, from 0 to 1. Default: 0.3.</summary>
    [Range(0, 1)]
    public double DateWeight { get; set; } = 0.3;

    /// <summary>Evidence below this is too weak to answer from; see docs/evaluation.md for how it was chosen. Default: 1.12.</summary>
    [Range(0, 5)]
    public double MinimumEvidence { get; set; } = 1.12;
}

public enum FusionMethod
{
    /// <summary>Each leg's scores less their mean, divided by their standard deviation, then weighted.</summary>
    StandardScore,

    /// <summary>1 ÷ (k + rank) of each leg, weighted.</summary>
    ReciprocalRank,
}
