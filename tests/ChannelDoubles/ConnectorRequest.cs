using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AgentHelpdesk.ChannelDoubles;

/// <summary>A call of the connector, with its body read.</summary>
internal sealed record ConnectorRequest(HttpContext Context, string Text)
{
    public string Method => Context.Request.Method;

    public string Conversation => Context.GetRouteValue("conversation") as string ?? "";

    public string Id => Context.GetRouteValue("id") as string ?? "";

    public string Member => Context.GetRouteValue("member") as string ?? "";

    public string? Authorization => Context.Request.Headers.Authorization is [{ } header] ? header : null;

    /// <summary>As the activity says it; the channel knows it by the token.</summary>
    public string Tenant => Read() is { } body && body["conversation"] is JsonObject conversation ? (string?)conversation["tenantId"] ?? "" : "";

    public string Query(string name) => Context.Request.Query[name].ToString();

    public JsonObject? Read()
    {
        try
        {
            return Text.Length == 0 ? null : JsonNode.Parse(Text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <param name="Status">HTTP.</param>
/// <param name="Body">Null: none.</param>
/// <param name="RetryAfter">Null: no such header.</param>
internal sealed record Reply(int Status, JsonObject? Body = null, TimeSpan? RetryAfter = null)
{
    public static Reply Id(HttpStatusCode status, string id) => new((int)status, new() { ["id"] = id });

    public static Reply Error(HttpStatusCode status, string code, string message) =>
        new((int)status, new() { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } });

    public static Reply Closed(string subCode) =>
        new(403, new() { ["code"] = "Forbidden", ["subCode"] = subCode, ["message"] = "The bot is not allowed to write in this conversation." });

    public async Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = Status;
        if (RetryAfter is { } wait)
            context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        if (Body is { } body)
        {
            context.Response.ContentType = "application/json; charset=utf-8";
            await context.Response.WriteAsync(body.ToJsonString(), context.RequestAborted);
        }
    }
}
