using System.ClientModel;
using System.ClientModel.Primitives;
using System.Text.Json;
using AgentHelpdesk.ModelServers.Calls;
using AgentHelpdesk.ModelServers.Wire;
using OpenAI.Embeddings;

namespace AgentHelpdesk.ModelServers;

/// <summary>
/// One request for vectors, behind the layer of calls. The request and its answer are written and read here: the maker's own types
/// ask for base64 and take nothing else, which not every server gives.
/// </summary>
internal sealed class EmbeddingCall(EmbeddingOptions options, string model, ModelCalls calls, CallLimits limits, TimeProvider time)
{
    private readonly EmbeddingClient _client = WireClients
        .Client(options.Kind, options.Endpoint, options.Key, sockets => new ServerWire(sockets, options.Key, time)).GetEmbeddingClient(model);

    /// <exception cref="HttpRequestException">Not reached (no status), refused, or broken; 413: too much for one request.</exception>
    /// <exception cref="TimeoutException">No answer in time.</exception>
    /// <exception cref="InvalidDataException">An answer without the vectors that were asked for.</exception>
    public async Task<EmbeddingAnswer> AskAsync(string[] texts, CancellationToken cancellationToken)
    {
        using var place = await calls.EnterAsync(cancellationToken);
        return await calls.RunAsync(token => TryAsync(texts, token), cancellationToken);
    }

    private async Task<EmbeddingAnswer> TryAsync(string[] texts, CancellationToken cancellationToken)
    {
        using var clock = new AttemptClock(limits, time, cancellationToken);
        using var content = BinaryContent.Create(BinaryData.FromBytes(BodyOf(texts)));
        try
        {
            var request = new RequestOptions { CancellationToken = clock.Token, BufferResponse = false };
            using var response = (await _client.GenerateEmbeddingsAsync(content, request)).GetRawResponse();
            return EmbeddingAnswer.Parse(await BoundedBody.ReadAsync(response, LargestAnswer(texts.Length), clock.Token), texts.Length, options.Size);
        }
        catch (Exception exception)
        {
            cancellationToken.ThrowIfCancellationRequested();
            // Vectors that came in part are worth nothing: the server counts as not reached, and may be asked again.
            throw clock.Expired ?? CallFailure.Of(exception, hasAnswered: false);
        }
    }

    private byte[] BodyOf(string[] texts)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("model", model);
            json.WriteStartArray("input");
            foreach (var text in texts)
                json.WriteStringValue(text);
            json.WriteEndArray();
            if (options.AskForSize)
                json.WriteNumber("dimensions", options.Size);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    // A number takes some twenty characters, thirty with blanks.
    private long LargestAnswer(int texts) => 1_048_576 + (32L * texts * options.Size);
}
