using AgentHelpdesk.TestKit;

namespace AgentHelpdesk.Architecture;

/// <summary>The files under version control that the rules of this project look at.</summary>
internal static class RepositoryFiles
{
    private static readonly string[] BuiltFolders = ["artifacts", "bin", "obj", "node_modules", "data", ".git"];

    public static IEnumerable<string> Sources(params string[] folders) => folders.SelectMany(folder => Find(folder, "*.cs"));

    public static IEnumerable<string> Find(string folder, string pattern)
    {
        var root = RepositoryRoot.Combine(folder);
        return Directory.Exists(root)
            ? Directory.EnumerateFiles(root, pattern, SearchOption.AllDirectories).Where(file => !IsBuilt(file))
            : [];
    }

    public static string Relative(string path) => Path.GetRelativePath(RepositoryRoot.Path, path);

    private static bool IsBuilt(string path) => Relative(path).Split(Path.DirectorySeparatorChar).Intersect(BuiltFolders).Any();
}
