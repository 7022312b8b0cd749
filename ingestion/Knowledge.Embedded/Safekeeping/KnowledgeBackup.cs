using System.IO.Compression;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.Knowledge.Embedded.Catalogue;
using Microsoft.Data.Sqlite;

namespace AgentHelpdesk.Knowledge.Embedded.Safekeeping;

/// <summary>What became of an order to back up.</summary>
/// <param name="File">The backup.</param>
/// <param name="Publication">The publication it holds.</param>
/// <param name="Contents">The PDFs in it.</param>
/// <param name="Missing">Revisions whose PDF was not in the data folder: they answer, but cannot be shown.</param>
public sealed record BackupOutcome(string File, long Publication, int Contents, int Missing);

/// <summary>
/// Database and PDFs in one zip file, taken while others read and write: the database is copied as one state, and the PDFs that it
/// names never change.
/// </summary>
public sealed class KnowledgeBackup
{
    private readonly KnowledgeDatabase _database;
    private readonly IContentStore _contents;
    private readonly IWriterLock _lock;
    private readonly TimeProvider _time;

    internal KnowledgeBackup(KnowledgeDatabase database, IContentStore contents, IWriterLock writerLock, TimeProvider time) =>
        (_database, _contents, _lock, _time) = (database, contents, writerLock, time);

    /// <param name="file">Replaced only once the new backup is whole.</param>
    /// <param name="cancellationToken">Leaves nothing behind.</param>
    /// <exception cref="DataFolderException">No room, or not writable.</exception>
    public async Task<BackupOutcome> WriteAsync(string file, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(file);
        var (unfinished, copy) = (path + ".part", path + ".db");
        try
        {
            DataFolderCheck.Prepare(Path.GetDirectoryName(path) ?? path);
            var (publication, wanted) = CopyDatabase(copy);
            var missing = await PackAsync(unfinished, copy, wanted, cancellationToken);
            File.Move(unfinished, path, overwrite: true);
            BackupMark.Write(_database.Folder, _time.GetUtcNow());
            return new(path, publication, wanted.Count - missing, missing);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw DataFolderCheck.FaultOf(path, exception as IOException ?? new(exception.Message, exception));
        }
        finally
        {
            File.Delete(unfinished);
            File.Delete(copy);
        }
    }

    /// <summary>Fills this installation's empty data folder from a backup; everything is checked before the database is put in its place.</summary>
    /// <param name="file">A backup.</param>
    /// <param name="cancellationToken">Leaves the folder as it was.</param>
    /// <exception cref="DataFolderException">No room, or not writable.</exception>
    public async Task<RestoreOutcome> RestoreAsync(string file, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
            return new RestoreOutcome.NoBackup(file, "");
        if (BackupRestorer.IsInUse(_database.Folder))
            return new RestoreOutcome.FolderNotEmpty(_database.Folder);
        var opened = _lock.TryOpen();
        if (opened is WriterOutcome.Busy busy)
            return new RestoreOutcome.Busy(busy.LockFile);
        await using var held = ((WriterOutcome.Opened)opened).Writer;
        try
        {
            return await BackupRestorer.RestoreAsync(file, _database, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw DataFolderCheck.FaultOf(_database.Folder, exception as IOException ?? new(exception.Message, exception));
        }
    }

    private (long Publication, List<ContentHash> Contents) CopyDatabase(string copy) => SqliteFaults.Mapped(copy, KnowledgeSchema.Tables.WhenDamaged, () =>
    {
        File.Delete(copy);
        using (var connection = _database.Open())
            connection.Execute("VACUUM INTO $copy", ("$copy", copy));
        using var copied = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = copy, Pooling = false }.ToString());
        copied.Open();
        return (
            copied.Number("SELECT number FROM publication"),
            copied.Rows(
                "SELECT DISTINCT content FROM revision WHERE status <> $purged ORDER BY content",
                row => ContentHash.Parse(row.GetString(0)),
                ("$purged", (int)RevisionStatus.Purged)));
    });

    private async Task<int> PackAsync(string file, string copy, List<ContentHash> wanted, CancellationToken cancellationToken)
    {
        var missing = 0;
        await using var stream = new FileStream(file, FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        await using (var zip = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken))
        {
            await using (var database = File.OpenRead(copy))
                await AddAsync(zip, KnowledgeDatabase.FileName, database, CompressionLevel.Fastest, cancellationToken);
            foreach (var hash in wanted)
            {
                // Erased since the copy was made, or lost before.
                await using var content = _contents.OpenRead(hash);
                if (content is null)
                    missing++;
                else
                    await AddAsync(zip, $"{ContentFolder.FolderName}/{hash}", content, CompressionLevel.NoCompression, cancellationToken);
            }
        }

        stream.Flush(flushToDisk: true);
        return missing;
    }

    private static async Task AddAsync(ZipArchive zip, string name, Stream content, CompressionLevel level, CancellationToken cancellationToken)
    {
        await using var entry = await zip.CreateEntry(name, level).OpenAsync(cancellationToken);
        await content.CopyToAsync(entry, cancellationToken);
    }
}
