namespace AgentHelpdesk.Ingestion.Uploads;

/// <summary>The files that some paths stand for, with what the <c>metadata.csv</c> beside each says.</summary>
internal sealed class FoundFiles
{
    private readonly Dictionary<string, MetadataFile?> _metadata = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>In the order of the paths, each folder's by name; a file that two paths reach comes once.</summary>
    public List<Upload> Uploads { get; } = [];

    /// <summary>Paths that lead nowhere or may not be read.</summary>
    public List<IngestOutcome.Refused> Refused { get; } = [];

    /// <summary>What is wrong in the <c>metadata.csv</c> files and is not about a file that was found.</summary>
    public List<MetadataProblem> Problems { get; } = [];

    public static FoundFiles In(IReadOnlyList<string> paths)
    {
        var found = new FoundFiles();
        foreach (var path in paths)
            found.Add(path);
        found.ReportMetadata();
        return found;
    }

    private void Add(string path)
    {
        try
        {
            if (Directory.Exists(path))
                AddFolder(path);
            else if (File.Exists(path))
                AddFile(path);
            else
                Refused.Add(new(RefusalReason.NotFound, path) { File = path });
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Refused.Add(new(RefusalReason.NotReadable, exception.Message) { File = path });
        }
    }

    // Hidden files are the system's (.DS_Store, locks of an office suite); links to folders could lead in circles.
    private void AddFolder(string folder)
    {
        var options = new EnumerationOptions { AttributesToSkip = FileAttributes.Hidden | FileAttributes.System, IgnoreInaccessible = false };
        foreach (var file in Directory.EnumerateFiles(folder, "*", options).Order(StringComparer.Ordinal))
        {
            if (!Path.GetFileName(file).StartsWith("~$", StringComparison.Ordinal))
                Add(file);
        }

        foreach (var inner in new DirectoryInfo(folder).EnumerateDirectories("*", options).Where(inner => inner.LinkTarget is null).OrderBy(inner => inner.Name, StringComparer.Ordinal))
            Add(Path.Combine(folder, inner.Name));
    }

    private void AddFile(string path)
    {
        var full = Path.GetFullPath(path);
        var name = Path.GetFileName(full);
        var metadata = MetadataBeside(full);
        if (name == MetadataFile.FileName || !_seen.Add(full))
            return;
        var upload = new Upload(
            path,
            name,
            new FileInfo(full).Length,
            () => new FileStream(full, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan),
            metadata?.Find(name),
            metadata?.FindProblem(name));
        Uploads.Add(upload);
    }

    private MetadataFile? MetadataBeside(string file)
    {
        var folder = Path.GetDirectoryName(file) ?? "";
        if (_metadata.TryGetValue(folder, out var known))
            return known;
        var csv = Path.Combine(folder, MetadataFile.FileName);
        return _metadata[folder] = File.Exists(csv) ? MetadataFile.Read(csv, File.ReadAllBytes(csv)) : null;
    }

    private void ReportMetadata()
    {
        var handed = Uploads.Select(upload => upload.Problem).OfType<MetadataProblem>().ToHashSet();
        foreach (var (folder, metadata) in _metadata)
        {
            if (metadata is null)
                continue;
            Problems.AddRange(metadata.Problems.Where(problem => problem == metadata.Fatal || !handed.Contains(problem)));
            var names = Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file).Normalize()).ToHashSet(StringComparer.Ordinal);
            Problems.AddRange(metadata.Files.Where(row => !names.Contains(row.File)).OrderBy(row => row.Line).Select(row => new MetadataProblem(
                Path.Combine(folder, MetadataFile.FileName), row.Line, MetadataCells.File, MetadataProblemKind.MissingFile, row.File)));
        }
    }
}
