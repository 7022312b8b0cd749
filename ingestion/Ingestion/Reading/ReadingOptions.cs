using System.ComponentModel.DataAnnotations;

namespace AgentHelpdesk.Ingestion.Reading;

/// <summary>Limits that keep a hostile or broken PDF from taking the machine; a file beyond one of them ends as a problem. Its size is limited where it is taken in.</summary>
public sealed class ReadingOptions
{
    /// <summary>Most pages of one document. Default 5000.</summary>
    [Range(1, 100_000)]
    public int MaxPages { get; set; } = 5000;

    /// <summary>Most letters of one page; a page with more is reported and skipped. Default 200,000 (a dense A4 page holds 8,000).</summary>
    [Range(1000, 10_000_000)]
    public int MaxLettersPerPage { get; set; } = 200_000;

    /// <summary>Largest size of one stream (a font, a table of objects) after decompression, in megabytes. Default 64.</summary>
    [Range(1, 2048)]
    public int MaxStreamMegabytes { get; set; } = 64;

    /// <summary>Largest size of one page's drawing instructions after decompression, in megabytes; a page with more is reported and skipped. Default 8 (a dense page of text holds 0.1).</summary>
    [Range(1, 256)]
    public int MaxContentMegabytes { get; set; } = 8;

    /// <summary>Largest size of all decompressed streams of one document, in megabytes. Default 2048.</summary>
    [Range(1, 65_536)]
    public int MaxInflatedMegabytes { get; set; } = 2048;

    /// <summary>Longest time for reading one document, in seconds. Default 120.</summary>
    [Range(1, 3600)]
    public int MaxSeconds { get; set; } = 120;
}
