using System.Collections.Frozen;
using AgentHelpdesk.BotProtocol.Activities;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.BotProtocol.Tokens;

/// <summary>
/// The organisations whose people are answered. A token of the channel doesn't name the person's, so every tenant that the activity names must be
/// one of them, and one must be named.
/// </summary>
public sealed class AllowedTenants(IOptions<BotOptions> options)
{
    private readonly FrozenSet<Guid> _tenants = Of(options.Value);

    public bool Includes(string? tenant) => Guid.TryParseExact(tenant, "D", out var id) && _tenants.Contains(id);

    /// <returns>Why the activity is a stranger's, for the log; null: it isn't.</returns>
    internal string? Refuse(Activity activity)
    {
        string?[] named =
        [
            activity.ChannelData?.Tenant?.Id, activity.Conversation?.TenantId, activity.From?.TenantId, activity.Recipient?.TenantId,
        ];
        var some = named.Where(tenant => !string.IsNullOrEmpty(tenant)).ToList();
        return some.Count == 0 ? "no tenant is named" : some.TrueForAll(Includes) ? null : "tenant is not allowed";
    }

    private static FrozenSet<Guid> Of(BotOptions options) =>
        (options.AllowedTenants.Length > 0 ? options.AllowedTenants : options.TenantId)
        .Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(tenant => Guid.ParseExact(tenant, "D")).ToFrozenSet();
}
