using System.Globalization;

namespace AgentHelpdesk.Knowledge.Embedded.Safekeeping;

/// <summary>
/// When this data folder was last backed up: a file beside the database, since the database is written by the holder of the lock
/// alone and a backup needs no lock.
/// </summary>
internal static class BackupMark
{
    public const string FileName = "last-backup";

    /// <summary>A mark that can't be written must not spoil the backup, which is whole by now.</summary>
    public static void Write(string folder, DateTimeOffset at)
    {
        var file = Path.Combine(folder, FileName);
        try
        {
            File.WriteAllText(file + ".part", at.ToString("O", CultureInfo.InvariantCulture));
            File.Move(file + ".part", file, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The page goes on showing the backup before.
        }
    }

    /// <summary>Null when there is none, or it can't be read as a moment.</summary>
    public static DateTimeOffset? Read(string folder)
    {
        try
        {
            var text = File.ReadAllText(Path.Combine(folder, FileName));
            return DateTimeOffset.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at) ? at : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
