using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AgentHelpdesk.BotProtocol.Activities;

/// <summary>
/// Activities as text: names in camel case, nulls left out, French letters as they are (the default escaping doubles the size). Unknown
/// fields are skipped.
/// </summary>
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(ChannelAccount))]
public sealed partial class ActivityJson : JsonSerializerContext
{
    public static ActivityJson Wire { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 32,
        // What is said twice can be read in two ways.
        AllowDuplicateProperties = false,
    });
}
