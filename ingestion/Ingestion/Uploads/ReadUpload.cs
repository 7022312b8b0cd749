using AgentHelpdesk.Ingestion.Indexing;
using AgentHelpdesk.Ingestion.Reading;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Ingestion.Uploads;

/// <summary>How far an upload came before its turn to be published.</summary>
internal abstract record ReadUpload
{
    private ReadUpload() { }

    /// <summary>The upload, as the person who handed it in named it.</summary>
    public abstract string Name { get; }

    /// <summary>It will not be published.</summary>
    public sealed record Settled(IngestOutcome Outcome) : ReadUpload
    {
        public override string Name => Outcome.File;
    }

    /// <summary>Its bytes were taken.</summary>
    public abstract record Taken(Upload Upload, ContentHash Hash) : ReadUpload
    {
        public override string Name => Upload.Name;
    }

    /// <summary>Its bytes are those of a known revision: nothing was read.</summary>
    public sealed record Recognised(Upload Upload, ContentHash Hash) : Taken(Upload, Hash);

    /// <summary>Its bytes are in memory, to be read as a revision of <paramref name="Document"/>.</summary>
    public sealed record Received(Upload Upload, ContentHash Hash, byte[] Content, DocumentId Document) : Taken(Upload, Hash);

    /// <summary>Read and cut into chunks.</summary>
    /// <param name="From">What was read.</param>
    /// <param name="Document">The PDF's pages and blocks.</param>
    /// <param name="Title">The document's title.</param>
    /// <param name="Text">What is published of it.</param>
    public sealed record Read(Received From, ReadDocument Document, string Title, DraftText Text) : Taken(From.Upload, From.Hash);
}
