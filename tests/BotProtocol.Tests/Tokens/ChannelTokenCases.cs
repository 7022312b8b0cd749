using System.Security.Cryptography;
using System.Text.Json.Nodes;
using AgentHelpdesk.ChannelDoubles;
using static AgentHelpdesk.BotProtocol.Tests.Tokens.TokenCase;

namespace AgentHelpdesk.BotProtocol.Tests.Tokens;

/// <summary>Tokens in the channel's name, true and false.</summary>
internal static class ChannelTokenCases
{
    private const string Wrong = "signature is wrong";

    public static IEnumerable<TokenCase> Of(TokenDouble tokens, DateTimeOffset now) => [.. Headers(tokens), .. Times(tokens, now), .. Claims(tokens), .. Signatures(tokens), .. Bindings(tokens)];

    private static IEnumerable<TokenCase> Headers(TokenDouble tokens)
    {
        var token = tokens.ChannelKey.Sign(TokenDouble.ChannelClaims(ServiceUrl));
        yield return Case("with the channel's token", $"Bearer {token}", "");
        yield return Case("with the scheme in small letters", $"bearer {token}", "", "denied", "HTTP compares the names of schemes without case; it compares them to the letter.");
        yield return Case("without a header", null, "no token");
        yield return Case("with an empty header", "", "no token");
        yield return Case("with the scheme alone", "Bearer ", "token is not three parts");
        yield return Case("with another scheme", $"Basic {token}", "no bearer token");
        yield return Case("with no token but words", "Bearer let me in", "token is not three parts");
        yield return Case("with two tokens", $"Bearer {token}, Bearer {token}", "token is not three parts");
        yield return Case("with an encrypted token", $"Bearer {token}.e.f", "token is not three parts");
        yield return Case("with three parts that are none", "Bearer a.b.c", "token is malformed");
        yield return Case("with three parts of no JSON", "Bearer bm8.bm8.bm8", "token is malformed");
    }

    private static IEnumerable<TokenCase> Times(TokenDouble tokens, DateTimeOffset now)
    {
        yield return Timed("that expired within the skew of clocks", "exp", now.AddMinutes(-4), "");
        yield return Timed("that expired beyond the skew of clocks", "exp", now.AddMinutes(-6), "token has expired");
        yield return Timed("that begins within the skew of clocks", "nbf", now.AddMinutes(4), "");
        yield return Timed("that begins beyond the skew of clocks", "nbf", now.AddMinutes(6), "token is not valid yet");
        yield return Of("that never expires", Without(TokenDouble.ChannelClaims(ServiceUrl), "exp"), "expiry is missing", "accepted", "It asks for no expiry; a stolen token would be good for ever.");
        yield return Of("whose expiry is a text", With(TokenDouble.ChannelClaims(ServiceUrl), "exp", "9999999999"), "expiry is missing");
        yield return Of("that expires after the calendar's end", With(TokenDouble.ChannelClaims(ServiceUrl), "exp", 1_000_000_000_000_000), "expiry is missing", "accepted", "The same for ever in other words.");
        yield return Of("that expires at no time", With(TokenDouble.ChannelClaims(ServiceUrl), "exp", -1), "expiry is missing");
        yield return Of("without a beginning", Without(TokenDouble.ChannelClaims(ServiceUrl), "nbf"), "");
        yield return Of("whose beginning is a text", With(TokenDouble.ChannelClaims(ServiceUrl), "nbf", "0"), "start is no time");

        TokenCase Timed(string name, string claim, DateTimeOffset time, string reason) =>
            Of(name, With(TokenDouble.ChannelClaims(ServiceUrl, now: now.AddHours(-1)), claim, time.ToUnixTimeSeconds()), reason);
        TokenCase Of(string name, JsonObject claims, string reason, string? opinion = null, string? because = null) =>
            Case($"with a token {name}", $"Bearer {tokens.ChannelKey.Sign(claims)}", reason, opinion, because);
    }

