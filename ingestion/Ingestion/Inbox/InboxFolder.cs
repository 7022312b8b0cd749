using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace AgentHelpdesk.Ingestion.Inbox;

/// <summary>
/// <c>inbox/</c> of the data folder: an entry is its bytes (<c>ID.pdf</c>) and its notes (<c>ID.json</c>). Each file appears whole and
/// flushed to the disk: it is written under another name and renamed. Only identities make paths.
/// </summary>
internal sealed class InboxFolder(string dataFolder, TimeProvider time, ILogger<InboxFolder> logger)
{
    public const string FolderName = "inbox";
    private const string Unfinished = ".part", Bytes = ".pdf", Notes = ".json";

    private readonly string _folder = Path.Combine(dataFolder, FolderName);

    /// <summary>A new file for an upload's bytes, not yet under its name.</summary>
    /// <exception cref="IOException">No room, or not writable.</exception>
    public FileStream Create(UploadId id)
    {
        Directory.CreateDirectory(_folder);
        return new(PathOf(id, Bytes) + Unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);
    }

    /// <summary>Gives the bytes their name, once they are flushed.</summary>
    public void Keep(UploadId id) => Move(PathOf(id, Bytes));

    public FileStream OpenRead(UploadId id) =>
        new(PathOf(id, Bytes), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan);

    /// <exception cref="IOException">No room, or not writable; the notes before stand.</exception>
    public void Write(InboxEntry entry)
    {
        Directory.CreateDirectory(_folder);
        var path = PathOf(entry.Id, Notes);
        using (var file = new FileStream(path + Unfinished, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
        {
            file.Write(JsonSerializer.SerializeToUtf8Bytes(entry, InboxJson.Options));
            file.Flush(flushToDisk: true);
        }

        Move(path);
    }

    /// <summary>The bytes alone: they are published now, or refused.</summary>
    public void DropBytes(UploadId id) => Delete(PathOf(id, Bytes));

    /// <summary>Everything of an upload, the notes last: as long as they are there, the rest can be found.</summary>
    public void Drop(UploadId id)
    {
        Delete(PathOf(id, Bytes) + Unfinished);
        Delete(PathOf(id, Notes) + Unfinished);
        Delete(PathOf(id, Bytes));
        Delete(PathOf(id, Notes));
    }

    /// <summary>Every entry; one whose notes or bytes are damaged is settled as such and harms no other.</summary>
    public List<InboxEntry> Load()
    {
        var entries = new List<InboxEntry>();
        if (!Directory.Exists(_folder))
            return entries;
        foreach (var file in Directory.EnumerateFiles(_folder, "*" + Notes))
        {
            if (UploadId.TryParse(Path.GetFileNameWithoutExtension(file), out var id))
                entries.Add(Load(id, file));
        }

        return entries;
    }

    /// <summary>Removes what killed processes left; a day is longer than any upload lasts.</summary>
    public void Sweep(IReadOnlyCollection<UploadId> known)
    {
        if (!Directory.Exists(_folder))
            return;
        var limit = time.GetUtcNow().UtcDateTime.AddDays(-1);
        foreach (var file in Directory.EnumerateFiles(_folder))
        {
            var isOrphan = file.EndsWith(Bytes, StringComparison.Ordinal)
                && UploadId.TryParse(Path.GetFileNameWithoutExtension(file), out var id) && !known.Contains(id);
            if ((isOrphan || file.EndsWith(Unfinished, StringComparison.Ordinal)) && File.GetLastWriteTimeUtc(file) < limit)
                Delete(file);
        }
    }

    /// <summary>What a failed write means: no room, or a folder that can't be written.</summary>
    public static bool IsDiskFull(IOException exception) =>
        // ENOSPC and EDQUOT of Linux and macOS, ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL of Windows: .NET has no name for them.
        exception.HResult is 28 or 122 or 69 or unchecked((int)0x80070070) or unchecked((int)0x80070027);

    private string PathOf(UploadId id, string extension) => Path.Combine(_folder, id.Value + extension);

    private InboxEntry Load(UploadId id, string file)
    {
        try
        {
            var entry = JsonSerializer.Deserialize<InboxEntry>(File.ReadAllBytes(file), InboxJson.Options);
            if (entry is null || entry.Id != id)
                return Damaged(id, file, new JsonException("The notes are another upload's."));
            return entry.Step == InboxStep.Settled || File.Exists(PathOf(id, Bytes)) ? entry : Damaged(id, file, new FileNotFoundException("The bytes are gone.")) with { FileName = entry.FileName };
        }
        catch (Exception exception) when (exception is JsonException or FormatException or IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return Damaged(id, file, exception);
        }
    }

    private InboxEntry Damaged(UploadId id, string file, Exception exception)
    {
        logger.InboxEntryDamaged(id, exception);
        var written = new DateTimeOffset(File.GetLastWriteTimeUtc(file), TimeSpan.Zero);
        var bytes = new FileInfo(PathOf(id, Bytes));
        var name = id.Value + Bytes;
        return new()
        {
            Id = id,
            FileName = name,
            Bytes = bytes.Exists ? bytes.Length : 0,
            ReceivedAt = written,
            Step = InboxStep.Settled,
            SettledAt = time.GetUtcNow(),
            Outcome = new IngestOutcome.Refused(RefusalReason.EntryDamaged, exception.GetType().Name) { File = name },
        };
    }

    // The second flush is for the new name: a journalling file system writes it with the file's own next flush.
    private static void Move(string path)
    {
        File.Move(path + Unfinished, path, overwrite: true);
        using var moved = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        moved.Flush(flushToDisk: true);
    }

    // What can't be deleted now is swept later.
    private static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
        }
    }
}
