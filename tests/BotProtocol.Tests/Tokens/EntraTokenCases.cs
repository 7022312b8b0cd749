using System.Text.Json.Nodes;
using AgentHelpdesk.ChannelDoubles;
using static AgentHelpdesk.BotProtocol.Tests.Tokens.TokenCase;

namespace AgentHelpdesk.BotProtocol.Tests.Tokens;

/// <summary>Tokens of the emulator, and good tokens that come for somebody of another organisation.</summary>
internal static class EntraTokenCases
{
    private const string OtherTenant = "ffffffff-bbbb-cccc-dddd-eeeeeeeeeeee";
    private const string OtherApp = "99999999-2222-3333-4444-555555555555";

    public static IEnumerable<TokenCase> Of(TokenDouble tokens) => [.. Emulator(tokens), .. Tenants(tokens)];

    private static IEnumerable<TokenCase> Emulator(TokenDouble tokens)
    {
        var newer = TokenDouble.EntraClaims("2.0");
        yield return Of("with the app's own token", newer, "");
        yield return Of("with the app's own token in the older form", TokenDouble.EntraClaims("1.0"), "");
        yield return Of("where it isn't allowed", newer, "issuer is not known", "accepted", "It always lets in the emulator; here that is a switch of development.") with { AllowsEmulator = false };
        yield return Of("of another tenant", TokenDouble.EntraClaims("2.0", tenant: OtherTenant), "issuer is not known", "accepted", "It takes for an issuer whatever tenant the token names.");
        yield return Of("of another tenant in its own tenant's name", With(TokenDouble.EntraClaims("2.0"), "tid", OtherTenant), "token is another tenant's", "accepted", "It doesn't compare the two.");
        yield return Of("for another app", With(TokenDouble.EntraClaims("2.0"), "azp", OtherApp), "token was given to another app", "denied");
        yield return Of("whose token is for the channel", With(TokenDouble.EntraClaims("2.0"), "aud", "https://api.botframework.com"), "audience is another", "accepted", "It skips the audience of such tokens.");
        yield return Of("whose token has no version", Without(TokenDouble.EntraClaims("2.0"), "ver"), "token was given to another app");
        yield return Of("whose token has a version to come", With(TokenDouble.EntraClaims("2.0"), "ver", "3.0"), "token was given to another app");
        yield return Of("whose token is of two versions", With(TokenDouble.EntraClaims("1.0"), "iss", $"https://login.microsoftonline.com/{SomeActivity.Tenant}/v2.0"),
            "issuer is not its version's", "accepted", "It takes either issuer for either version.");
        yield return Of("whose token expired", With(TokenDouble.EntraClaims("2.0"), "exp", TimeProvider.System.GetUtcNow().AddHours(-2).ToUnixTimeSeconds()), "token has expired");
        yield return Of("with the channel's key", newer, "key is not its issuer's") with { Header = $"Bearer {tokens.ChannelKey.Sign(newer)}" };
        yield return Of("in the name of Teams", newer, "emulator speaks for another channel", "accepted", "It doesn't look at the channel of such tokens.") with
        {
            Activity = Message(LocalUrl),
        };
        yield return Of("on another machine", newer, "emulator is on another machine", "accepted", "It doesn't look where a request comes from.") with { IsElsewhere = true };
        yield return Of("with replies to another machine", newer, "emulator is on another machine", "accepted", "Such a token says nothing of the address; it doesn't look.") with
        {
            Activity = With(Message(), "channelId", "emulator"),
        };
        yield return Of("with the channel's token", newer, "channel is not Teams", "accepted", "It lets in any channel that the key names.") with { Header = tokens.ChannelHeader(LocalUrl) };

        TokenCase Of(string name, JsonObject claims, string reason, string? opinion = null, string? because = null) => new()
        {
            Name = $"in the emulator {name}",
            Header = $"Bearer {tokens.EntraKey.Sign(claims)}",
            Activity = With(Message(LocalUrl), "channelId", "emulator"),
            Reason = reason,
            Opinion = opinion,
            Because = because,
            AllowsEmulator = true,
        };
    }

    private static IEnumerable<TokenCase> Tenants(TokenDouble tokens)
    {
        const string NotAllowed = "tenant is not allowed";
        yield return Of("whose tenant is written in capitals", Tenant(Message(), SomeActivity.Tenant.ToUpperInvariant()), "");
        yield return Of("of another tenant", Tenant(Message(), OtherTenant), NotAllowed);
        yield return Of("in another tenant's conversation", Named(Message(), "conversation", OtherTenant), NotAllowed);
        yield return Of("from another tenant in a conversation of ours", Named(Message(), "from", OtherTenant), NotAllowed);
        yield return Of("whose tenant is no id", Tenant(Message(), "aaaaaaaabbbbccccddddeeeeeeeeeeee"), NotAllowed);
        yield return Of("of no tenant", Without(Without(Message(), "channelData"), "conversation"), "no tenant is named");

        TokenCase Of(string name, JsonObject activity, string reason) => new()
        {
            Name = $"with the channel's token {name}",
            Header = tokens.ChannelHeader(ServiceUrl),
            Activity = activity,
            Reason = reason,
            IsStranger = reason.Length > 0,
            Opinion = "accepted",
            Because = reason.Length > 0 ? "Whom the bot answers is no matter of tokens; it leaves that to the bot." : null,
        };
    }

    private static JsonObject Tenant(JsonObject activity, string tenant)
    {
        activity["channelData"]!["tenant"]!["id"] = tenant;
        return activity;
    }

    private static JsonObject Named(JsonObject activity, string whose, string tenant)
    {
        activity[whose]!["tenantId"] = tenant;
        return activity;
    }
}
