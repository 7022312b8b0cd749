using System.Text.Json;
using System.Text.Json.Serialization;
using AgentHelpdesk.BotProtocol.Activities;

namespace AgentHelpdesk.BotProtocol.Sending;

/// <summary>What the connector is told and answers beside activities, written as these are.</summary>
[JsonSerializable(typeof(ChannelRoster))]
[JsonSerializable(typeof(NewConversation))]
[JsonSerializable(typeof(MadeConversation))]
internal sealed partial class SendingJson : JsonSerializerContext
{
    public static SendingJson Wire { get; } = new(new JsonSerializerOptions(ActivityJson.Wire.Options) { TypeInfoResolver = null });
}
