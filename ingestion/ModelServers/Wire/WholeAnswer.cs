using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgentHelpdesk.ModelServers.Wire;

/// <summary>Servers and gateways that don't stream answer in one piece all the same: read as one event, so that there is one way to read an answer.</summary>
internal static class WholeAnswer
{
    /// <exception cref="ModelServerException">It is an error with a good status.</exception>
    /// <exception cref="InvalidDataException">It is no answer.</exception>
    public static string ToEvents(string text, string key)
    {
        // Events under another content type.
        if (text.StartsWith("data:", StringComparison.Ordinal))
            return text;

        JsonObject? answer;
        try
        {
            answer = JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException("The model server's answer is no JSON.", exception);
        }

        if (answer?["error"] is not null && answer["choices"] is null)
            throw ServerFault.Read(500, text, key).ToException();
        if (answer?["choices"] is not JsonArray choices || choices.Any(choice => choice is not JsonObject form || form["message"] is not JsonObject))
            throw new InvalidDataException("The model server's answer holds no choices with a message.");
        foreach (var choice in choices.OfType<JsonObject>())
        {
            var message = choice["message"];
            choice.Remove("message");
            choice["delta"] = message;
        }

        answer["object"] = "chat.completion.chunk";
        return $"data: {answer.ToJsonString()}\n\ndata: [DONE]\n\n";
    }
}
