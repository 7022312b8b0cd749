using AgentHelpdesk.ChannelDoubles;

namespace AgentHelpdesk.BotProtocol.Tests.Tokens;

/// <summary>The keys of the battery, the forger's among them.</summary>
internal static class TokenKeys
{
    public const string OtherChannel = "other-channel";
    public const string Bare = "bare";
    public const string Small = "small";

    /// <summary>Those that the channel publishes beside its good one.</summary>
    public static void Publish(TokenDouble tokens)
    {
        tokens.ChannelKeys[OtherChannel] = new(OtherChannel, "webchat", "directline");
        tokens.ChannelKeys[Bare] = new(Bare);
        tokens.ChannelKeys[Small] = TokenKey.Of(Small, 1024, "msteams");
    }
}
