using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace AgentHelpdesk.BotProtocol.Tokens;

/// <summary>What every token is held to, whoever issued it: made for this bot, in its time, signed by a key of its issuer.</summary>
internal sealed class SignatureCheck(string audience, SigningKeys keys, TimeProvider time)
{
    /// <summary>Clocks of the two sides may differ by this much.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private static readonly JsonWebTokenHandler Tokens = new() { MapInboundClaims = false };

    /// <param name="token">Read, not believed.</param>
    /// <param name="issuers">Those whose keys these are.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<SignatureOutcome> CheckAsync(BearerToken token, IReadOnlyCollection<string> issuers, CancellationToken cancellationToken)
    {
        // What costs nothing is asked first: no stranger's token makes this look for keys.
        if (!issuers.Contains(token.Issuer, StringComparer.Ordinal))
            return new SignatureOutcome.Bad("issuer is not known");
        if (!token.Audience.Equals(audience, StringComparison.OrdinalIgnoreCase))
            return new SignatureOutcome.Bad("audience is another");
        var now = time.GetUtcNow();
        if (now - Skew >= token.Expires)
            return new SignatureOutcome.Bad("token has expired");
        if (token.NotBefore is { } start && start > now + Skew)
            return new SignatureOutcome.Bad("token is not valid yet");

        return await keys.FindAsync(token.KeyId, cancellationToken) switch
        {
            KeyOutcome.Found found => await IsSignedAsync(token, found.Key, issuers) ? new SignatureOutcome.Good(found.Key) : new SignatureOutcome.Bad("signature is wrong"),
            KeyOutcome.NoSuchKey => new SignatureOutcome.Bad("key is not its issuer's"),
            _ => new SignatureOutcome.Undecided("keys cannot be had"),
        };
    }

    // The library checks once more what was asked above, except the time: its clock is not the installation's.
    private static async Task<bool> IsSignedAsync(BearerToken token, SigningKey key, IReadOnlyCollection<string> issuers) =>
        (await Tokens.ValidateTokenAsync(token.Jwt, new TokenValidationParameters
        {
            ValidIssuers = issuers,
            ValidAudience = token.Audience,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            IssuerSigningKey = key.Key,
            TryAllIssuerSigningKeys = false,
            RequireSignedTokens = true,
            LifetimeValidator = (_, _, _, _) => true,
        })).IsValid;
}

/// <summary>Whether a token holds.</summary>
internal abstract record SignatureOutcome
{
    private SignatureOutcome() { }

    public sealed record Good(SigningKey Key) : SignatureOutcome;

    /// <param name="Reason">For the log alone.</param>
    public sealed record Bad(string Reason) : SignatureOutcome;

    /// <param name="Reason">For the log alone.</param>
    public sealed record Undecided(string Reason) : SignatureOutcome;
}
