using System.Net;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>Tells why a call of a model gave no answer that can be read: whatever a client throws, a turn goes on without it.</summary>
internal static class ModelFailure
{
    /// <param name="exception">Thrown by the client; not the caller's own cancellation.</param>
    /// <param name="heard">Some of the answer had come.</param>
    public static FallbackReason Of(Exception exception, bool heard) => exception switch
    {
        HttpRequestException { StatusCode: { } status } => Of(status),
        OperationCanceledException or TimeoutException => FallbackReason.TooSlow,
        InvalidDataException or IOException when heard => FallbackReason.Cut,
        InvalidDataException or JsonException or FormatException => FallbackReason.Malformed,
        _ => FallbackReason.Unavailable,
    };

    /// <summary>Null: an answer that came to its end.</summary>
    public static FallbackReason? Of(ChatResponse response)
    {
        if (response.FinishReason == ChatFinishReason.ContentFilter || response.Messages.Any(message => message.Contents.OfType<ErrorContent>().Any(IsRefusal)))
            return FallbackReason.Filtered;
        // Without a reason to finish it was broken off.
        if (response.FinishReason == ChatFinishReason.Length || response.FinishReason is null)
            return FallbackReason.Cut;
        return response.FinishReason != ChatFinishReason.Stop || string.IsNullOrWhiteSpace(response.Text) ? FallbackReason.Malformed : null;
    }

    private static bool IsRefusal(ErrorContent content) => string.Equals(content.ErrorCode, "Refusal", StringComparison.OrdinalIgnoreCase);

    private static FallbackReason Of(HttpStatusCode status) => (int)status switch
    {
        429 => FallbackReason.Overloaded,
        408 or 504 => FallbackReason.TooSlow,
        >= 400 and < 500 => FallbackReason.Refused,
        _ => FallbackReason.Unavailable,
    };
}
