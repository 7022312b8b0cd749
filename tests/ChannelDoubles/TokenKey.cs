using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace AgentHelpdesk.ChannelDoubles;

/// <summary>A key that signs tokens, and what its issuer publishes of it.</summary>
/// <param name="id">Its name in headers and key lists.</param>
/// <param name="endorsements">The channels it may speak for; none: the member is left out.</param>
public sealed class TokenKey(string id, params string[] endorsements) : IDisposable
{
    private RSA _rsa = RSA.Create(2048);

    public string Id => id;

    /// <summary>A key of another size, or the one of somebody else under this name.</summary>
    public static TokenKey Of(string id, int bits, params string[] endorsements)
    {
        var key = new TokenKey(id, endorsements);
        key._rsa.Dispose();
        key._rsa = RSA.Create(bits);
        return key;
    }

    /// <summary>A compact token of these claims, signed as the channel does it.</summary>
    public string Sign(JsonObject claims) => Sign(Header(), claims.ToJsonString(), HashAlgorithmName.SHA256);

    /// <summary>A compact token of any header and any text as claims, signed by this key whatever the header says.</summary>
    public string Sign(JsonNode header, string claims, HashAlgorithmName hash)
    {
        var signed = $"{Encoded(header.ToJsonString())}.{Encoded(claims)}";
        return $"{signed}.{Base64Url.EncodeToString(_rsa.SignData(Encoding.ASCII.GetBytes(signed), hash, RSASignaturePadding.Pkcs1))}";
    }

    /// <summary>The three parts, with the header's text given word for word.</summary>
    public string SignText(string header, string claims)
    {
        var signed = $"{Encoded(header)}.{Encoded(claims)}";
        return $"{signed}.{Base64Url.EncodeToString(_rsa.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    /// <summary>What a forger does who takes the public key for a shared secret.</summary>
    public string SignWithPublicKeyAsSecret(JsonObject claims)
    {
        var header = Header();
        header["alg"] = "HS256";
        var signed = $"{Encoded(header.ToJsonString())}.{Encoded(claims.ToJsonString())}";
        return $"{signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(_rsa.ExportSubjectPublicKeyInfo(), Encoding.ASCII.GetBytes(signed)))}";
    }

    /// <summary>Without a signature, as "none" would have it.</summary>
    public string SignNothing(JsonObject claims)
    {
        var header = Header();
        header["alg"] = "none";
        return $"{Encoded(header.ToJsonString())}.{Encoded(claims.ToJsonString())}.";
    }

    public JsonObject Header() => new() { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = Id, ["x5t"] = Id };

    /// <summary>As it stands in the issuer's list.</summary>
    public JsonObject Published()
    {
        var parameters = _rsa.ExportParameters(includePrivateParameters: false);
        var published = new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = Id,
            ["x5t"] = Id,
            ["n"] = Base64Url.EncodeToString(parameters.Modulus),
            ["e"] = Base64Url.EncodeToString(parameters.Exponent),
        };
        if (endorsements.Length > 0)
            published["endorsements"] = new JsonArray([.. endorsements.Select(channel => JsonValue.Create(channel))]);
        return published;
    }

    public void Dispose() => _rsa.Dispose();

    private static string Encoded(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
