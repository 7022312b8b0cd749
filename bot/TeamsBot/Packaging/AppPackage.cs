using System.IO.Compression;
using System.Text;

namespace AgentHelpdesk.TeamsBot.Packaging;

/// <summary>The file that is handed to Teams: the manifest, its translation and two icons, all at the root of a zip.</summary>
internal static class AppPackage
{
    // The same order gives the same bytes, so that two packages can be compared.
    private static readonly DateTimeOffset EveryEntry = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Of(AppPackageOrder order)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, "manifest.json", Encoding.UTF8.GetBytes(AppManifest.Of(order)));
            Add(archive, "en.json", Encoding.UTF8.GetBytes(AppManifest.EnglishOf(order)));
            Add(archive, "color.png", PackageParts.Read("color.png"));
            Add(archive, "outline.png", PackageParts.Read("outline.png"));
        }

        return zip.ToArray();
    }

    private static void Add(ZipArchive archive, string name, byte[] content)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.SmallestSize);
        entry.LastWriteTime = EveryEntry;
        using var stream = entry.Open();
        stream.Write(content);
    }
}
