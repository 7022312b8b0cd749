using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using AgentHelpdesk.BotProtocol.Tokens;
using AgentHelpdesk.ChannelDoubles;
using CsCheck;

namespace AgentHelpdesk.BotProtocol.Tests.Tokens;

/// <summary>Whatever stands in the header, the door says no, and never breaks.</summary>
public sealed class AnyHeaderTests : IAsyncLifetime
{
    private static readonly Gen<string> Value = Gen.OneOf(
        Among("null", "true", "\"\"", "[]", "{}", "1e400", "-0", "9223372036854775808", "\"\\ud800\"", "\"\\u0000\"", "[[1]]", "{\"a\":{\"b\":[]}}", "\"RS256\"", "1.5"),
        Gen.String.Select(text => JsonValue.Create(text).ToJsonString()));

    private TokenDouble _tokens = null!;
    private Door _door = null!;

    public async ValueTask InitializeAsync()
    {
        _tokens = await TokenDouble.StartAsync();
        _door = new(_tokens);
        await _door.CheckAsync(_tokens.ChannelHeader(TokenCase.ServiceUrl));
    }

    public async ValueTask DisposeAsync()
    {
        _door.Dispose();
        await _tokens.DisposeAsync();
    }

    [Fact]
    public async Task Any_text_is_kept_out() =>
        await Gen.Select(Among("Bearer ", "bearer ", "Basic ", ""), Gen.String).SampleAsync(async (scheme, text) =>
            (await _door.CheckAsync($"{scheme}x{text}")).ShouldBeOfType<SenderOutcome.Denied>(), iter: 300, threads: 1);

    [Fact]
    public async Task A_token_of_any_bytes_is_kept_out() =>
        await Gen.Select(Gen.Byte.Array, Gen.Byte.Array, Gen.Byte.Array).SampleAsync(async (header, claims, signature) =>
            (await _door.CheckAsync($"Bearer {Base64Url.EncodeToString(header)}.{Base64Url.EncodeToString(claims)}.{Base64Url.EncodeToString(signature)}"))
                .ShouldBeOfType<SenderOutcome.Denied>(), iter: 300, threads: 1);

    [Fact]
    public async Task One_changed_letter_of_a_good_token_keeps_it_out()
    {
        var header = _tokens.ChannelHeader(TokenCase.ServiceUrl);
        // The last letter carries bits that no reader looks at.
        await Gen.Select(Gen.Int["Bearer ".Length, header.Length - 2], Among('A', 'z', '0', '-', '_', '.', '=', '+', ' ', 'é')).SampleAsync(async (place, letter) =>
        {
            if (header[place] != letter)
                (await _door.CheckAsync(header[..place] + letter + header[(place + 1)..])).ShouldBeOfType<SenderOutcome.Denied>();
        }, iter: 300, threads: 1);
    }

    // Signed by the channel's own key: only what the claims say is odd.
    [Fact]
    public async Task Any_value_of_any_claim_breaks_nothing() =>
        await Gen.Select(Among("iss", "aud", "exp", "nbf", "serviceurl", "ver", "tid", "iat", "new"), Value).SampleAsync(async (claim, value) =>
        {
            var claims = TokenDouble.ChannelClaims(TokenCase.ServiceUrl);
            claims.Remove(claim);
            var text = claims.ToJsonString()[..^1] + $",\"{claim}\":{value}}}";
            var outcome = await _door.CheckAsync($"Bearer {_tokens.ChannelKey.Sign(_tokens.ChannelKey.Header(), text, HashAlgorithmName.SHA256)}");

            if (claim is "iss" or "aud" or "serviceurl")
                outcome.ShouldBeOfType<SenderOutcome.Denied>();
        }, iter: 300, threads: 1);

    [Fact]
    public async Task Any_value_in_the_header_breaks_nothing() =>
        await Gen.Select(Among("alg", "kid", "typ", "crit", "enc", "zip", "x5u", "jku", "jwk"), Value).SampleAsync(async (name, value) =>
        {
            var header = _tokens.ChannelKey.Header();
            header.Remove(name);
            var text = header.ToJsonString()[..^1] + $",\"{name}\":{value}}}";
            var outcome = await _door.CheckAsync($"Bearer {_tokens.ChannelKey.SignText(text, TokenDouble.ChannelClaims(TokenCase.ServiceUrl).ToJsonString())}");

            if (name is "kid" or "crit")
                outcome.ShouldBeOfType<SenderOutcome.Denied>();
        }, iter: 300, threads: 1);

    private static Gen<T> Among<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(place => values[place]);
}
