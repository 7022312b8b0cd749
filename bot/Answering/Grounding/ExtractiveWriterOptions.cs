using System.ComponentModel.DataAnnotations;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>How much of the passages an answer without a model shows.</summary>
public sealed class ExtractiveWriterOptions
{
    /// <summary>Passages whose sentences are weighed, from the best; default 8.</summary>
    [Range(1, 50)]
    public int PassagesRead { get; set; } = 8;

    /// <summary>Rules, lists or tables shown, exceptions that belong to them not counted; default 3.</summary>
    [Range(1, 10)]
    public int MostUnits { get; set; } = 3;

    /// <summary>Score, of at most about 2, below which nothing is an answer; default 0.55.</summary>
    [Range(0.0, 3.0)]
    public double LeastScore { get; set; } = 0.55;

    /// <summary>Share of the question's words, by their worth, that a unit must say with its headings and title; default 0.5.</summary>
    [Range(0.0, 1.0)]
    public double LeastCoverage { get; set; } = 0.5;

    /// <summary>Share of the best unit's score that a further one must reach; default 0.75.</summary>
    [Range(0.0, 1.0)]
    public double FurtherShare { get; set; } = 0.75;

    /// <summary>The same for a unit of another document, which breaks the thread of the answer; default 0.9.</summary>
    [Range(0.0, 1.0)]
    public double OtherDocumentShare { get; set; } = 0.9;
}
