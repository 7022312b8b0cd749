using System.Runtime.InteropServices;
using System.Text.Json;

namespace AgentHelpdesk.ModelServers;

/// <param name="Vectors">One a text, in the order of the texts.</param>
/// <param name="Model">What the server calls its model; null: it does not say.</param>
/// <param name="Tokens">Read by the model; null: it does not say.</param>
internal sealed record EmbeddingAnswer(float[][] Vectors, string? Model, long? Tokens)
{
    /// <exception cref="InvalidDataException">It can't be read, or doesn't hold the vectors that were asked for.</exception>
    public static EmbeddingAnswer Parse(byte[] body, int count, int size)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Array)
                throw new InvalidDataException("The embedding server's answer holds no data.");
            return new(VectorsIn(data, count, size), root.TryGetProperty("model", out var model) && model.ValueKind == JsonValueKind.String ? model.GetString() : null, TokensIn(root));
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            throw new InvalidDataException("The embedding server's answer can't be read.", exception);
        }
    }

    private static float[][] VectorsIn(JsonElement data, int count, int size)
    {
        if (data.GetArrayLength() != count)
            throw new InvalidDataException($"The embedding server was asked for {count} vectors and gave {data.GetArrayLength()}.");
        var vectors = new float[count][];
        var next = 0;
        foreach (var item in data.EnumerateArray())
        {
            // The order is that of "index"; a server that does not number keeps the texts' order.
            var place = item.TryGetProperty("index", out var index) && index.TryGetInt32(out var given) ? given : next;
            if (place < 0 || place >= count || vectors[place] is not null)
                throw new InvalidDataException("The embedding server's vectors are not numbered as the texts are.");
            vectors[place] = Checked(Numbers(item.GetProperty("embedding")), size);
            next++;
        }

        return vectors;
    }

    private static float[] Numbers(JsonElement embedding) => embedding.ValueKind switch
    {
        JsonValueKind.Array => [.. embedding.EnumerateArray().Select(number => number.GetSingle())],
        JsonValueKind.String when embedding.GetBytesFromBase64() is { Length: var length } bytes && length % sizeof(float) == 0 =>
            MemoryMarshal.Cast<byte, float>(bytes).ToArray(),
        _ => throw new InvalidDataException("The embedding server's answer holds something else than vectors."),
    };

    private static float[] Checked(float[] vector, int size)
    {
        if (vector.Length != size)
            throw new InvalidDataException($"The embedding server's vectors have {vector.Length} numbers; Embedding:Size says {size}.");
        if (!Array.TrueForAll(vector, float.IsFinite) || Array.TrueForAll(vector, number => number == 0))
            throw new InvalidDataException("The embedding server gave a vector without a direction: all zeros, or not numbers.");
        return vector;
    }

    private static long? TokensIn(JsonElement root) =>
        root.TryGetProperty("usage", out var usage) && usage.ValueKind == JsonValueKind.Object
        && usage.TryGetProperty("prompt_tokens", out var tokens) && tokens.TryGetInt64(out var count) ? count : null;
}
