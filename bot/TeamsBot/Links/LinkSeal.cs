using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AgentHelpdesk.BotProtocol;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.TeamsBot.Links;

/// <summary>
/// Seals an address until a moment, and tells a sealed one from any other. Everything that the address opens stands under the seal: whoever has a
/// link has this passage of this revision for these hours, and nothing else.
/// </summary>
internal sealed class LinkSeal(LinkKey key, IOptions<BotOptions> options, TimeProvider time)
{
    private const string UntilName = "fin";
    private const string SealName = "sceau";

    // Another use of the key, or another form of seal, begins with other words.
    private const string Purpose = "agenthelpdesk link 1\n";

    /// <summary>When a link made now stops to open.</summary>
    public DateTimeOffset Until => DateTimeOffset.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds() + (options.Value.LinkHours * 3600L));

    /// <param name="address">Path and query, in the one form that <see cref="Check"/> is asked with.</param>
    /// <param name="until">The moment from which it no longer opens.</param>
    public string Put(string address, DateTimeOffset until)
    {
        var end = until.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{UntilName}={end}&{SealName}={SealOf(address, end)}";
    }

    /// <param name="address">Path and query without end and seal, written anew from what was read: nothing unread is under the seal.</param>
    /// <param name="query">Holds the end and the seal.</param>
    public SealOutcome Check(string address, IQueryCollection query)
    {
        var end = query[UntilName].ToString();
        if (!long.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds())
            return new SealOutcome.Broken();

        // Compared as text: the last digit of a seal has bits that its bytes don't.
        var isWhole = CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(query[SealName].ToString()), Encoding.UTF8.GetBytes(SealOf(address, end)));
        var until = DateTimeOffset.FromUnixTimeSeconds(seconds);
        return !isWhole ? new SealOutcome.Broken() : time.GetUtcNow() >= until ? new SealOutcome.Expired() : new SealOutcome.Whole(until);
    }

    private string SealOf(string address, string end) => WebEncoders.Base64UrlEncode(HMACSHA256.HashData(key.Bytes, Encoding.UTF8.GetBytes($"{Purpose}{end}\n{address}")));
}

/// <summary>What a seal says of the address it stands in.</summary>
internal abstract record SealOutcome
{
    private SealOutcome() { }

    /// <param name="Until">The moment from which it no longer opens.</param>
    public sealed record Whole(DateTimeOffset Until) : SealOutcome;

    /// <summary>Once whole, but its hours are over.</summary>
    public sealed record Expired : SealOutcome;

    /// <summary>Missing, altered, or of another key.</summary>
    public sealed record Broken : SealOutcome;
}
