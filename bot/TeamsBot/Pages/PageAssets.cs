using System.Collections.Frozen;
using System.Security.Cryptography;

namespace AgentHelpdesk.TeamsBot.Pages;

/// <summary>
/// The style sheet, the script and the icon, kept inside the program: found whatever the working directory, and under an address that
/// changes with their content, so that browsers may keep them for ever.
/// </summary>
internal sealed class PageAssets
{
    public const string Route = "/assets/{tag}/{name}";

    private const string Style = "text/css; charset=utf-8";
    private const string Script = "text/javascript; charset=utf-8";

    private static readonly (string Name, string Type)[] Known =
        [
        ("app.css", Style), ("chat.css", Style), ("documents.css", Style),
        ("chat.js", Script), ("documents.js", Script), ("page.js", Script),
        ("icon.svg", "image/svg+xml"),
    ];

    private readonly FrozenDictionary<string, (byte[] Content, string Type)> _assets =
        Known.ToFrozenDictionary(asset => asset.Name, asset => (Read(asset.Name), asset.Type));

    public PageAssets()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, _) in Known)
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

    private static byte[] Read(string name)
    {
        using var stream = typeof(PageAssets).Assembly.GetManifestResourceStream("Assets." + name)
            ?? throw new InvalidOperationException($"The asset {name} is not embedded in this program.");
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
