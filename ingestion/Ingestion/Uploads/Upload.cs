using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Ingestion.Uploads;

/// <summary>A file that is handed in.</summary>
/// <param name="Name">As the person who handed it in named it: a path, or a name.</param>
/// <param name="FileName">Its name without folders.</param>
/// <param name="Bytes">Its length, for telling progress; 0 when unknown.</param>
/// <param name="Open">Opens its bytes, from the beginning; may be called again.</param>
/// <param name="Metadata">What its <c>metadata.csv</c> says of it; null when nothing is said.</param>
/// <param name="Problem">Why its metadata is not believed; null when all is well.</param>
public sealed record Upload(string Name, string FileName, long Bytes, Func<Stream> Open, MetadataRow? Metadata = null, MetadataProblem? Problem = null)
{
    /// <summary>It is a revision of this known document, whatever its name and metadata say; null: the run's settings decide.</summary>
    public DocumentId? Replaces { get; init; }
}

/// <summary>How a run takes files in.</summary>
public sealed record IngestSettings
{
    /// <summary>The files are revisions of this known document, whatever their names and metadata say.</summary>
    public DocumentId? Replaces { get; init; }

    /// <summary>The files are the product's own samples.</summary>
    public bool Samples { get; init; }

    /// <summary>
    /// A file without metadata that is named exactly as a known document's file is a revision of that document: the rule of the command
    /// line. Off where a person picks single files: a name alone then merges nothing.
    /// </summary>
    public bool SameNameIsSameDocument { get; init; } = true;
}