    private static IEnumerable<TokenCase> Claims(TokenDouble tokens)
    {
        const string Unknown = "issuer is not known";
        yield return Of("of another issuer", "iss", "https://issuer.example", Unknown);
        yield return Of("of an issuer alike", "iss", "https://api.botframework.com/", Unknown);
        yield return Of("of another cloud's channel", "iss", "https://api.botframework.us", Unknown);
        yield return Of("of no issuer", "iss", null, "issuer is missing");
        yield return Of("of a list of issuers", "iss", new JsonArray("https://api.botframework.com"), "token is malformed");
        yield return Of("for another bot", "aud", "99999999-2222-3333-4444-555555555555", "audience is another");
        yield return Of("for everything at the channel", "aud", "https://api.botframework.com", "audience is another");
        yield return Of("for nobody", "aud", null, "audience is not one text");
        yield return Of("for this bot in a list", "aud", new JsonArray(SomeActivity.App), "audience is not one text");
        yield return Of("for this bot among others", "aud", new JsonArray("https://other.example", SomeActivity.App), "audience is not one text");
        yield return Of("for nothing at all", "aud", "", "audience is not one text");

        var claims = TokenDouble.ChannelClaims(ServiceUrl).ToJsonString();
        yield return Case("with a token that says its audience twice",
            $"Bearer {tokens.ChannelKey.Sign(tokens.ChannelKey.Header(), "{\"aud\":\"other\"," + claims[1..], HashAlgorithmName.SHA256)}",
            "token is malformed", "accepted", "It takes the last of two, another reader the first: what can be read in two ways is refused.");

