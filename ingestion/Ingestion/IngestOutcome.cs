using System.Collections.Immutable;
using System.Text.Json.Serialization;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Ingestion;

/// <summary>What became of one file that was handed in.</summary>
[JsonDerivedType(typeof(Published), "published")]
[JsonDerivedType(typeof(NewRevision), "new-revision")]
[JsonDerivedType(typeof(Corrected), "corrected")]
[JsonDerivedType(typeof(Unchanged), "unchanged")]
[JsonDerivedType(typeof(Retired), "retired")]
[JsonDerivedType(typeof(Refused), "refused")]
[JsonDerivedType(typeof(MetadataReported), "metadata-problem")]
[JsonDerivedType(typeof(Busy), "busy")]
public abstract record IngestOutcome
{
    private IngestOutcome() { }

    /// <summary>The file, as the person who handed it in named it.</summary>
    public required string File { get; init; }

    /// <summary>What reading found that its knowledge manager should see, refused or not.</summary>
    public ImmutableArray<Reading.ReadingProblem> Problems { get; init; } = [];

    /// <summary>Why its row of <c>metadata.csv</c> is not believed; null when all is well.</summary>
    public Uploads.MetadataProblem? Metadata { get; init; }

    /// <summary>The first revision of a new document.</summary>
    public sealed record Published(DocumentId Document, RevisionId Revision, int Pages, int Chunks) : IngestOutcome
    {
        /// <summary>A document that this one may be a new revision of: proposed, never applied.</summary>
        public DocumentId? Resembles { get; init; }
    }

    /// <summary>Another revision of a known document.</summary>
    public sealed record NewRevision(DocumentId Document, RevisionId Revision, int Pages, int Chunks) : IngestOutcome
    {
        /// <summary>It claims to be in force today, but a revision with a later start answers: an undated file never outranks a dated one.</summary>
        public bool IsOutranked { get; init; }
    }

    /// <summary>The same bytes with other metadata: dates, audience, title, kind or address were changed, nothing was read again.</summary>
    public sealed record Corrected(DocumentId Document, RevisionId Revision) : IngestOutcome;

    public sealed record Unchanged(DocumentId Document, RevisionId Revision) : IngestOutcome;

    /// <summary>Retired bytes seen again stay retired; the remedy is to restore.</summary>
    public sealed record Retired(DocumentId Document, RevisionId Revision) : IngestOutcome;

    /// <summary>Nothing was published from this file.</summary>
    public sealed record Refused(RefusalReason Reason, string Detail) : IngestOutcome;

    /// <summary>Something in a <c>metadata.csv</c> that is about none of the files: they were ingested all the same.</summary>
    public sealed record MetadataReported(Uploads.MetadataProblem Problem) : IngestOutcome;

    /// <summary>Another process is writing to the data folder: nothing was done, the run is over.</summary>
    public sealed record Busy(string LockFile) : IngestOutcome;
}

/// <summary>Why a file was refused; each has one sentence and one remedy per language in the host.</summary>
public enum RefusalReason
{
    NotFound,
    NotReadable,
    NotPdf,
    Empty,
    Damaged,
    PasswordNeeded,
    NoText,
    NoPages,
    TooLarge,
    LimitExceeded,

    /// <summary>No room on the disk: nothing of the file was kept.</summary>
    DiskFull,

    /// <summary>The data folder can't be written: nothing of the file was kept.</summary>
    NotKept,

    /// <summary>The embedding model gave no vectors: nothing was published, the run is over.</summary>
    NotEmbedded,

    /// <summary>The knowledge manager erased this document; its bytes come back only by an explicit choice.</summary>
    Purged,

    /// <summary>Its metadata row is wrong; the row's own problem names line and column.</summary>
    BadMetadata,

    /// <summary>The document it was said to replace is not known.</summary>
    UnknownDocument,

    /// <summary>What the inbox had noted of it can't be read any more, or its bytes are gone: it must be handed in again.</summary>
    EntryDamaged,

    /// <summary>Every attempt to read it ended with the program's end.</summary>
    BreaksReader,

    /// <summary>It is still being read, or being published already.</summary>
    NotReady,

    /// <summary>An unexpected error, kept in the log with the file's name; other files were not harmed.</summary>
    Failed,
}
