using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using AgentHelpdesk.IngestionJob.Resources;

namespace AgentHelpdesk.IngestionJob.Output;

/// <summary>Where the job speaks: sentences or JSON to the standard output, what went wrong to the standard error.</summary>
internal sealed class JobConsole(TextWriter output, TextWriter error, Messages messages, bool isTerminal)
{
    private static readonly JsonSerializerOptions JsonForm = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public Messages Messages { get; } = messages;

    /// <summary>A person watches: progress may be drawn over itself.</summary>
    public bool IsTerminal { get; } = isTerminal;

    /// <summary>JSON is asked for: sentences are left out.</summary>
    public bool WritesJson { get; set; }

    public void Say(string text)
    {
        if (!WritesJson)
            output.WriteLine(Printable.Text(text));
    }

    /// <summary>One value a line; nothing unless JSON is asked for.</summary>
    public void Json<T>(T value)
    {
        if (WritesJson)
            output.WriteLine(JsonSerializer.Serialize(value, JsonForm));
    }

    /// <summary>To the standard error, also when JSON is asked for.</summary>
    public void Fail(string text) => error.WriteLine(Printable.Text(text));
}