        TokenCase Of(string name, string claim, JsonNode? value, string reason) =>
            Case($"with a token {name}", $"Bearer {tokens.ChannelKey.Sign(With(TokenDouble.ChannelClaims(ServiceUrl), claim, value))}", reason);
    }

    private static IEnumerable<TokenCase> Signatures(TokenDouble tokens)
    {
        var claims = TokenDouble.ChannelClaims(ServiceUrl);
        var key = tokens.ChannelKey;
        using var forged = new TokenKey("channel", "msteams");
        using var unknown = new TokenKey("nobody-knows", "msteams");
        var parts = key.Sign(claims).Split('.');
        var header = key.Header();
        yield return Case("with a forged token", $"Bearer {forged.Sign(claims)}", Wrong);
        yield return Case("with a token of a key that nobody published", $"Bearer {unknown.Sign(claims)}", "key is not its issuer's");
        yield return Case("with a token that names no key", $"Bearer {key.Sign(Without(key.Header(), "kid"), claims.ToJsonString(), HashAlgorithmName.SHA256)}", "key is not named");
        yield return Case("with a token of Entra's key", $"Bearer {tokens.EntraKey.Sign(claims)}", "key is not its issuer's");
        yield return Case("with claims changed after they were signed", $"Bearer {parts[0]}.{forged.Sign(TokenDouble.ChannelClaims("https://other.example/")).Split('.')[1]}.{parts[2]}", Wrong);
        yield return Case("with half a signature", $"Bearer {parts[0]}.{parts[1]}.{parts[2][..100]}", Wrong);
        yield return Case("with no signature", $"Bearer {parts[0]}.{parts[1]}.", "token is not three parts");
        yield return Case("with a token that needs no signature", $"Bearer {key.SignNothing(claims)}", "token is not three parts");
        yield return Case("with a token that says it needs none", $"Bearer {key.Sign(With(key.Header(), "alg", "none"), claims.ToJsonString(), HashAlgorithmName.SHA256)}", "algorithm is not RS256");
        yield return Case("with the public key taken for a secret", $"Bearer {key.SignWithPublicKeyAsSecret(claims)}", "algorithm is not RS256");
        yield return Case("with a stronger sibling", $"Bearer {key.Sign(With(key.Header(), "alg", "RS384"), claims.ToJsonString(), HashAlgorithmName.SHA384)}",
            "algorithm is not RS256", "accepted", "The channel's metadata names RS256 alone.");
        yield return Case("with the strongest sibling", $"Bearer {key.Sign(With(key.Header(), "alg", "RS512"), claims.ToJsonString(), HashAlgorithmName.SHA512)}",
            "algorithm is not RS256", "accepted", "The channel's metadata names RS256 alone.");
        yield return Case("with a signature of another kind than it says", $"Bearer {key.Sign(header, claims.ToJsonString(), HashAlgorithmName.SHA384)}", Wrong);
        yield return Case("with an extension that must be understood", $"Bearer {key.Sign(With(key.Header(), "crit", new JsonArray("b64")), claims.ToJsonString(), HashAlgorithmName.SHA256)}",
            "header names extensions", "accepted", "A reader that doesn't know a critical extension has to refuse (RFC 7515, 4.1.11).");
        yield return Case("with a header that says its algorithm twice", $"Bearer {key.SignText("{\"alg\":\"none\"," + header.ToJsonString()[1..], claims.ToJsonString())}",
            "token is malformed", "accepted", "It takes the last of two, another reader the first: what can be read in two ways is refused.");
        yield return Case("with a key that is too short", $"Bearer {tokens.ChannelKeys[TokenKeys.Small].Sign(claims)}", "key is not its issuer's",
            "accepted", "Its library asks for 2048 bits only of keys that it signs with.");
    }

    private static IEnumerable<TokenCase> Bindings(TokenDouble tokens)
    {
        const string NotTheTokens = "service url is not the token's";
        const string NoEndorsement = "key does not speak for the channel";
        const string NotTeams = "channel is not Teams";
        var good = tokens.ChannelHeader(ServiceUrl);
        yield return Case("who wants replies elsewhere", tokens.ChannelHeader("https://elsewhere.example/"), NotTheTokens);
        yield return Case("whose address lacks a slash", tokens.ChannelHeader(ServiceUrl.TrimEnd('/')), NotTheTokens);
        yield return Case("whose address differs by a capital", tokens.ChannelHeader(ServiceUrl.Replace("emea", "EMEA", StringComparison.Ordinal)), NotTheTokens);
        yield return Case("whose token names no address", $"Bearer {tokens.ChannelKey.Sign(Without(TokenDouble.ChannelClaims(ServiceUrl), "serviceurl"))}", NotTheTokens);
        yield return Case("whose activity names no address", good, NotTheTokens, "accepted", "It compares only where the activity names one.") with { Activity = Without(Message(), "serviceUrl") };
        yield return Case("with a key endorsed for other channels", $"Bearer {tokens.ChannelKeys[TokenKeys.OtherChannel].Sign(TokenDouble.ChannelClaims(ServiceUrl))}", NoEndorsement);
        yield return Case("with a key endorsed for none", $"Bearer {tokens.ChannelKeys[TokenKeys.Bare].Sign(TokenDouble.ChannelClaims(ServiceUrl))}",
            NoEndorsement, "accepted", "It lets in where a key has no endorsements; a key speaks for the channels it names, so for none.");
        yield return Case("who names no channel", good, NotTeams, "broken", "It fails by an error of its own (the caller would see 500).") with { Activity = Without(Message(), "channelId") };
        yield return Case("with an empty name of a channel", good, NotTeams, "accepted", "It takes the empty name for none to check.") with { Activity = With(Message(), "channelId", "") };
        yield return Case("with the channel's name in capitals", good, NotTeams) with { Activity = With(Message(), "channelId", "MSTEAMS") };
        yield return Case("from another channel of the same app", good, NotTeams, "accepted", "It serves every channel; here a web chat's client would write the tenant itself.") with
        {
            Activity = With(Message(), "channelId", "webchat"),
        };
    }

    private static TokenCase Case(string name, string? header, string reason, string? opinion = null, string? because = null) =>
        new() { Name = name, Header = header, Activity = Message(), Reason = reason, Opinion = opinion, Because = because };
}
