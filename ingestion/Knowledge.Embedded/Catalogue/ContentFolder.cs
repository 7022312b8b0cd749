using System.Security.Cryptography;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Knowledge.Embedded.Catalogue;

/// <summary>
/// <c>content/&lt;sha256&gt;</c>. A file appears under its hash only whole and flushed to disk: it is written under another name and renamed.
/// </summary>
internal sealed class ContentFolder(KnowledgeDatabase database, TimeProvider time) : IContentStore
{
    public const string FolderName = "content";
    private const string Unfinished = ".part";

    private readonly string _folder = Path.Combine(database.Folder, FolderName);
    private int _isSwept;

    public async Task<ContentHash> PutAsync(Stream content, CancellationToken cancellationToken)
    {
        DataFolderCheck.Prepare(_folder);
        if (Interlocked.Exchange(ref _isSwept, 1) == 0)
            RemoveUnfinished();
        var unfinished = Path.Combine(_folder, Path.GetRandomFileName() + Unfinished);
        try
        {
            var hash = await CopyAsync(content, unfinished, cancellationToken);
            if (File.Exists(PathOf(hash)))
                File.Delete(unfinished);
            else
                Writing(unfinished, () => MoveDurably(unfinished, PathOf(hash)));
            return hash;
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }

    public Stream? OpenRead(ContentHash hash)
    {
        try
        {
            return new FileStream(PathOf(hash), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public void Delete(ContentHash hash)
    {
        if (Directory.Exists(_folder))
            File.Delete(PathOf(hash));
    }

    private string PathOf(ContentHash hash) => Path.Combine(_folder, hash.Value);

    private static async Task<ContentHash> CopyAsync(Stream content, string file, CancellationToken cancellationToken)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var copy = Writing(file, () => new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0));
        var buffer = new byte[1 << 16];
        int count;
        // Reading and writing fail apart: an unreadable upload is the file's fault, an unwritable copy the folder's.
        while ((count = await content.ReadAsync(buffer, cancellationToken)) > 0)
        {
            sha.AppendData(buffer, 0, count);
            Writing(file, () => copy.Write(buffer, 0, count));
        }

        Writing(file, () => copy.Flush(flushToDisk: true));
        return ContentHash.Parse(Convert.ToHexStringLower(sha.GetHashAndReset()));
    }

    // The second flush is for the new name: a journalling file system writes it with the file's own next flush.
    private static void MoveDurably(string from, string to)
    {
        File.Move(from, to);
        using var moved = new FileStream(to, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        moved.Flush(flushToDisk: true);
    }

    // What a killed process left; a day is longer than any upload lasts.
    private void RemoveUnfinished()
    {
        var limit = time.GetUtcNow().UtcDateTime.AddDays(-1);
        foreach (var file in Directory.EnumerateFiles(_folder, "*" + Unfinished))
        {
            if (File.GetLastWriteTimeUtc(file) < limit)
                File.Delete(file);
        }
    }

    private static void Writing(string file, Action write) => Writing(file, () =>
    {
        write();
        return true;
    });

    private static T Writing<T>(string file, Func<T> write)
    {
        try
        {
            return write();
        }
        catch (IOException exception)
        {
            throw DataFolderCheck.FaultOf(file, exception);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw DataFolderCheck.FaultOf(file, new IOException(exception.Message, exception));
        }
    }
}
