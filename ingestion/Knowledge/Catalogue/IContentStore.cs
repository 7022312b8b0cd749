using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Knowledge.Catalogue;

/// <summary>The uploaded bytes, kept under their hash; nothing points to the path they came from.</summary>
public interface IContentStore
{
    /// <summary>Stores the bytes durably unless they are there already.</summary>
    /// <exception cref="DataFolderException">No room, or not writable: nothing half-written stays.</exception>
    /// <exception cref="IOException"><paramref name="content"/> cannot be read.</exception>
    Task<ContentHash> PutAsync(Stream content, CancellationToken cancellationToken);

    /// <summary>Null when the bytes are not kept (never seen, or purged). The stream can seek.</summary>
    Stream? OpenRead(ContentHash hash);

    /// <summary>Erases the bytes; missing bytes are fine.</summary>
    void Delete(ContentHash hash);
}
