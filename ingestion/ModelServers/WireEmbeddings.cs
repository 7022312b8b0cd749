using System.Net;
using AgentHelpdesk.ModelServers.Calls;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;

namespace AgentHelpdesk.ModelServers;

/// <summary>
/// The embedding model over the wire. Questions and passages are told apart by the options' "input_type", each with the model name and
/// prefix that it needs. A batch that is refused as too large is halved; a text without a word is never sent and has an empty vector.
/// </summary>
internal sealed class WireEmbeddings : IEmbeddingGenerator<string, Embedding<float>>
{
    private const string InputType = "input_type";
    private const string Query = "query";

    private readonly EmbeddingOptions _options;
    private readonly EmbeddingCall _passages;
    private readonly EmbeddingCall _questions;
    private readonly EmbeddingGeneratorMetadata _metadata;
    private readonly ModelCalls _calls;

    public WireEmbeddings(EmbeddingOptions options, TimeProvider time)
    {
        _options = options;
        var limits = CallLimits.Of(options);
        // Whoever wants vectors says what failed: the bot now and then, the job at its end.
        _calls = new(limits, time, NullLogger.Instance);
        _passages = new(options, options.Name, _calls, limits, time);
        _questions = options.QuestionName.Length > 0 ? new(options, options.QuestionName, _calls, limits, time) : _passages;
        // The prefix changes every vector of the index as much as another model does.
        var identity = options.PassagePrefix.Length > 0 ? $"{options.Name} [{options.PassagePrefix.Trim()}]" : options.Name;
        _metadata = new(options.Kind is ModelKind.Azure ? "azure" : "openai", new Uri(options.Endpoint), identity, options.Size);
    }

    /// <summary>Options that say that the text is a question.</summary>
    public static EmbeddingGenerationOptions ForQuestion() => new() { AdditionalProperties = new() { [InputType] = Query } };

    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var isQuestion = options?.AdditionalProperties?.TryGetValue(InputType, out string? use) is true && use == Query;
        var (call, prefix) = isQuestion ? (_questions, _options.QuestionPrefix) : (_passages, _options.PassagePrefix);
        var texts = values.Select(text => string.IsNullOrWhiteSpace(text) ? "" : prefix + text).ToArray();
        var answers = new Embedding<float>[texts.Length];
        Array.Fill(answers, new(ReadOnlyMemory<float>.Empty));
        var usage = new UsageDetails { InputTokenCount = 0, TotalTokenCount = 0 };

        await EmbedAsync(call, texts, [.. Enumerable.Range(0, texts.Length).Where(i => texts[i].Length > 0)], answers, usage, cancellationToken);
        return new(answers) { Usage = usage };
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
        : serviceType == typeof(EmbeddingGeneratorMetadata) ? _metadata
        : serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose() => _calls.Dispose();

    private static async Task EmbedAsync(
        EmbeddingCall call, string[] texts, int[] places, Embedding<float>[] answers, UsageDetails usage, CancellationToken cancellationToken)
    {
        if (places.Length == 0)
            return;
        try
        {
            var answer = await call.AskAsync([.. places.Select(place => texts[place])], cancellationToken);
            for (var i = 0; i < places.Length; i++)
                answers[places[i]] = new(answer.Vectors[i]) { ModelId = answer.Model };
            usage.Add(new() { InputTokenCount = answer.Tokens, TotalTokenCount = answer.Tokens });
        }
        // Servers say it with any of these; a request that is wrong in itself is refused again after few halvings, with its reason.
        catch (HttpRequestException refused) when (places.Length > 1
            && refused.StatusCode is HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity)
        {
            var half = places.Length / 2;
            await EmbedAsync(call, texts, places[..half], answers, usage, cancellationToken);
            await EmbedAsync(call, texts, places[half..], answers, usage, cancellationToken);
        }
    }
}
