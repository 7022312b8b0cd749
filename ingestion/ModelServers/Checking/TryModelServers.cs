using System.Net;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace AgentHelpdesk.ModelServers.Checking;

/// <summary>Asks each configured model once, without tries again: a chat answer of a form given by schema alone, one vector as of a passage, and one as of a question where that is another model's.</summary>
public static class TryModelServers
{
    private const int AnswerTokens = 60;

    // The prompt says nothing of JSON: what comes in this form comes from the schema.
    private const string Prompt = "What is the capital of France?";

    private const string Text = "plafond de ressources";

    private const string Schema = """
        {"type":"object","properties":{"capital":{"type":"string"},"certain":{"type":"boolean"}},"required":["capital","certain"],"additionalProperties":false}
        """;

    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static async Task<ServerCheck> ChatAsync(ModelOptions options, TimeProvider time, ILoggerFactory? loggers, CancellationToken cancellationToken)
    {
        var check = new ServerCheck { Kind = options.Kind, Endpoint = options.Endpoint, ConfiguredName = options.Name };
        using var client = ModelServerServices.Chat(options.WithoutRetries(), time, loggers);
        using var schema = JsonDocument.Parse(Schema);
        var form = ChatResponseFormat.ForJsonSchema(schema.RootElement, "capital");
        return await TryAsync(check, time, async () =>
        {
            var response = await client.GetResponseAsync(Prompt, new() { MaxOutputTokens = AnswerTokens, Temperature = 0, ResponseFormat = form }, cancellationToken);
            return check with
            {
                ReportedName = response.ModelId ?? "",
                Failure = response.FinishReason == ChatFinishReason.ContentFilter ? ServerCheckFailure.Filtered : null,
                HonoursSchema = HasForm(response.Text, isCut: response.FinishReason == ChatFinishReason.Length),
                InputTokens = response.Usage?.InputTokenCount,
                OutputTokens = response.Usage?.OutputTokenCount,
            };
        });
    }

    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static async Task<ServerCheck> EmbeddingAsync(EmbeddingOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        var check = new ServerCheck { Kind = options.Kind, Endpoint = options.Endpoint, ConfiguredName = options.Name, ConfiguredSize = options.Size };
        using var generator = new WireEmbeddings(options.WithoutRetries(), time);
        return await TryAsync(check, time, async () =>
        {
            var vectors = await generator.GenerateAsync([Text], cancellationToken: cancellationToken);
            if (options.QuestionName.Length > 0)
                await generator.GenerateAsync([Text], WireEmbeddings.ForQuestion(), cancellationToken);
            return check with { ReportedName = vectors[0].ModelId ?? "", VectorSize = vectors[0].Vector.Length, InputTokens = vectors.Usage?.InputTokenCount };
        });
    }

    private static async Task<ServerCheck> TryAsync(ServerCheck check, TimeProvider time, Func<Task<ServerCheck>> ask)
    {
        var start = time.GetTimestamp();
        try
        {
            return await ask() with { Elapsed = time.GetElapsedTime(start) };
        }
        catch (Exception exception) when (exception is HttpRequestException or TimeoutException or InvalidDataException)
        {
            return check with { Failure = Failure(exception), Detail = exception.Message, Elapsed = time.GetElapsedTime(start) };
        }
    }

    private static ServerCheckFailure Failure(Exception exception) => exception switch
    {
        TimeoutException => ServerCheckFailure.TimedOut,
        InvalidDataException => ServerCheckFailure.Unreadable,
        HttpRequestException { StatusCode: null } => ServerCheckFailure.NotReached,
        HttpRequestException { StatusCode: HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden } => ServerCheckFailure.KeyRefused,
        HttpRequestException { StatusCode: HttpStatusCode.NotFound } => ServerCheckFailure.NotFound,
        HttpRequestException { StatusCode: HttpStatusCode.RequestEntityTooLarge } => ServerCheckFailure.TooLong,
        HttpRequestException { StatusCode: HttpStatusCode.TooManyRequests } => ServerCheckFailure.Busy,
        HttpRequestException { StatusCode: >= HttpStatusCode.InternalServerError } => ServerCheckFailure.Failing,
        _ => ServerCheckFailure.Refused,
    };

    // A small model may ramble within its string until it is cut: the form was begun all the same.
    private static bool HasForm(string text, bool isCut)
    {
        if (isCut && text.TrimStart() is var begun && begun.StartsWith('{') && begun[1..].TrimStart().StartsWith("\"capital\"", StringComparison.Ordinal))
            return true;
        try
        {
            using var answer = JsonDocument.Parse(text);
            return answer.RootElement.ValueKind is JsonValueKind.Object
                && answer.RootElement.TryGetProperty("capital", out var capital) && capital.ValueKind is JsonValueKind.String
                && answer.RootElement.TryGetProperty("certain", out var certain) && certain.ValueKind is JsonValueKind.True or JsonValueKind.False;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
