using AgentHelpdesk.Knowledge.Catalogue;

namespace AgentHelpdesk.Knowledge.Embedded;

/// <summary>Whether a folder can hold the database.</summary>
internal static class DataFolderCheck
{
    // What the kernel calls file systems on which locks or shared memory are not those of one machine; .NET calls only some "network".
    private static readonly string[] NetworkFormats =
        ["nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afs", "ncpfs", "coda", "9p", "v9fs", "ceph", "gfs", "lustre", "fuse.sshfs", "davfs", "glusterfs"];

    /// <summary>Creates the folder where it is missing.</summary>
    /// <exception cref="DataFolderException">It cannot be created, or lies on a network file system.</exception>
    public static void Prepare(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DataFolderException(
                DataFolderFault.NotWritable,
                $"The data folder '{folder}' cannot be created ({exception.Message}).\nGive this account the right to write there, or choose another folder with --data.",
                exception)
            { Path = folder };
        }

        var drive = new DriveInfo(folder);
        if (IsNetwork(drive.DriveType, drive.DriveFormat))
        {
            throw new DataFolderException(
                DataFolderFault.NetworkFileSystem,
                $"The data folder '{folder}' lies on a network file system ({drive.DriveFormat}), where the database's locks cannot be trusted.\nChoose a folder on a local disk with --data.")
            {
                Path = folder,
                Found = drive.DriveFormat,
            };
        }
    }

    /// <summary>What a failed write of a file in the folder means.</summary>
    public static DataFolderException FaultOf(string file, IOException exception) => IsDiskFull(file)
        ? new(
            DataFolderFault.DiskFull,
            $"No room left to write '{file}'; what was published stays as it was.\nMake room on its disk and run the command again.",
            exception)
        { Path = file }
        : new(
            DataFolderFault.NotWritable,
            $"'{file}' cannot be written ({exception.Message}).\nGive this account the right to write there, or choose another folder with --data.",
            exception)
        { Path = file };

    /// <summary>Less than 1 MiB is left where <paramref name="file"/> lies.</summary>
    public static bool IsDiskFull(string file) =>
        Path.GetDirectoryName(file) is { } folder && Directory.Exists(folder) && new DriveInfo(folder).AvailableFreeSpace < 1 << 20;

    internal static bool IsNetwork(DriveType type, string format) =>
        type == DriveType.Network || NetworkFormats.Contains(format, StringComparer.OrdinalIgnoreCase);
}
