using System.IO.Compression;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.Knowledge.Embedded.Catalogue;
using Microsoft.Data.Sqlite;

namespace AgentHelpdesk.Knowledge.Embedded.Safekeeping;

/// <summary>What became of an order to restore a backup.</summary>
public abstract record RestoreOutcome
{
    private RestoreOutcome() { }

    /// <param name="Folder">The data folder, filled.</param>
    /// <param name="Publication">The publication it answers from.</param>
    /// <param name="Contents">The PDFs restored.</param>
    public sealed record Restored(string Folder, long Publication, int Contents) : RestoreOutcome;

    /// <summary>Something is in the folder: a restore never replaces what is there.</summary>
    public sealed record FolderNotEmpty(string Folder) : RestoreOutcome;

    /// <summary>The file is missing, no backup, or damaged; the folder is as it was.</summary>
    /// <param name="File">The file.</param>
    /// <param name="Detail">What was found wrong; empty when it is missing.</param>
    public sealed record NoBackup(string File, string Detail) : RestoreOutcome;

    /// <summary>Another process is writing to the folder.</summary>
    public sealed record Busy(string LockFile) : RestoreOutcome;
}

/// <summary>Unpacks a backup beside its place, checks it, and moves the database in last: a folder without it counts as empty.</summary>
internal static class BackupRestorer
{
    private const string Unchecked = ".restoring";

    /// <summary>What an interrupted restore left does not count.</summary>
    public static bool IsInUse(string folder) =>
        Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName).Any(name =>
            name is not (WriterLock.FileName or ContentFolder.FolderName) && name?.EndsWith(Unchecked, StringComparison.Ordinal) == false);

    public static async Task<RestoreOutcome> RestoreAsync(string file, KnowledgeDatabase database, CancellationToken cancellationToken)
    {
        var unpacked = database.FilePath + Unchecked;
        var contents = Path.Combine(database.Folder, ContentFolder.FolderName);
        var hadContents = Directory.Exists(contents);
        var outcome = await UnpackAsync(file, unpacked, contents, cancellationToken);
        if (outcome is RestoreOutcome.Restored)
        {
            File.Move(unpacked, database.FilePath);
            return outcome;
        }

        File.Delete(unpacked);
        if (!hadContents && Directory.Exists(contents))
            Directory.Delete(contents, recursive: true);
        return outcome;
    }

    private static async Task<RestoreOutcome> UnpackAsync(string file, string unpacked, string contents, CancellationToken cancellationToken)
    {
        try
        {
            await using var zip = await ZipFile.OpenReadAsync(file, cancellationToken);
            if (zip.GetEntry(KnowledgeDatabase.FileName) is not { } entry)
                return new RestoreOutcome.NoBackup(file, $"it holds no {KnowledgeDatabase.FileName}");
            await ExtractAsync(entry, unpacked, cancellationToken);
            if (Check(unpacked, out var publication) is { } wrong)
                return new RestoreOutcome.NoBackup(file, wrong);

            Directory.CreateDirectory(contents);
            var count = 0;
            foreach (var content in zip.Entries.Where(other => other != entry))
            {
                // The name decides where the bytes go, so only a name of the one right form is believed, and the bytes must have it.
                if (HashOf(content.FullName) is not { } hash)
                    return new RestoreOutcome.NoBackup(file, $"it holds '{content.FullName}', which no backup has");
                var path = Path.Combine(contents, hash.Value);
                await ExtractAsync(content, path, cancellationToken);
                await using var written = File.OpenRead(path);
                if (await ContentHash.OfAsync(written, cancellationToken) != hash)
                    return new RestoreOutcome.NoBackup(file, $"the bytes of '{content.FullName}' are not those of its name");
                count++;
            }

            return new RestoreOutcome.Restored(Path.GetDirectoryName(unpacked) ?? unpacked, publication, count);
        }
        catch (InvalidDataException exception)
        {
            return new RestoreOutcome.NoBackup(file, exception.Message);
        }
    }

    private static ContentHash? HashOf(string name)
    {
        const string folder = ContentFolder.FolderName + "/";
        var rest = name.StartsWith(folder, StringComparison.Ordinal) ? name[folder.Length..] : "";
        return rest.Length == 64 && rest.All(char.IsAsciiHexDigitLower) ? ContentHash.Parse(rest) : null;
    }

    private static async Task ExtractAsync(ZipArchiveEntry entry, string path, CancellationToken cancellationToken)
    {
        await using var from = await entry.OpenAsync(cancellationToken);
        await using var to = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None);
        await from.CopyToAsync(to, cancellationToken);
        to.Flush(flushToDisk: true);
    }

    /// <summary>What is wrong with a database; null when nothing is.</summary>
    private static string? Check(string path, out long publication)
    {
        publication = 0;
        try
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, Mode = SqliteOpenMode.ReadOnly }.ToString());
            connection.Open();
            var version = KnowledgeSchema.ReadVersion(connection);
            if (version == 0 || version > KnowledgeSchema.Version)
                return $"its database has schema {version}; this program knows schemas up to {KnowledgeSchema.Version}";
            publication = connection.Number("SELECT number FROM publication");
            var findings = connection.Rows("PRAGMA integrity_check(1)", row => row.GetString(0));
            return findings is ["ok"] ? null : $"its database is damaged ({findings[0]})";
        }
        catch (SqliteException exception)
        {
            return $"its database cannot be read ({exception.Message})";
        }
    }
}
