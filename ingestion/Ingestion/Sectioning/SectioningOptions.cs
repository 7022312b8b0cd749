using System.ComponentModel.DataAnnotations;

namespace AgentHelpdesk.Ingestion.Sectioning;

/// <summary>How a document's outline is recognised.</summary>
public sealed class SectioningOptions
{
    /// <summary>
    /// A longer "heading" is a paragraph set like one, in characters. Default 450: the longest titles of French codes have some 60 words.
    /// </summary>
    [Range(80, 2000)]
    public int LongestHeading { get; set; } = 450;
}
