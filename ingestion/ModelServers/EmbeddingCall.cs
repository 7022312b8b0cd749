using System.ClientModel;
using System.ClientModel.Primitives;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Azure.Identity;
using OpenAI.Embeddings;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace AgentHelpdesk.ModelServers;

/// <summary>
/// One request for vectors, tried again where that may help. The request and its answer are written and read here: the maker's own types
/// ask for base64 and take nothing else, which not every server gives.
/// </summary>
internal sealed class EmbeddingCall
{
    // Nobody waits longer than this for a server's word, however long it wants.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    private readonly EmbeddingOptions _options;
    private readonly string _model;
    private readonly EmbeddingClient _client;
    private readonly ResiliencePipeline _tries;

    public EmbeddingCall(EmbeddingOptions options, string model, TimeProvider time)
    {
        _options = options;
        _model = model;
        _client = WireClients.Client(options.Kind, options.Endpoint, options.Key).GetEmbeddingClient(model);
        var tries = new ResiliencePipelineBuilder { TimeProvider = time };
        if (options.Retries > 0)
        {
            tries.AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = options.Retries,
                Delay = TimeSpan.FromMilliseconds(500),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                MaxDelay = LongestWait,
                ShouldHandle = new PredicateBuilder().Handle<TimeoutRejectedException>().Handle<HttpRequestException>(MayPass),
                DelayGenerator = arguments => new(DelayOf(arguments.Outcome.Exception, time)),
            });
        }

        _tries = tries.AddTimeout(TimeSpan.FromSeconds(options.AttemptSeconds)).Build();
    }

    /// <exception cref="HttpRequestException">Not reached (no status), refused, or broken; 413: too much for one request.</exception>
    /// <exception cref="TimeoutException">No answer in time.</exception>
    /// <exception cref="InvalidDataException">An answer without the vectors that were asked for.</exception>
    public async Task<EmbeddingAnswer> AskAsync(string[] texts, CancellationToken cancellationToken)
    {
        try
        {
            return await _tries.ExecuteAsync(token => TryAsync(texts, token), cancellationToken);
        }
        catch (TimeoutRejectedException exception)
        {
            throw new TimeoutException($"The embedding server gave no answer within {_options.AttemptSeconds} s.", exception);
        }
    }

    private async ValueTask<EmbeddingAnswer> TryAsync(string[] texts, CancellationToken cancellationToken)
    {
        using var content = BinaryContent.Create(BinaryData.FromBytes(BodyOf(texts)));
        var request = new RequestOptions { CancellationToken = cancellationToken, ErrorOptions = ClientErrorBehaviors.NoThrow, BufferResponse = false };
        try
        {
            using var response = (await _client.GenerateEmbeddingsAsync(content, request)).GetRawResponse();
            if (response.Status is < 200 or > 299)
                throw await EmbeddingFault.ReadAsync(response, cancellationToken);
            return EmbeddingAnswer.Parse(await BoundedBody.ReadAsync(response, LargestAnswer(texts.Length), cancellationToken), texts.Length, _options.Size);
        }
        catch (Exception exception) when (exception is ClientResultException or IOException)
        {
            throw new HttpRequestException($"The embedding server was not reached: {(exception.InnerException ?? exception).Message}", exception);
        }
        catch (AuthenticationFailedException exception)
        {
            throw new HttpRequestException("No Entra identity could be had for the embedding server.", exception, HttpStatusCode.Unauthorized);
        }
    }

    private byte[] BodyOf(string[] texts)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("model", _model);
            json.WriteStartArray("input");
            foreach (var text in texts)
                json.WriteStringValue(text);
            json.WriteEndArray();
            if (_options.AskForSize)
                json.WriteNumber("dimensions", _options.Size);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    // A number takes some twenty characters, thirty with blanks.
    private long LargestAnswer(int texts) => 1_048_576 + (32L * texts * _options.Size);

    private static bool MayPass(HttpRequestException exception) => exception.StatusCode is null or HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests
        || (exception.StatusCode >= HttpStatusCode.InternalServerError && exception.StatusCode is not HttpStatusCode.NotImplemented);

    private static TimeSpan? DelayOf(Exception? exception, TimeProvider time) => (exception as EmbeddingFault)?.RetryAfter switch
    {
        { Delta: { } wait } => wait < LongestWait ? wait : LongestWait,
        { Date: { } date } when date - time.GetUtcNow() is var wait => wait <= TimeSpan.Zero ? TimeSpan.Zero : wait < LongestWait ? wait : LongestWait,
        _ => null,
    };
}

/// <summary>What a server refused with.</summary>
internal sealed class EmbeddingFault(string message, HttpStatusCode status, RetryConditionHeaderValue? retryAfter) : HttpRequestException(message, null, status)
{
    private const int LongestMessage = 200;
    private const int LongestBody = 65_536;

    /// <summary>When the server wants to be asked again.</summary>
    public RetryConditionHeaderValue? RetryAfter { get; } = retryAfter;

    public static async Task<EmbeddingFault> ReadAsync(PipelineResponse response, CancellationToken cancellationToken)
    {
        var said = MessageIn(await BoundedBody.ReadAsync(response, LongestBody, cancellationToken));
        // llama.cpp says with a 500 that a text does not fit its batch.
        var status = response.Status == 500 && said.Contains("too large", StringComparison.OrdinalIgnoreCase) ? 413 : response.Status;
        var retryAfter = response.Headers.TryGetValue("Retry-After", out var header) && RetryConditionHeaderValue.TryParse(header, out var parsed) ? parsed : null;
        return new($"The embedding server answered {response.Status}{(said.Length > 0 ? $": {said}" : "")}", (HttpStatusCode)status, retryAfter);
    }

    // {"error": {"message": …}} nearly everywhere, {"error": "…"} or {"message": "…"} elsewhere.
    private static string MessageIn(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            var error = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("error", out var inner) ? inner : root;
            var message = error.ValueKind == JsonValueKind.Object && error.TryGetProperty("message", out var text) ? text : error;
            var said = message.ValueKind == JsonValueKind.String ? message.GetString() ?? "" : "";
            return said.Length > LongestMessage ? said[..LongestMessage] + "…" : said;
        }
        catch (JsonException)
        {
            return "";
        }
    }
}
