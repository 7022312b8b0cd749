using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace AgentHelpdesk.ModelServers.Wire;

/// <summary>
/// What lies between the makers' clients and the network: servers' differences are evened out here, in both directions, and every refusal
/// becomes one kind of exception, with the server's words and without the key.
/// </summary>
internal sealed class ServerWire(HttpMessageHandler inner, string key, TimeProvider time) : DelegatingHandler(inner)
{
    private const int MaxBody = 16 * 1024 * 1024;
    private const int MaxErrorBody = 64 * 1024;

    private readonly RefusedMembers _refused = new(time);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : RefusedMembers.Parse(await request.Content.ReadAsStringAsync(cancellationToken));
        if (body?["max_completion_tokens"] is { } most && !IsAzure(request) && !body.ContainsKey("max_tokens"))
            body["max_tokens"] = most.DeepClone(); // Older servers know this name alone, and would write without end.

        while (true)
        {
            var sent = body is null ? null : _refused.Without(body);
            if (sent is not null)
                request.Content = new StringContent(sent.ToJsonString(), Encoding.UTF8, "application/json");
            var response = await base.SendAsync(request, cancellationToken);
            if (response.IsSuccessStatusCode)
                return await AsEventsAsync(response, sent, cancellationToken);

            using (response)
            {
                var fault = ServerFault.Read((int)response.StatusCode, await TextAsync(response, MaxErrorBody, cancellationToken), key);
                if (sent is null || !_refused.Note(fault, sent))
                    throw fault.ToException(RetryAfter(response.Headers));
            }
        }
    }

    private async Task<HttpResponseMessage> AsEventsAsync(HttpResponseMessage response, JsonObject? sent, CancellationToken cancellationToken)
    {
        if (sent?["stream"] is not JsonValue stream || !stream.TryGetValue<bool>(out var isStream) || !isStream)
            return response;
        Stream events = response.Content.Headers.ContentType?.MediaType is "text/event-stream"
            ? new EventStream(await response.Content.ReadAsStreamAsync(cancellationToken), key)
            : new MemoryStream(Encoding.UTF8.GetBytes(WholeAnswer.ToEvents(await TextAsync(response, MaxBody, cancellationToken), key)));
        response.Content = new StreamContent(events) { Headers = { ContentType = new MediaTypeHeaderValue("text/event-stream") } };
        return response;
    }

    // Azure says it in milliseconds too; the date of the common form is counted from our clock.
    private TimeSpan? RetryAfter(HttpResponseHeaders headers)
    {
        if (headers.TryGetValues("retry-after-ms", out var values) && double.TryParse(values.First(), System.Globalization.CultureInfo.InvariantCulture, out var milliseconds)
            && milliseconds is >= 0 and < int.MaxValue)
            return TimeSpan.FromMilliseconds(milliseconds);
        return headers.RetryAfter is not { } asked ? null : asked.Delta ?? (asked.Date is { } date && date > time.GetUtcNow() ? date - time.GetUtcNow() : TimeSpan.Zero);
    }

    private static async Task<string> TextAsync(HttpResponseMessage response, int most, CancellationToken cancellationToken)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var bytes = new byte[4096];
        var text = new MemoryStream();
        for (int read; text.Length < most && (read = await stream.ReadAsync(bytes, cancellationToken)) > 0;)
            await text.WriteAsync(bytes.AsMemory(0, read), cancellationToken);
        return Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)Math.Min(text.Length, most));
    }

    private static bool IsAzure(HttpRequestMessage request) => request.Headers.Contains("api-key") || request.RequestUri?.AbsolutePath.Contains("/openai/deployments/", StringComparison.Ordinal) == true;
}
