using System.Collections.Frozen;
using Microsoft.Extensions.Logging;

namespace AgentHelpdesk.BotProtocol.Tokens;

/// <summary>
/// The keys that one metadata document names. A new key is known with the first token that it signed; a withdrawn one is trusted no longer than
/// <see cref="TrustedFor"/>; and nobody can make this ask the document's host more often than <see cref="BetweenLooks"/> by naming keys that there are not.
/// </summary>
internal sealed class SigningKeys(KeyDocument document, TimeProvider time, ILogger logger) : IDisposable
{
    public static readonly TimeSpan FreshFor = TimeSpan.FromHours(12);

    public static readonly TimeSpan TrustedFor = TimeSpan.FromHours(24);

    public static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(5);

    /// <summary>Without any keys to go by nobody is let in, so the next look may come sooner.</summary>
    public static readonly TimeSpan BetweenAttempts = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _looking = new(1);
    private volatile Known? _known;
    private long? _looked;

    public async Task<KeyOutcome> FindAsync(string keyId, CancellationToken cancellationToken)
    {
        if (_known is { } known && Age(known) < TrustedFor && known.Keys.TryGetValue(keyId, out var key))
        {
            // Good for this token; whether it is still named is looked up behind it.
            if (Age(known) >= FreshFor && await _looking.WaitAsync(0, cancellationToken))
                _ = LookAsync();
            return new KeyOutcome.Found(key);
        }

        await _looking.WaitAsync(cancellationToken);
        await LookAsync();
        if (_known is not { } current || Age(current) >= TrustedFor)
            return new KeyOutcome.Unavailable();
        return current.Keys.TryGetValue(keyId, out var found) ? new KeyOutcome.Found(found) : new KeyOutcome.NoSuchKey();
    }

    public void Dispose() => _looking.Dispose();

    /// <summary>Called by whoever holds the semaphore; never fails. Not the caller's token: whoever hangs up must not stop the look for the others.</summary>
    private async Task LookAsync()
    {
        try
        {
            // Whoever waited while somebody else looked finds that it was just done.
            var between = _known is { } known && Age(known) < TrustedFor ? BetweenLooks : BetweenAttempts;
            if (_looked is { } last && time.GetElapsedTime(last) < between)
                return;
            _looked = time.GetTimestamp();
            if (await document.ReadAsync() is { } keys)
                _known = new(keys, time.GetTimestamp());
            else
                Log.KeysUnavailable(logger);
        }
        finally
        {
            _looking.Release();
        }
    }

    private TimeSpan Age(Known known) => time.GetElapsedTime(known.At);

    private sealed record Known(FrozenDictionary<string, SigningKey> Keys, long At);
}
