using AgentHelpdesk.Knowledge.Catalogue;

namespace AgentHelpdesk.Knowledge.Embedded.Catalogue;

/// <summary>
/// An operating-system lock on <c>knowledge.lock</c>: it ends with the process, however that ends, so nothing stale is ever left
/// (the file itself stays, and means nothing).
/// </summary>
internal sealed class WriterLock(KnowledgeDatabase database) : IWriterLock
{
    public const string FileName = "knowledge.lock";

    public WriterOutcome TryOpen()
    {
        DataFolderCheck.Prepare(database.Folder);
        var file = Path.Combine(database.Folder, FileName);
        FileStream held;
        try
        {
            held = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new DataFolderException(
                DataFolderFault.NotWritable,
                $"'{file}' cannot be written ({exception.Message}).\nGive this account the right to write there, or choose another folder with --data.",
                exception)
            { Path = file };
        }
        catch (IOException exception) when (IsHeld(exception))
        {
            return new WriterOutcome.Busy(file);
        }
        catch (IOException exception)
        {
            throw DataFolderCheck.FaultOf(file, exception);
        }

        return new WriterOutcome.Opened(new EmbeddedCatalogueWriter(database, held));
    }

    // EWOULDBLOCK of Linux and of macOS, ERROR_SHARING_VIOLATION of Windows: .NET has no name for them.
    private static bool IsHeld(IOException exception) => exception.HResult is 11 or 35 or unchecked((int)0x80070020);
}
