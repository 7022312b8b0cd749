using System.Security.Cryptography;
using AgentHelpdesk.Knowledge.Catalogue;

namespace AgentHelpdesk.TeamsBot.Links;

/// <summary>
/// What links are sealed with: <c>links.key</c> of the data folder, made once and readable by this account alone. Whoever has it can open every
/// passage; deleting it ends every link sent before.
/// </summary>
internal sealed class LinkKey(string folder)
{
    public const string FileName = "links.key";

    private const int Length = 32;

    private readonly Lazy<byte[]> _bytes = new(() => ReadOrMake(folder));

    /// <exception cref="DataFolderException">It can't be read or made.</exception>
    /// <exception cref="LinkKeyException">The file holds no key.</exception>
    public ReadOnlySpan<byte> Bytes => _bytes.Value;

    private static byte[] ReadOrMake(string folder)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            if (!File.Exists(path))
                Make(folder, path);
            return File.ReadAllBytes(path) is { Length: Length } bytes ? bytes : throw new LinkKeyException(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DataFolderException(
                DataFolderFault.NotWritable, $"The key of links, '{path}', can't be read or made.\nLet this account read and write the data folder.", exception)
            { Path = folder };
        }
    }

    // Whole under another name first: a process killed in between leaves no half key, and of two that start at once one key wins.
    private static void Make(string folder, string path)
    {
        Directory.CreateDirectory(folder);
        var draft = $"{path}.{RandomNumberGenerator.GetHexString(8, lowercase: true)}";
        var creation = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            creation.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(draft, creation))
        {
            file.Write(RandomNumberGenerator.GetBytes(Length));
            file.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }
}

/// <summary>The file of the key holds something else.</summary>
internal sealed class LinkKeyException(string path) : Exception($"'{path}' holds no key.\nDelete it: a new one is made, and links sent before no longer open.")
{
    public string Path { get; } = path;
}
