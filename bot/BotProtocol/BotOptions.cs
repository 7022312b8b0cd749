using System.ComponentModel.DataAnnotations;

namespace AgentHelpdesk.BotProtocol;

/// <summary>Who the bot is, whom it lets in and how much it takes on (<c>Bot:*</c>).</summary>
public sealed class BotOptions
{
    public const string Section = "Bot";

    /// <summary>The app id (a GUID) of the bot's registration. Empty: the bot is in no channel and <c>/api/messages</c> does not exist. Default empty.</summary>
    public string AppId { get; init; } = "";

    /// <summary>The tenant (a GUID) that the bot is registered in. Default empty.</summary>
    public string TenantId { get; init; } = "";

    /// <summary>How the bot proves itself: by a secret, or by the identity of the machine it runs on. Default SingleTenant.</summary>
    public BotAppType AppType { get; init; } = BotAppType.SingleTenant;

    /// <summary>The secret of a SingleTenant registration; better in an environment variable than in a file. Default empty.</summary>
    public string Secret { get; init; } = "";

    /// <summary>The cloud whose channel and directory the bot belongs to. Default Public.</summary>
    public BotCloud Cloud { get; init; } = BotCloud.Public;

    /// <summary>Tenants (GUIDs, separated by spaces) whose people are answered; empty: that of <see cref="TenantId"/> alone. Default empty.</summary>
    public string AllowedTenants { get; init; } = "";

    /// <summary>
    /// Hosts (separated by spaces) of the channel's connector; the bot writes, and shows its token, to no other. Default: those of Teams, GCC and
    /// GCC High.
    /// </summary>
    public string ServiceHosts { get; init; } = "smba.trafficmanager.net smba.infra.gcc.teams.microsoft.com smba.infra.gov.teams.microsoft.us";

    /// <summary>Development: lets in the emulator or playground with a token that Entra issued to the bot's own app. Default false.</summary>
    public bool AllowEmulator { get; init; }

    /// <summary>Development: lets in whoever comes without a token, if replies go to this machine. Default false.</summary>
    public bool AllowAnonymous { get; init; }

    /// <summary>Tests: where this machine stands in for the channel's metadata document. Loopback only; empty: the cloud's own. Default empty.</summary>
    public string ChannelMetadata { get; init; } = "";

    /// <summary>Tests: where this machine stands in for Entra ("http://127.0.0.1:1234"). Loopback only; empty: the cloud's own. Default empty.</summary>
    public string EntraAuthority { get; init; } = "";

    /// <summary>The https address under which people reach the bot, for links in citations; empty: no links. Default empty.</summary>
    public string PublicUrl { get; init; } = "";

    /// <summary>Hours that a link in a citation opens. Default 8.</summary>
    [Range(1, 720)]
    public int LinkHours { get; init; } = 8;

    /// <summary>Milliseconds before progress is shown; an answer that is quicker comes alone. Default 700.</summary>
    [Range(0, 2_000)]
    public int ProgressAfterMilliseconds { get; init; } = 700;

    /// <summary>Turns waiting or worked on; more are turned away with 503 and come again. Default 1,000.</summary>
    [Range(1, 100_000)]
    public int MostTurns { get; init; } = 1_000;

    /// <summary>Turns worked on at once. Default 8.</summary>
    [Range(1, 1_000)]
    public int ConcurrentTurns { get; init; } = 8;

    /// <summary>Seconds after which a turn is given up. Default 60.</summary>
    [Range(5, 110)]
    public int TurnSeconds { get; init; } = 60;
}

/// <summary>How a bot proves itself to Entra.</summary>
public enum BotAppType
{
    /// <summary>A secret of an app in <see cref="BotOptions.TenantId"/>.</summary>
    SingleTenant,

    /// <summary>A user-assigned managed identity, whose client id is <see cref="BotOptions.AppId"/>.</summary>
    UserAssignedMSI,
}

/// <summary>Microsoft's clouds: each has a channel, a directory and names of its own.</summary>
public enum BotCloud
{
    /// <summary>Everyone's, GCC too.</summary>
    Public,

    /// <summary>GCC High and DoD.</summary>
    UsGovernment,

    /// <summary>Operated by 21Vianet.</summary>
    China,
}
