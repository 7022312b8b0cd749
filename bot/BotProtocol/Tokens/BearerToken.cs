using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace AgentHelpdesk.BotProtocol.Tokens;

/// <summary>
/// What the header says, read strictly and not yet believed: one form for each claim, nothing said twice, so that no two parsers can
/// understand it differently. Nothing of it may be used before <see cref="SignatureCheck"/> has passed.
/// </summary>
internal sealed record BearerToken
{
    private const string Scheme = "Bearer ";

    // The channel advertises this one alone; "none", keyed hashes and its own siblings are no alternatives.
    private const string Algorithm = SecurityAlgorithms.RsaSha256;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    public required JsonWebToken Jwt { get; init; }

    public required string KeyId { get; init; }

    public required string Issuer { get; init; }

    public required string Audience { get; init; }

    public required DateTimeOffset Expires { get; init; }

    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Of the channel's tokens: where replies go.</summary>
    public string? ServiceUrl { get; init; }

    /// <summary>Of Entra's tokens: "1.0" or "2.0".</summary>
    public string? Version { get; init; }

    /// <summary>Of Entra's tokens: the app it was given to, under the name of its version.</summary>
    public string? AppId { get; init; }

    /// <summary>Of Entra's tokens.</summary>
    public string? Tenant { get; init; }

    public static bool TryRead(string authorization, [NotNullWhen(true)] out BearerToken? token, [NotNullWhen(false)] out string? reason)
    {
        token = null;
        reason = null;
        if (!authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return Fail("no bearer token", out reason);
        var text = authorization[Scheme.Length..].Trim();
        if (text.Split('.') is not [{ Length: > 0 }, { Length: > 0 }, { Length: > 0 }])
            return Fail("token is not three parts", out reason);
        try
        {
            var jwt = new JsonWebToken(text);
            using var header = JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(jwt.EncodedHeader), Strict);
            using var claims = JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(jwt.EncodedPayload), Strict);
            token = Read(jwt, header.RootElement, claims.RootElement, out reason);
            return token is not null;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or JsonException or SecurityTokenException or InvalidOperationException)
        {
            return Fail("token is malformed", out reason);
        }
    }

    private static BearerToken? Read(JsonWebToken jwt, JsonElement header, JsonElement claims, out string reason)
    {
        reason = "";
        if (Text(header, "alg") != Algorithm)
            reason = "algorithm is not RS256";
        else if (header.TryGetProperty("crit", out _))
            reason = "header names extensions";
        else if (Text(header, "kid") is not { Length: > 0 })
            reason = "key is not named";
        else if (Text(claims, "iss") is not { Length: > 0 })
            reason = "issuer is missing";
        else if (Text(claims, "aud") is not { Length: > 0 })
            reason = "audience is not one text";
        else if (Time(claims, "exp") is null)
            reason = "expiry is missing";
        else if (claims.TryGetProperty("nbf", out _) && Time(claims, "nbf") is null)
            reason = "start is no time";
        if (reason.Length > 0)
            return null;
        var version = Text(claims, "ver");
        return new()
        {
            Jwt = jwt,
            KeyId = Text(header, "kid")!,
            Issuer = Text(claims, "iss")!,
            Audience = Text(claims, "aud")!,
            Expires = Time(claims, "exp")!.Value,
            NotBefore = Time(claims, "nbf"),
            ServiceUrl = Text(claims, "serviceurl"),
            Version = version,
            AppId = version switch { "1.0" => Text(claims, "appid"), "2.0" => Text(claims, "azp"), _ => null },
            Tenant = Text(claims, "tid"),
        };
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    // Seconds beyond the calendar's end are no time, nor are they "never".
    private static DateTimeOffset? Time(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var seconds)
        && seconds is >= 0 and <= 253_402_300_799 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    private static bool Fail(string why, out string reason)
    {
        reason = why;
        return false;
    }
}
