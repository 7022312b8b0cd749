using System.ComponentModel.DataAnnotations;

namespace AgentHelpdesk.Ingestion.Uploads;

/// <summary>What is taken in.</summary>
public sealed class UploadOptions
{
    /// <summary>Largest file read, in MiB; a larger one is refused. Default 200.</summary>
    [Range(1, 2047)]
    public int MaxFileMebibytes { get; set; } = 200;

    /// <summary>Documents read at once; 0: one per processor. Default 0.</summary>
    [Range(0, 64)]
    public int ReadersAtOnce { get; set; }

    /// <summary>Share of common word sequences from which a new document is proposed as a new revision of another, 0 to 1. Default 0.5.</summary>
    [Range(0.05, 1)]
    public double LikenessThreshold { get; set; } = 0.5;
}
