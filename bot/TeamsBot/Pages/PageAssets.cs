using System.Collections.Frozen;
using System.Security.Cryptography;

namespace AgentHelpdesk.TeamsBot.Pages;

/// <summary>
/// Style sheets, scripts and the icon, kept inside the program: found whatever the working directory, and under an address that
/// changes with their content, so that browsers may keep them for ever.
/// </summary>
internal sealed class PageAssets
{
    public const string Route = "/assets/{tag}/{name}";

    private const string Folder = "Assets.";

    private readonly FrozenDictionary<string, (byte[] Content, string Type)> _assets =
        Names().ToFrozenDictionary(name => name, name => (Read(name), TypeOf(name)));

    public PageAssets()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in Names())
            hash.AppendData(_assets[name].Content);
        Tag = Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 6));
    }

    public string Tag { get; }

    public IResult Send(string tag, string name, HttpContext context)
    {
        if (!_assets.TryGetValue(name, out var asset))
            return Results.NotFound();

        // An old address still serves (a page left open over an update), but is not kept.
        context.Response.Headers.CacheControl = tag == Tag ? "public, max-age=31536000, immutable" : "no-store";
        return Results.Bytes(asset.Content, asset.Type);
    }

    private static IEnumerable<string> Names() =>
        typeof(PageAssets).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Select(name => name[Folder.Length..]).Order(StringComparer.Ordinal);

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        var other => throw new InvalidOperationException($"The asset {name} has an ending without a known type: {other}."),
    };

    private static byte[] Read(string name)
    {
        using var stream = typeof(PageAssets).Assembly.GetManifestResourceStream(Folder + name)
            ?? throw new InvalidOperationException($"The asset {name} is not embedded in this program.");
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
