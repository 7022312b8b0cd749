namespace AgentHelpdesk.TestKit;

/// <summary>
/// Compares a text with the approved one in the repository; on a difference the received text is left beside it and the command
/// that accepts it is in the message.
/// </summary>
public static class Approved
{
    /// <param name="received">The text produced now.</param>
    /// <param name="file">The approved file, relative to the repository's root.</param>
    public static void Match(string received, string file)
    {
        var approvedPath = RepositoryRoot.Combine(file);
        var normalized = received.ReplaceLineEndings("\n");
        var approved = File.Exists(approvedPath) ? File.ReadAllText(approvedPath).ReplaceLineEndings("\n") : null;
        if (approved == normalized)
            return;

        var receivedPath = System.IO.Path.ChangeExtension(approvedPath, ".received" + System.IO.Path.GetExtension(approvedPath));
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(receivedPath)!);
        File.WriteAllText(receivedPath, normalized);
        throw new ApprovedMismatchException(
            $"{file} {(approved is null ? "does not exist yet" : "differs from what was produced now")}.\nAccept with: mv '{receivedPath}' '{approvedPath}'");
    }
}

public sealed class ApprovedMismatchException(string message) : Exception(message);
