using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace AgentHelpdesk.BotProtocol.Tokens;

/// <summary>A metadata document and the keys it leads to, read over https (or from this machine, where it stands in).</summary>
internal sealed class KeyDocument(Uri metadata, IHttpClientFactory clients)
{
    /// <summary>Of the HTTP client: no redirects, small answers, short waits.</summary>
    public const string ClientName = "AgentHelpdesk.BotProtocol.Keys";

    // Shorter ones can be broken by those who try hard enough.
    private const int LeastBits = 2048;

    /// <returns>Null: it can't be had, or names no key that could sign a token.</returns>
    public async Task<FrozenDictionary<string, SigningKey>?> ReadAsync()
    {
        try
        {
            using var client = clients.CreateClient(ClientName);
            var named = OpenIdConnectConfiguration.Create(await client.GetStringAsync(metadata));
            if (!Uri.TryCreate(named.JwksUri, UriKind.Absolute, out var keys) || !IsSafe(keys))
                return null;
            var set = JsonWebKeySet.Create(await client.GetStringAsync(keys));
            var usable = set.Keys.Where(IsUsable).DistinctBy(key => key.Kid).ToFrozenDictionary(key => key.Kid, key => new SigningKey(key, Endorsements(key)));
            return usable.Count > 0 ? usable : null;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException or JsonException or ArgumentException or FormatException)
        {
            return null;
        }
    }

    private bool IsSafe(Uri keys) => keys.Scheme == Uri.UriSchemeHttps || (metadata.IsLoopback && keys.IsLoopback && keys.Scheme == Uri.UriSchemeHttp);

    private static bool IsUsable(JsonWebKey key) =>
        key is { Kty: JsonWebAlgorithmsKeyTypes.RSA, Kid.Length: > 0 } && key.KeySize >= LeastBits
        && (string.IsNullOrEmpty(key.Use) || key.Use == JsonWebKeyUseNames.Sig)
        && (string.IsNullOrEmpty(key.Alg) || key.Alg == SecurityAlgorithms.RsaSha256);

    // No part of the standard: the library keeps it as it came. Without it a key speaks for no channel.
    private static FrozenSet<string> Endorsements(JsonWebKey key) =>
        key.AdditionalData.TryGetValue("endorsements", out var value) && value is JsonElement { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.String).Select(one => one.GetString()!).ToFrozenSet(StringComparer.Ordinal)
            : value is IEnumerable<object> names ? names.OfType<string>().ToFrozenSet(StringComparer.Ordinal) : FrozenSet<string>.Empty;
}
