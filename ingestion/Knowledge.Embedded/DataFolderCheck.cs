using AgentHelpdesk.Knowledge.Catalogue;

namespace AgentHelpdesk.Knowledge.Embedded;

/// <summary>Whether a folder can hold the database.</summary>
internal static class DataFolderCheck
{
    // What the kernel calls file systems on which locks or shared memory are not those of one machine; .NET calls only some "network".
    private static readonly string[] NetworkFormats =
        ["nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afs", "ncpfs", "coda", "9p", "ceph", "gfs", "lustre", "fuse.sshfs", "davfs", "glusterfs"];

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
                exception) { Path = folder };
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

    internal static bool IsNetwork(DriveType type, string format) =>
        type == DriveType.Network || NetworkFormats.Contains(format, StringComparer.OrdinalIgnoreCase);
}
